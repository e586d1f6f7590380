import { daysBetween } from '../../calendar'
import { plainText } from '../../excerpt'
import { cleanLine } from '../../markdownText'
import { section, table } from '../../report/parts'
import type { Cell, ReportSection, ReportTable } from '../../report/report'
import { fewerThanSmallest, isLarge, isTellable, leftOut } from '../../report/smallGroups'
import { capital, countedWords, decimalWords, everyDays, hoursOf } from '../../report/words'
import { countWords } from '../../summaryWords'
import type { GatheringKind, RedactionLevel } from '../../vocabulary'
import type { CommunityRecords, ReportedGathering } from '../records'

const kinds: Record<GatheringKind, string> = {
  meeting: 'Meeting',
  webinar: 'Webinar',
  visit: 'Visit',
  project: 'Project',
  other: 'Gathering',
}

/** What took place: contacts over time, and gatherings with who came. Null where there is nothing to say. */
export function gatheringsSection(
  records: CommunityRecords,
  redaction: RedactionLevel,
): ReportSection | null {
  const { gatherings, community, aliveness, time } = records
  if (gatherings.length + aliveness.contacts === 0) return null
  const held = gatherings.filter(({ status }) => status === 'held')
  // Contacts between all who were at a gathering tell how many they were.
  const isTimeTold =
    time.buckets.every(({ contacts }) => isTellable(contacts, redaction)) &&
    held.every((one) => isTellable(cameTo(one), redaction))
  const hasNotes = redaction === 'none' && held.some(({ notes }) => notes.trim() !== '')
  return section(
    'What took place',
    [
      `${capital(countedWords(aliveness.contacts, 'contact'))} between people ${aliveness.contacts === 1 ? 'is' : 'are'} recorded.`,
      heldWords(held),
      cancelledWords(gatherings),
      betweenWords(held, community.rhythmDays),
      cameWords(held, redaction),
      isTimeTold ? '' : leftOut,
    ],
    [
      ...(time.buckets.length > 1 && isTimeTold ? [timeTable(time)] : []),
      ...(held.length === 0 ? [] : [gatheringsTable(held, redaction)]),
      ...(hasNotes ? [notesTable(held)] : []),
    ],
  )
}

function heldWords(held: readonly ReportedGathering[]): string {
  if (held.length === 0) return 'No gathering took place.'
  const minutes = held.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  const hours = minutes === 0 ? '' : `, ${countedWords(hoursOf(minutes), 'hour')} in all`
  return `${capital(countedWords(held.length, 'gathering'))} took place${hours}.`
}

function cancelledWords(gatherings: readonly ReportedGathering[]): string {
  const cancelled = gatherings.filter(({ status }) => status === 'cancelled').length
  return cancelled === 0
    ? ''
    : `${capital(countWords(cancelled))} more ${cancelled === 1 ? 'was' : 'were'} cancelled.`
}

/** How far they lay apart, beside what was meant. */
function betweenWords(held: readonly ReportedGathering[], rhythmDays: number | null): string {
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last || held.length < 3) return ''
  const usual = Math.max(1, Math.round(daysBetween(first.heldOn, last.heldOn) / (held.length - 1)))
  const meant = rhythmDays === null ? '' : `; every ${everyDays(rhythmDays)} was meant`
  return `One took place every ${everyDays(usual)} on average${meant}.`
}

function cameWords(held: readonly ReportedGathering[], redaction: RedactionLevel): string {
  const noted = held.map(cameTo).filter((came) => came > 0)
  const told = noted.filter((came) => isTellable(came, redaction))
  if (told.length === 0) return held.length === 0 ? '' : 'How many came is not told.'
  const mean = decimalWords(told.reduce((sum, came) => sum + came, 0) / told.length)
  const where = told.length < held.length ? ` to the ${countWords(told.length)} of which it is told` : ''
  return `${mean} ${mean === '1' ? 'person' : 'people'} came on average${where}.${redaction === 'figures' && told.length < noted.length ? ` Of those with ${fewerThanSmallest} people it is not told.` : ''}`
}

function cameTo({ members, guests }: ReportedGathering): number {
  return members + guests
}

function timeTable({ by, buckets }: CommunityRecords['time']): ReportTable {
  const some = buckets.some(({ gatherings }) => gatherings > 0)
  return table(`Contacts by ${by}`, {
    columns: [
      by === 'week' ? { title: 'Week from', kind: 'day' } : { title: 'Month', kind: 'month' },
      { title: 'Contacts', kind: 'count' },
      ...(some ? [{ title: 'Gatherings', kind: 'count' as const }] : []),
    ],
    rows: buckets.map(({ start, contacts, gatherings }) => [
      by === 'week' ? start : start.slice(0, 7),
      contacts,
      ...(some ? [gatherings] : []),
    ]),
    picture: by === 'week' ? 'weeks' : 'months',
  })
}

/** A title may name somebody, and one of a few tells what they had to talk about. */
function titleOf({ title, kind, isPrivate }: ReportedGathering, redaction: RedactionLevel): string {
  if (title === null || (isPrivate && redaction !== 'none')) return kinds[kind]
  return cleanLine(title)
}

function gatheringsTable(held: readonly ReportedGathering[], redaction: RedactionLevel): ReportTable {
  if (redaction === 'figures') {
    return table('Gatherings', {
      columns: [
        { title: 'Kind', kind: 'text' },
        { title: 'People', kind: 'count' },
        { title: 'Day', kind: 'day' },
      ],
      rows: held.map((one): Cell[] => [
        kinds[one.kind],
        isLarge(cameTo(one), redaction) ? cameTo(one) : null,
        one.heldOn,
      ]),
      picture: 'bars',
    })
  }
  return table('Gatherings', {
    columns: [
      { title: 'Gathering', kind: 'text' },
      { title: 'People', kind: 'count' },
      { title: 'Of them guests', kind: 'count' },
      { title: 'Day', kind: 'day' },
      { title: 'Led by', kind: 'text' },
    ],
    rows: held.map((one) => [titleOf(one, redaction), cameTo(one), one.guests, one.heldOn, one.host]),
    picture: 'bars',
  })
}

function notesTable(held: readonly ReportedGathering[]): ReportTable {
  return table('Notes of gatherings', {
    columns: [
      { title: 'Gathering', kind: 'text' },
      { title: 'Day', kind: 'day' },
      { title: 'Notes', kind: 'text' },
    ],
    rows: held
      .filter(({ notes }) => notes.trim() !== '')
      .map((one) => [titleOf(one, 'none'), one.heldOn, plainText(one.notes)]),
  })
}
