import { plainText } from '../../excerpt'
import { cleanLine } from '../../markdownText'
import { section, table } from '../../report/parts'
import type { ReportSection, ReportTable } from '../../report/report'
import { fewerThanSmallest, isTellable } from '../../report/smallGroups'
import { capital, countedWords, everyDays } from '../../report/words'
import { dayWords } from '../../summaryWords'
import type { RedactionLevel } from '../../vocabulary'
import type { CommunityRecords } from '../records'

/** What the community is, and where it is on its way. */
export function aboutSection(records: CommunityRecords, redaction: RedactionLevel): ReportSection {
  const { community } = records
  const named = redaction !== 'figures'
  return section(
    'The community',
    [
      plainText(community.domain),
      plainText(community.purpose),
      `${stageWords(community)} ${rhythmWords(community.rhythmDays)}`,
      named ? tendedWords(community) : tendedAnonymously(community),
      ...(named ? spacesWords(community) : []),
      membersWords(records, redaction),
    ],
    stagesTable(community.stages, redaction),
  )
}

function stageWords({ stage, stages, beganOn, endedOn }: CommunityRecords['community']): string {
  const since = stages[0]?.since
  const ended = endedOn === null ? '' : ` It ended on ${dayWords(endedOn)}.`
  const began = beganOn === null ? '' : `It began on ${dayWords(beganOn)}. `
  return `${began}Its stage is ${stage}${since === undefined ? '' : `, since ${dayWords(since)}`}.${ended}`
}

function rhythmWords(rhythmDays: number | null): string {
  if (rhythmDays === null) return 'It has no fixed rhythm.'
  return `It means to gather every ${everyDays(rhythmDays)}.`
}

/** A sentence does not begin with a name: one of another script would turn its direction. */
function tendedWords({ coordinator, sponsor }: CommunityRecords['community']): string {
  const one =
    coordinator === null ? 'It is coordinated by nobody' : `It is coordinated by ${cleanLine(coordinator)}`
  return sponsor === null ? `${one}; it has no sponsor.` : `${one}, and sponsored by ${cleanLine(sponsor)}.`
}

function tendedAnonymously({ coordinator, sponsor }: CommunityRecords['community']): string {
  const has = [
    coordinator === null ? 'no coordinator' : 'a coordinator',
    sponsor === null ? 'no sponsor' : 'a sponsor',
  ]
  return `It has ${has.join(' and ')}.`
}

function spacesWords({ publicSpaces, privateSpaces }: CommunityRecords['community']): string[] {
  return [
    publicSpaces === null ? '' : `In the open it meets here: ${plainText(publicSpaces)}`,
    privateSpaces === null ? '' : `Among themselves its members meet here: ${plainText(privateSpaces)}`,
  ]
}

function membersWords(records: CommunityRecords, redaction: RedactionLevel): string {
  const { members } = records.aliveness
  if (!isTellable(members, redaction))
    return `${capital(fewerThanSmallest)} members belonged to it at the end.`
  return `${capital(countedWords(members, 'member'))} belonged to it at the end.${changedWords(records, redaction)}`
}

function changedWords({ joined, left }: CommunityRecords, redaction: RedactionLevel): string {
  if (joined + left === 0) return ' Nobody joined or left in this time.'
  if (![joined, left].every((count) => isTellable(count, redaction))) return ''
  return ` In this time ${joined === 0 ? 'nobody' : countedWords(joined, 'member')} joined, and ${left === 0 ? 'nobody' : countedWords(left, 'member')} left.`
}

function stagesTable(
  stages: CommunityRecords['community']['stages'],
  redaction: RedactionLevel,
): ReportTable[] {
  const hasNotes = redaction === 'none' && stages.some(({ note }) => note !== null)
  if (stages.length < 2 && !hasNotes) return []
  return [
    table('Its stages', {
      columns: [
        { title: 'Stage', kind: 'text' },
        { title: 'Since', kind: 'day' },
        ...(hasNotes ? [{ title: 'Note', kind: 'text' as const }] : []),
      ],
      rows: stages.map(({ stage, since, note }) => [
        capital(stage),
        since,
        ...(hasNotes ? [note === null ? null : cleanLine(note)] : []),
      ]),
    }),
  ]
}
