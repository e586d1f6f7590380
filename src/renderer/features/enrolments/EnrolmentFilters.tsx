import { SegmentedControl } from '@mantine/core'
import { Chip } from '@renderer/components/Chip'
import { FilterMenu } from '@renderer/components/FilterMenu'
import { counted, sideLabels, stepLabels } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import type { StepCounts } from '@shared/contract/programs'
import { enrolmentSteps, matchSides } from '@shared/domain/vocabulary'
import { AddPeople } from './AddPeople'
import { useEnrolmentsView } from './enrolmentsView'

interface Props {
  programId: number
  /** By step, under the other filters; undefined until the first answer. */
  counts: StepCounts | undefined
  onLeave: () => void
}

export function EnrolmentFilters({ programId, counts, onLeave }: Props) {
  const { as, narrowing, narrow, showAs } = useEnrolmentsView()
  const { steps } = narrowing
  const shown = enrolmentSteps.filter((step) => as === 'board' || steps.length === 0 || steps.includes(step))
  const total = shown.reduce((sum, step) => sum + (counts?.[step] ?? 0), 0)
  return (
    <div className={screen.bar}>
      <SearchField
        label="Search names, skills, places"
        value={narrowing.query}
        onChange={(query) => narrow({ query })}
        onLeave={onLeave}
      />
      <FilterMenu
        label="Role"
        options={matchSides.map((value) => ({ value, label: sideLabels[value] }))}
        chosen={narrowing.roles}
        onChange={(roles) => narrow({ roles })}
      />
      {as === 'table' ? (
        <FilterMenu
          label="Step"
          options={enrolmentSteps.map((value) => ({
            value,
            label: stepLabels[value],
            ...(counts ? { count: counts[value] } : {}),
          }))}
          chosen={steps}
          onChange={(chosen) => narrow({ steps: chosen })}
        />
      ) : null}
      <Chip on={narrowing.stuck} onClick={() => narrow({ stuck: !narrowing.stuck })}>
        Waiting long
      </Chip>
      <Chip on={narrowing.unchecked} onClick={() => narrow({ unchecked: !narrowing.unchecked })}>
        Checks open
      </Chip>
      <Chip
        on={narrowing.left === 'without'}
        onClick={() => narrow({ left: narrowing.left === 'without' ? 'with' : 'without' })}
      >
        Without who left
      </Chip>
      <span className={screen.found} role="status">
        {counts ? counted(total, 'person', 'people') : ''}
      </span>
      <SegmentedControl
        size="xs"
        aria-label="Shown as"
        data={[
          { value: 'board', label: 'Board' },
          { value: 'table', label: 'Table' },
        ]}
        value={as}
        onChange={(value) => showAs(value === 'table' ? 'table' : 'board')}
      />
      <AddPeople programId={programId} small />
    </div>
  )
}
