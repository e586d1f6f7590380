import { Button, Menu } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { Chip } from '@renderer/components/Chip'
import { FilterMenu } from '@renderer/components/FilterMenu'
import { consentLabels, counted, roleLabels, statusLabels } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import type { ConsentPurpose, ConsentStanding, ConsentState } from '@shared/domain/vocabulary'
import { IconColumns3 } from '@tabler/icons-react'
import { memberColumns } from './memberColumns'
import { memberColumnKeys, useMembersView } from './membersView'
import { SavedViews } from './SavedViews'

interface Props {
  /** Null until the first answer is there. */
  total: number | null
  onLeave: () => void
}

/** What narrows the directory down, each filter with the counts that it would give. */
export function MemberFilters({ total, onLeave }: Props) {
  const { filter, narrow } = useMembersView()
  const { data: facets } = useRecords('members.facets', { filter })
  const places = (values: { value: string | null; count: number }[] | undefined) =>
    (values ?? []).map(({ value, count }) => ({ value, count, label: value ?? 'Unknown' }))

  return (
    <div className={screen.bar}>
      <SearchField
        label="Search names, skills, places"
        value={filter.query}
        onChange={(query) => narrow({ query })}
        onLeave={onLeave}
      />
      <Chip on={filter.withRoom} onClick={() => narrow({ withRoom: !filter.withRoom })}>
        With room
      </Chip>
      <FilterMenu
        label="Role"
        options={(facets?.roles ?? []).map(({ value, count }) => ({
          value,
          count,
          label: roleLabels[value],
        }))}
        chosen={filter.roles}
        onChange={(roles) => narrow({ roles })}
      />
      <FilterMenu
        label="Status"
        options={(facets?.statuses ?? []).map(({ value, count }) => ({
          value,
          count,
          label: statusLabels[value],
        }))}
        chosen={filter.statuses}
        onChange={(statuses) => narrow({ statuses })}
      />
      <FilterMenu
        label="Location"
        options={places(facets?.locations)}
        chosen={filter.locations}
        onChange={(locations) => narrow({ locations })}
      />
      <FilterMenu
        label="Department"
        options={places(facets?.departments)}
        chosen={filter.departments}
        onChange={(departments) => narrow({ departments })}
      />
      <FilterMenu
        label="Skill"
        options={(facets?.skills ?? []).map(({ id, name, count }) => ({ value: id, count, label: name }))}
        chosen={filter.skills}
        onChange={(skills) => narrow({ skills })}
      />
      {facets && facets.consents.length > 0 ? (
        <FilterMenu
          label="Consent"
          options={facets.consents.map(({ value, count }) => ({ value, count, label: standingLabel(value) }))}
          chosen={filter.consents}
          onChange={(consents) => narrow({ consents })}
        />
      ) : null}
      <SavedViews />
      <ColumnChoice />
      <span className={screen.found} role="status">
        {total === null ? '' : counted(total, 'member')}
      </span>
    </div>
  )
}

/** A purpose in a word, where there is no room for more. */
const shortPurposes: Record<ConsentPurpose, string> = {
  records: 'Records',
  notes: 'Session notes',
  reports: 'Reports',
  contact: 'Contact',
}

/** "Reports: refused" */
function standingLabel(standing: ConsentStanding): string {
  const [purpose, state] = standing.split(':') as [ConsentPurpose, ConsentState]
  return `${shortPurposes[purpose]}: ${consentLabels[state].toLowerCase()}`
}

function ColumnChoice() {
  const { columns, show } = useMembersView()
  const toggle = (key: (typeof memberColumnKeys)[number]) => {
    const next = columns.includes(key) ? columns.filter((other) => other !== key) : [...columns, key]
    show({ columns: memberColumnKeys.filter((known) => next.includes(known)) })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" aria-label="Columns">
          <IconColumns3 size={17} stroke={1.6} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns</Menu.Label>
        {memberColumnKeys.map((key) => (
          <Menu.CheckboxItem key={key} checked={columns.includes(key)} onChange={() => toggle(key)}>
            {memberColumns[key].label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
