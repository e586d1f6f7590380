import { counted, gatheringLabels, numberText, shortDate } from '@renderer/components/labels'
import type { GatheringRow } from '@shared/contract/gatherings'
import type { GatheringKind } from '@shared/domain/vocabulary'

/** What a gathering is called. */
export function titleOf({ title, kind }: { title: string | null; kind: GatheringKind }): string {
  return title ?? gatheringLabels[kind]
}

interface When {
  startsAt: string | null
  minutes: number | null
  place: string | null
  isPrivate: boolean
  host: { name: string } | null
}

/** "14:30, 90 min, harbour office, led by Mira Okafor, not open to all". */
export function detailsOf({ startsAt, minutes, place, isPrivate, host }: When): string {
  return [
    startsAt,
    minutes === null ? null : `${numberText(minutes)} min`,
    place,
    host === null ? null : `led by ${host.name}`,
    isPrivate ? 'not open to all' : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** How many were there: "14 there, 2 of them guests". */
export function attendanceWords({ attendees, asGuests, guests }: Attendance): string {
  const all = attendees + guests
  const outside = asGuests + guests
  if (all === 0) return 'nobody noted'
  return `${numberText(all)} there${outside === 0 ? '' : `, ${numberText(outside)} of them ${outside === 1 ? 'a guest' : 'guests'}`}`
}

type Attendance = Pick<GatheringRow, 'attendees' | 'asGuests' | 'guests'>

export type Standing = 'open' | 'coming' | 'held' | 'cancelled'

/** Where a gathering stands today: one that was planned for a day that is over is still to be noted. */
export function standingOf({ status, heldOn }: GatheringRow, today: string): Standing {
  if (status !== 'planned') return status
  return heldOn < today ? 'open' : 'coming'
}

/** How it goes, in a sentence above the list. */
export function readingOf(gatherings: readonly GatheringRow[], today: string): string {
  const of = (standing: Standing) => gatherings.filter((one) => standingOf(one, today) === standing)
  const [held, coming, open] = [of('held'), of('coming'), of('open')]
  const next = coming.at(-1)
  const lately = held.slice(0, 6)
  const usual = lately.map(({ attendees, guests }) => attendees + guests).sort((a, b) => a - b)
  const middle = usual[Math.floor(usual.length / 2)]
  return [
    held.length === 0
      ? 'Nothing was held yet.'
      : `${counted(held.length, 'gathering')} so far${middle === undefined || middle === 0 ? '' : `, usually with ${counted(middle, 'person', 'people')} lately`}.`,
    next === undefined ? 'Nothing is planned.' : `The next is on ${shortDate(next.heldOn)}.`,
    open.length === 0
      ? ''
      : `${open.length === 1 ? 'One was' : `${numberText(open.length)} were`} planned and not noted.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
