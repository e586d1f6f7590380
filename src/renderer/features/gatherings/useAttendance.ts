import type { Reference } from '@shared/contract/fields'
import type { Gathering } from '@shared/contract/gatherings'
import { useState } from 'react'

/** Who was there, as it is being ticked off. */
export interface Attendance {
  /** The minutes of everybody who was there, by id; null where they are not known. */
  there: ReadonlyMap<number, number | null>
  /** The list to tick, by name: who belongs to the community, and whoever else was there. */
  people: readonly Reference[]
  guests: number
  /** Whether anything differs from what is saved. */
  isChanged: boolean
  toggle(member: Reference): void
  /** Ticks these as well; nobody is unticked. */
  add(members: readonly Reference[]): void
  clear(): void
  setGuests(guests: number): void
}

export function useAttendance(gathering: Gathering): Attendance {
  const [there, setThere] = useState(() => savedOf(gathering))
  const [others, setOthers] = useState<readonly Reference[]>([])
  const [guests, setGuests] = useState(gathering.guests)
  const saved = savedOf(gathering)
  const people = merged([gathering.members, gathering.attendees, others])
  const known = new Set(people.map(({ id }) => id))
  const differs = there.size !== saved.size || [...there.keys()].some((id) => !saved.has(id))

  function add(members: readonly Reference[]): void {
    setOthers((before) => [...before, ...members.filter(({ id }) => !known.has(id))])
    setThere((before) => {
      const after = new Map(before)
      for (const { id } of members) after.set(id, before.get(id) ?? saved.get(id) ?? null)
      return after
    })
  }

  return {
    there,
    people,
    guests,
    isChanged: differs || guests !== gathering.guests || gathering.status !== 'held',
    toggle: (member) => {
      if (!there.has(member.id)) return add([member])
      setThere((before) => new Map([...before].filter(([id]) => id !== member.id)))
    },
    add,
    clear: () => setThere(new Map()),
    setGuests,
  }
}

function savedOf({ attendees }: Gathering): ReadonlyMap<number, number | null> {
  return new Map(attendees.map(({ id, minutes }) => [id, minutes]))
}

/** Everybody once, by name. */
function merged(lists: readonly (readonly Reference[])[]): Reference[] {
  const all = new Map(lists.flat().map(({ id, name }) => [id, { id, name }]))
  return [...all.values()].sort((one, other) => one.name.localeCompare(other.name))
}
