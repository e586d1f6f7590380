import { DatePickerInput } from '@mantine/dates'
import { FilterMenu } from '@renderer/components/FilterMenu'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import type { CommandKind } from '@shared/contract/history'
import { type HistoryArea, historyAreaNames } from '@shared/domain/historyWords'
import { useHistoryView } from './historyView'

const areaLabels: Record<HistoryArea, string> = {
  members: 'Members',
  programs: 'Programs',
  sessions: 'Sessions',
  communities: 'Communities',
  knowledge: 'Knowledge',
  imports: 'Imports',
  settings: 'Settings and views',
  trash: 'Trash',
}

const kindLabels: Record<CommandKind, string> = { do: 'Done', undo: 'Undone', redo: 'Done again' }

interface Props {
  onLeave: () => void
}

export function HistoryFilters({ onLeave }: Props) {
  const { filter, narrow } = useHistoryView()
  return (
    <div className={screen.bar}>
      <SearchField
        label="Search what was done"
        value={filter.query}
        onChange={(query) => narrow({ query })}
        onLeave={onLeave}
      />
      <FilterMenu
        label="Area"
        options={historyAreaNames.map((value) => ({ value, label: areaLabels[value] }))}
        chosen={filter.areas}
        onChange={(areas) => narrow({ areas })}
      />
      <FilterMenu
        label="Kind"
        options={(['do', 'undo', 'redo'] as const).map((value) => ({ value, label: kindLabels[value] }))}
        chosen={filter.kinds}
        onChange={(kinds) => narrow({ kinds })}
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
    </div>
  )
}
