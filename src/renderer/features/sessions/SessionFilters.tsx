import { DatePickerInput } from '@mantine/dates'
import { Chip } from '@renderer/components/Chip'
import { FilterMenu } from '@renderer/components/FilterMenu'
import { confidentialityLabels, counted } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import { confidentialities, sessionMedia } from '@shared/domain/vocabulary'
import { useSessionsView } from './sessionsView'

/** The engine stops counting here; nobody reads so far. */
const countedUpTo = 10_000

interface Props {
  /** Null until the first answer is there. */
  total: number | null
  onLeave: () => void
}

export function SessionFilters({ total, onLeave }: Props) {
  const { filter, narrow } = useSessionsView()
  return (
    <div className={screen.bar}>
      <SearchField
        label="Search all notes"
        value={filter.query}
        onChange={(query) => narrow({ query })}
        onLeave={onLeave}
      />
      <FilterMenu
        label="Medium"
        options={sessionMedia.map((value) => ({ value, label: value }))}
        chosen={filter.media}
        onChange={(media) => narrow({ media })}
      />
      <FilterMenu
        label="Confidentiality"
        options={confidentialities.map((value) => ({ value, label: confidentialityLabels[value] }))}
        chosen={filter.confidentialities}
        onChange={(chosen) => narrow({ confidentialities: chosen })}
      />
      <DatePickerInput
        type="range"
        size="xs"
        w={200}
        placeholder="Any time"
        clearable
        allowSingleDateInRange
        valueFormat="D MMM YY"
        value={[filter.from, filter.to]}
        onChange={([from, to]) => narrow({ from, to })}
      />
      <Chip on={filter.withoutNotes} onClick={() => narrow({ withoutNotes: !filter.withoutNotes })}>
        Without notes
      </Chip>
      <span className={screen.found} role="status">
        {foundText(total)}
      </span>
    </div>
  )
}

function foundText(total: number | null): string {
  if (total === null) return ''
  return total >= countedUpTo ? 'More than 10,000 sessions' : counted(total, 'session')
}
