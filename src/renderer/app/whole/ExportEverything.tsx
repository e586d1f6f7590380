import { Button, Group, Modal, Radio } from '@mantine/core'
import { type WholeFormat, wholeFormats } from '@shared/domain/vocabulary'
import { useState } from 'react'
import { ErrorNotice } from '../../components/ErrorNotice'
import { counted } from '../../components/labels'
import { tell } from '../notify'
import { useRecords } from '../records'
import { Doing } from './Doing'
import { useLongTask } from './useLongTask'
import classes from './Whole.module.css'
import { closeWholeDialog } from './wholeDialog'

/** Everything of the open file, for any other program, and to be opened again. */
export function ExportEverything() {
  const { data: kept } = useRecords('whole.overview', {})
  const [format, setFormat] = useState<WholeFormat>('json')
  const [privateTexts, setPrivateTexts] = useState(false)
  const task = useLongTask('whole.save')

  const formats: Record<WholeFormat, [label: string, what: string]> = {
    json: [
      'One JSON document',
      'For other programs, and to put away. What stands in it is published with Coppice.',
    ],
    csv: [
      'A folder of CSV tables',
      'For spreadsheets: a table for each kind of record, and a page that explains them.',
    ],
    markdown: [
      'A folder of tables, with the notes as Markdown',
      `The same tables, and ${kept ? counted(kept.notes, 'note') : 'notes'} in files of their own, for any editor.`,
    ],
  }

  async function save() {
    const done = await task.run({ format, privateTexts })
    if (!done) return
    tell(`${counted(done.records, 'record is', 'records are')} in “${done.name}”.`)
    closeWholeDialog()
  }

  return (
    <Modal
      opened
      onClose={task.running ? () => undefined : closeWholeDialog}
      title="Export everything"
      size={600}
    >
      <div className={classes.dialog}>
        <p>
          {kept ? counted(kept.records, 'record') : 'All records'} of this file, in a form that other programs
          read and that Coppice opens again. The history and the trash stay here. What is exported is not
          encrypted.
        </p>
        <Radio.Group label="As" value={format} onChange={(value) => setFormat(known(value))}>
          <div className={classes.choices}>
            {wholeFormats.map((one) => (
              <Radio
                key={one}
                value={one}
                disabled={task.running}
                label={formats[one][0]}
                description={formats[one][1]}
              />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label="What is marked as private"
          value={privateTexts ? 'in' : 'out'}
          onChange={(value) => setPrivateTexts(value === 'in')}
        >
          <div className={classes.choices}>
            <Radio
              value="out"
              disabled={task.running}
              label="Leave it out"
              description={`To hand it on. ${leftOut(kept?.private)}`}
            />
            <Radio
              value="in"
              disabled={task.running}
              label="Keep it in"
              description="To have everything: opened again, nothing is missing. Whoever gets it can read it."
            />
          </div>
        </Radio.Group>
        {task.problem ? <ErrorNotice message={task.problem} /> : null}
        {task.doing ? <Doing {...task.doing} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={task.running ? task.stop : closeWholeDialog}>
            Cancel
          </Button>
          <Button loading={task.running} onClick={() => void save()}>
            Export…
          </Button>
        </Group>
      </div>
    </Modal>
  )
}

function leftOut(records: number | undefined): string {
  if (records === undefined) return ''
  if (records === 0) return 'Nothing in this file is marked so.'
  return `${counted(records, 'record')} would be without their texts if you opened it again.`
}

function known(value: string): WholeFormat {
  return wholeFormats.find((one) => one === value) ?? 'json'
}
