import { Button, Checkbox, NumberInput } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import type { Gathering } from '@shared/contract/gatherings'
import { mostWithTies } from '@shared/domain/pairs'
import { type KeyboardEvent, useRef } from 'react'
import classes from './Attendance.module.css'
import { NameInput } from './NameInput'
import { type Attendance, useAttendance } from './useAttendance'

/** So many names are shown to tick; the others are found by typing. */
const mostShown = 400

/** Who was there: by typing, as the last time, or by going through the list. */
export function AttendancePart({ gathering }: { gathering: Gathering }) {
  const attendance = useAttendance(gathering)
  const save = useCommand('gatherings.attend')
  const form = useRef<HTMLFormElement>(null)
  const { there, guests, isChanged } = attendance
  const all = there.size + guests

  async function submit() {
    const attendees = [...there].map(([memberId, minutes]) => ({ memberId, minutes }))
    const done = await save.run({ id: gathering.id, attendees, guests })
    if (done)
      tell(
        all === 0 ? 'Noted: nobody was there.' : `Noted: ${counted(all, 'person was', 'people were')} there.`,
      )
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <form
      ref={form}
      className={classes.part}
      aria-label="Who was there"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={classes.bar}>
        <h2>Who was there</h2>
        <NameInput people={attendance.people} isThere={(id) => there.has(id)} onPick={attendance.toggle} />
        <Shortcuts gathering={gathering} attendance={attendance} />
      </div>
      <Names attendance={attendance} gathering={gathering} />
      <div className={classes.end}>
        <NumberInput
          className={classes.guests}
          label="And guests who are in no directory"
          min={0}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          value={guests}
          onChange={(value) => attendance.setGuests(typeof value === 'number' ? value : 0)}
        />
        <p role="status">
          {numberText(all)} there. {tieWords(all)}
        </p>
        <Button type="submit" loading={save.running} disabled={!isChanged}>
          Save who was there
        </Button>
      </div>
    </form>
  )
}

function tieWords(all: number): string {
  if (all < 2) return ''
  return all <= mostWithTies
    ? 'Each two of them count as being in contact.'
    : `More than ${mostWithTies} count as having been there, and no two of them as being in contact.`
}

interface Props {
  gathering: Gathering
  attendance: Attendance
}

function Shortcuts({ gathering: { lastTime, members }, attendance: { there, add, clear } }: Props) {
  return (
    <div className={classes.shortcuts}>
      {lastTime === null ? null : (
        <Button variant="default" size="compact-sm" onClick={() => add(lastTime.people)}>
          Same as on {shortDate(lastTime.heldOn)}
        </Button>
      )}
      {members.length === 0 ? null : (
        <Button variant="default" size="compact-sm" onClick={() => add(members)}>
          Everybody
        </Button>
      )}
      {there.size === 0 ? null : (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={clear}>
          Nobody
        </Button>
      )}
    </div>
  )
}

function Names({ gathering, attendance: { people, there, toggle } }: Props) {
  const belonging = new Set(gathering.members.map(({ id }) => id))
  const shown = [...people].sort((one, other) => Number(there.has(other.id)) - Number(there.has(one.id)))
  const ticked = shown.filter(({ id }) => there.has(id))
  // Names stand where they are in the alphabet; only where there are too many come those first who are ticked.
  const listed = people.length <= mostShown ? people : shown.slice(0, Math.max(mostShown, ticked.length))
  const more = people.length - listed.length
  if (people.length === 0) {
    return (
      <p className={classes.hint}>Nobody belongs to this community yet: type the names of those who came.</p>
    )
  }
  return (
    <>
      <ul className={classes.names}>
        {listed.map((member) => {
          const minutes = there.get(member.id)
          return (
            <li key={member.id}>
              <Checkbox
                label={
                  <span dir="auto">
                    {member.name}
                    {belonging.has(member.id) ? null : <small>guest</small>}
                    {minutes == null ? null : <small>{numberText(minutes)} min</small>}
                  </span>
                }
                checked={there.has(member.id)}
                onChange={() => toggle(member)}
              />
            </li>
          )
        })}
      </ul>
      {more > 0 ? (
        <p className={classes.hint}>{numberText(more)} more: type a name to tick one of them.</p>
      ) : null}
    </>
  )
}
