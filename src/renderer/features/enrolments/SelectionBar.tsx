import { Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted, numberText, sideLabels, stepLabels } from '@renderer/components/labels'
import { SelectionBar as Bar } from '@renderer/components/SelectionBar'
import type { EnrolmentFilter } from '@shared/contract/enrolments'
import { useEnrolmentsView } from './enrolmentsView'
import type { Moving } from './MoveDialog'

interface Props {
  programId: number
  filter: EnrolmentFilter
  onMove: (moving: Moving) => void
}

/** So many can be acted on at once. */
const most = 10_000

/** What can be done with the people who are selected. */
export function SelectionBar({ programId, filter, onMove }: Props) {
  const { as, sort, selected, select } = useEnrolmentsView()
  // The board shows every step, whatever the table was narrowed down to.
  const shown = as === 'board' ? { ...filter, steps: [] } : filter
  const { data: all } = useRecords('enrolments.ids', { filter: shown, sort }, { enabled: selected.size > 0 })
  const { data: program } = useRecords('programs.get', { id: programId })
  const check = useCommand('enrolments.check')
  const remove = useCommand('enrolments.remove')
  const today = useToday()
  if (selected.size === 0) return null
  const ids = [...selected]

  async function tick(checkId: number, text: string) {
    const done = await check.run({ ids, checkId, doneOn: today })
    if (done) tell(`“${text}” is done for ${counted(done.changed, 'person', 'people')} more.`)
  }

  async function toTrash() {
    const deletion = await remove.run({ ids })
    if (!deletion) return
    select(new Set())
    tellDeleted(`Deleted: ${counted(ids.length, 'enrolment')}.`, deletion)
  }

  return (
    <Bar
      label="Selected people"
      text={`${counted(selected.size, 'person', 'people')} selected`}
      onClear={() => select(new Set())}
    >
      {all && all.length > selected.size && all.length <= most ? (
        <Button variant="subtle" size="compact-sm" onClick={() => select(new Set(all))}>
          Select all {numberText(all.length)}
        </Button>
      ) : null}
      <Button size="compact-sm" onClick={() => onMove({ ids })}>
        Move…
      </Button>
      {program && program.checks.length > 0 ? (
        <Menu position="top-start">
          <Menu.Target>
            <Button variant="default" size="compact-sm" loading={check.running}>
              Check off…
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
            {program.checks.map(({ id, step, role, text }) => (
              <Menu.Item key={id} onClick={() => void tick(id, text)}>
                {stepLabels[step]}: {text}
                {role === null ? '' : ` (${sideLabels[role].toLowerCase()}s)`}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <Button variant="default" size="compact-sm" onClick={() => onMove({ ids, to: 'left' })}>
        Left…
      </Button>
      <Button variant="default" size="compact-sm" loading={remove.running} onClick={() => void toTrash()}>
        Delete
      </Button>
    </Bar>
  )
}
