import { Button, Menu } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { exportFormatLabels } from '@renderer/components/labels'
import type { InputOf } from '@shared/contract'
import { batchesOf, noWording } from '@shared/domain/report/design'
import { plural } from '@shared/domain/summaryWords'
import { type ExportFormat, exportFormats } from '@shared/domain/vocabulary'
import { useState } from 'react'
import { NameTemplate } from './NameTemplate'
import { isChanged, useReportsView } from './reportsView'
import { useBatch } from './useBatch'
import { eachLabels } from './words'

interface Props {
  request: InputOf<'reports.preview'>
  /** The same when nothing was changed for a moment. */
  settled: InputOf<'reports.preview'>
  /** There is nothing to hand out. */
  isEmpty: boolean
}

/** The ways out of here: kept as a template, on paper, and in a file, or in many. */
export function ReportActions({ request, settled, isEmpty }: Props) {
  const { template, saved, design, keepAs } = useReportsView()
  const keep = useCommand('reportTemplates.save')
  const save = useCommand('reports.save')
  const print = useCommand('reports.print')
  const batch = useBatch()
  const [naming, setNaming] = useState(false)
  // How many files there are does not depend on the words.
  const { data: batches } = useRecords('reports.batches', {
    ...settled,
    design: { ...settled.design, ...noWording },
  })
  const hasNone = isEmpty && !batches?.some(({ files }) => files > 0)
  const busy = save.running || print.running || batch.running

  async function keepAsTemplate(id: number | null, name: string): Promise<boolean> {
    const done = await keep.run({ id, name, design })
    if (done) {
      keepAs({ id: done.id, name })
      tell(`Saved as the template “${name}”.`)
    }
    return done !== null
  }

  async function saveAs(format: ExportFormat) {
    const done = await save.run({ ...request, design: { ...request.design, format } })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  return (
    <>
      {template && isChanged(design, saved) ? (
        <Button
          variant="default"
          loading={keep.running}
          onClick={() => void keepAsTemplate(template.id, template.name)}
        >
          Save changes
        </Button>
      ) : null}
      <Button variant="default" onClick={() => setNaming(true)}>
        Save as template…
      </Button>
      <Button
        variant="default"
        disabled={busy || isEmpty}
        loading={print.running}
        onClick={() => void print.run(request)}
      >
        Print…
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button disabled={busy || hasNone} loading={save.running || batch.running}>
            Export…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exportFormats.map((format) => (
            <Menu.Item key={format} disabled={isEmpty} onClick={() => void saveAs(format)}>
              {exportFormatLabels[format]}
            </Menu.Item>
          ))}
          {batchesOf[design.kind].length > 0 ? (
            <>
              <Menu.Divider />
              <Menu.Label>In one archive, as {exportFormatLabels[design.format]}</Menu.Label>
            </>
          ) : null}
          {batches?.map(({ each, files }) => (
            <Menu.Item key={each} disabled={files === 0} onClick={() => void batch.run({ ...request, each })}>
              A file for each {eachLabels[each]} ({plural(files, 'file')})
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {naming ? (
        <NameTemplate
          title="Save as template"
          initial=""
          error={keep.error?.message}
          onClose={() => setNaming(false)}
          onSave={(name) => keepAsTemplate(null, name)}
        />
      ) : null}
    </>
  )
}
