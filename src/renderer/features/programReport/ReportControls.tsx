import { Button, Menu, SegmentedControl, Switch } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import type { InputOf } from '@shared/contract'
import {
  type ExportFormat,
  exportFormats,
  type RedactionLevel,
  redactionLevels,
} from '@shared/domain/vocabulary'
import classes from './Report.module.css'

interface Props {
  request: InputOf<'programReport.get'>
  /** Members in the report who do not want to be named. */
  unwilling: number
  disabled: boolean
  onPeriod(period: [string | null, string | null]): void
  onRedaction(level: RedactionLevel): void
  onNameAll(nameAll: boolean): void
}

const levelLabels: Record<RedactionLevel, string> = {
  figures: 'Figures only',
  private: 'With names',
  none: 'Everything',
}

const formatLabels: Record<ExportFormat, string> = {
  pdf: 'PDF document',
  docx: 'Word document (DOCX)',
  xlsx: 'Excel workbook (XLSX)',
  csv: 'CSV table',
  md: 'Markdown',
  html: 'Web page (HTML)',
}

/** Of which days the report is, what it may say, and the ways out of here. */
export function ReportControls({ request, unwilling, disabled, onPeriod, onRedaction, onNameAll }: Props) {
  const save = useCommand('programReport.save')
  const print = useCommand('programReport.print')
  const busy = save.running || print.running

  async function saveAs(format: ExportFormat) {
    const done = await save.run({ ...request, format })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  return (
    <div className={classes.controls}>
      <DatePickerInput
        type="range"
        w={250}
        placeholder="From its beginning to today"
        clearable
        allowSingleDateInRange
        valueFormat="D MMM YYYY"
        value={[request.from, request.to]}
        onChange={onPeriod}
      />
      <SegmentedControl
        aria-label="What it may say"
        data={redactionLevels.toReversed().map((value) => ({ value, label: levelLabels[value] }))}
        value={request.redaction}
        onChange={(value) => onRedaction(redactionLevels.find((known) => known === value) ?? 'figures')}
      />
      {unwilling > 0 ? (
        <Switch
          checked={request.nameAll !== true}
          onChange={(event) => onNameAll(!event.currentTarget.checked)}
          label={`Leave out ${counted(unwilling, 'name')} without consent`}
        />
      ) : null}
      <div className={classes.ways}>
        <Button
          variant="default"
          disabled={busy || disabled}
          loading={print.running}
          onClick={() => void print.run(request)}
        >
          Print…
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button disabled={busy || disabled} loading={save.running}>
              Export…
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {exportFormats.map((format) => (
              <Menu.Item key={format} onClick={() => void saveAs(format)}>
                {formatLabels[format]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}
