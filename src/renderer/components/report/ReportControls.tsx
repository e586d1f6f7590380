import { Button, SegmentedControl, Switch } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { counted } from '@renderer/components/labels'
import { type ExportFormat, type RedactionLevel, redactionLevels } from '@shared/domain/vocabulary'
import { FormatMenu } from './FormatMenu'
import classes from './Report.module.css'
import type { ReportChoices } from './useReportChoices'

interface Props {
  choices: ReportChoices
  /** What is reported of where no period is chosen. */
  wholePeriod: string
  /** Members in the report who do not want to be named. */
  unwilling: number
  disabled: boolean
  saving: boolean
  printing: boolean
  onSave(format: ExportFormat): void
  onPrint(): void
}

const levelLabels: Record<RedactionLevel, string> = {
  figures: 'Figures only',
  private: 'With names',
  none: 'Everything',
}

/** Of which days the report is, what it may say, and the ways out of here. */
export function ReportControls({
  choices: { period, redaction, nameAll, setPeriod, setRedaction, setNameAll },
  wholePeriod,
  unwilling,
  disabled,
  saving,
  printing,
  onSave,
  onPrint,
}: Props) {
  const busy = saving || printing
  return (
    <div className={classes.controls}>
      <DatePickerInput
        type="range"
        w={250}
        placeholder={wholePeriod}
        clearable
        allowSingleDateInRange
        valueFormat="D MMM YYYY"
        value={period}
        onChange={setPeriod}
      />
      <SegmentedControl
        aria-label="What it may say"
        data={redactionLevels.toReversed().map((value) => ({ value, label: levelLabels[value] }))}
        value={redaction}
        onChange={(value) => setRedaction(redactionLevels.find((known) => known === value) ?? 'figures')}
      />
      {unwilling > 0 ? (
        <Switch
          checked={!nameAll}
          onChange={(event) => setNameAll(!event.currentTarget.checked)}
          label={`Leave out ${counted(unwilling, 'name')} without consent`}
        />
      ) : null}
      <div className={classes.ways}>
        <Button variant="default" disabled={busy || disabled} loading={printing} onClick={onPrint}>
          Print…
        </Button>
        <FormatMenu label="Export…" isMain busy={saving} disabled={busy || disabled} onChoose={onSave} />
      </div>
    </div>
  )
}
