import { Radio, Select, Switch } from '@mantine/core'
import { counted, exportFormatLabels } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import { exportFormats, redactionLevels } from '@shared/domain/vocabulary'
import { PeriodFields } from './PeriodFields'
import classes from './Reports.module.css'
import { useReportsView } from './reportsView'
import { SectionList } from './SectionList'
import { WhomFields } from './WhomFields'
import { WordingFields } from './WordingFields'
import { kindLabels, redactionLabels } from './words'

/** Everything that can be decided about a report, in the order in which people think of it. */
export function DesignSettings({ preview }: { preview: OutputOf<'reports.preview'> | undefined }) {
  const { design, change, nameAll, setNameAll } = useReportsView()
  const { kind, redaction, format } = design
  return (
    <section className={classes.settings} aria-label="Settings of the report">
      <WhomFields />
      {kind === 'coverage' ? null : <PeriodFields resolved={preview?.period} />}
      <Radio.Group
        label="What it may say"
        value={redaction}
        onChange={(value) =>
          change({ redaction: redactionLevels.find((known) => known === value) ?? 'figures' })
        }
      >
        {redactionLevels.map((level) => {
          const [label, description] = redactionLabels[kind][level] ?? []
          if (label === undefined) return null
          return <Radio key={level} value={level} label={label} description={description} mt={10} />
        })}
      </Radio.Group>
      {preview && preview.unwilling > 0 ? (
        <Switch
          checked={!nameAll}
          onChange={(event) => setNameAll(!event.currentTarget.checked)}
          label="Leave out who does not want to be named"
          description={`${counted(preview.unwilling, 'member')} in this report ${
            preview.unwilling === 1 ? 'has' : 'have'
          } refused, or taken back, to be named. Each is “a member” then.`}
        />
      ) : null}
      <SectionList />
      <WordingFields usualTitle={kindLabels[kind]} />
      <Select
        label="Format"
        allowDeselect={false}
        data={exportFormats.map((value) => ({ value, label: exportFormatLabels[value] }))}
        value={format}
        onChange={(value) => change({ format: exportFormats.find((known) => known === value) ?? 'pdf' })}
      />
    </section>
  )
}
