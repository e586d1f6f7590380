import { levelThresholds } from '../../participation'
import { section, table } from '../../report/parts'
import type { Cell, ReportSection, ReportTable } from '../../report/report'
import { fewerThanSmallest, isTellable } from '../../report/smallGroups'
import { capital, countedWords } from '../../report/words'
import { dayWords, listWords } from '../../summaryWords'
import { type ParticipationLevel, participationLevels, type RedactionLevel } from '../../vocabulary'
import type { CommunityRecords, ReportedParticipation } from '../records'
import { toldParts } from '../smallParts'

/** How near the centre people are, who moved, and whom to ask. Null where there is nobody. */
export function participationSection(
  { participation, aliveness }: CommunityRecords,
  redaction: RedactionLevel,
): ReportSection | null {
  if (aliveness.members === 0) return null
  const title = 'Participation'
  if (participation === null)
    return section(
      title,
      ['Under five weeks the levels coincide; they can be told from its fifth week on.'],
      [],
    )
  const { weeks, on, flow } = participation
  const { core, active } = levelThresholds(weeks)
  const levels = toldLevels(participation, redaction, unseenIn(aliveness, redaction))
  return section(
    title,
    [
      `By the ${countedWords(weeks, 'week')} to ${dayWords(on)}: core took part in ${core} or more of them, active in ${active} or more, peripheral in at least one, outside in none.`,
      flowWords(flow, redaction),
      levels.length < participationLevels.length
        ? `Levels with ${fewerThanSmallest} people are told together with the next.`
        : '',
    ],
    [
      ...(levels.length === 0 ? [] : [levelsTable(levels)]),
      ...(redaction === 'figures' ? [] : [...movedTable(participation), ...askedTable(participation)]),
    ],
  )
}

interface ToldLevel {
  levels: ParticipationLevel[]
  members: number
}

/**
 * The levels from the centre outwards, those with a few people together with the next, so that nobody can be worked out
 * from how many there are in all, or from how many took part at all in the longer time of the parts.
 */
function toldLevels(
  { counts }: ReportedParticipation,
  redaction: RedactionLevel,
  unseen: number | null,
): ToldLevel[] {
  const told: ToldLevel[] = []
  for (const level of participationLevels) {
    const before = told.at(-1)
    const isNear =
      level === 'outside' && unseen !== null && !isTellable(Math.abs(unseen - counts.outside), redaction)
    if (before && (isNear || !isTellable(before.members, redaction))) {
      before.levels.push(level)
      before.members += counts[level]
    } else told.push({ levels: [level], members: counts[level] })
  }
  let last = told.at(-1)
  while (last && !isTellable(last.members, redaction)) {
    told.pop()
    const before = told.at(-1)
    if (!before) return []
    before.levels.push(...last.levels)
    before.members += last.members
    last = before
  }
  return told
}

/** How many members took part in nothing, where that is told by the parts. */
function unseenIn({ parts }: CommunityRecords['aliveness'], redaction: RedactionLevel): number | null {
  const breadth = toldParts(parts, redaction).find(({ key }) => key === 'breadth')
  if (!breadth || breadth.value === null) return null
  return (breadth.denominator ?? 0) - (breadth.numerator ?? 0)
}

function levelsTable(levels: readonly ToldLevel[]): ReportTable {
  const all = levels.reduce((sum, { members }) => sum + members, 0)
  return table('Levels of participation', {
    columns: [
      { title: 'Level', kind: 'text' },
      { title: 'Members', kind: 'count' },
      { title: 'Of all', kind: 'share' },
    ],
    rows: levels.map((told): Cell[] => [
      capital(told.levels.join(' or ')),
      told.members,
      all === 0 ? null : told.members / all,
    ]),
    picture: 'bars',
  })
}

function flowWords(
  { inward, outward, held }: ReportedParticipation['flow'],
  redaction: RedactionLevel,
): string {
  if (inward + outward === 0) return held === 0 ? '' : 'Nobody moved between levels in twelve weeks.'
  if (![inward, outward, held].every((count) => isTellable(count, redaction))) return ''
  const moved = [
    inward === 0 ? '' : `${countedWords(inward, 'member')} came nearer the centre`,
    outward === 0 ? '' : `${countedWords(outward, 'member')} moved away from it`,
  ].filter((part) => part !== '')
  return `In twelve weeks ${listWords(moved)}.`
}

function movedTable({ moved }: ReportedParticipation): ReportTable[] {
  if (moved.length === 0) return []
  return [
    table('Who moved', {
      columns: [
        { title: 'Member', kind: 'text' },
        { title: 'From', kind: 'text' },
        { title: 'To', kind: 'text' },
        { title: 'In the week to', kind: 'day' },
      ],
      rows: moved.map(({ name, from, to, on }) => [name, from, to, on]),
    }),
  ]
}

function askedTable({ asked }: ReportedParticipation): ReportTable[] {
  if (asked.length === 0) return []
  return [
    table('Worth a word', {
      columns: [
        { title: 'Member', kind: 'text' },
        { title: 'Why', kind: 'text' },
        { title: 'Took part last', kind: 'day' },
      ],
      rows: asked.map(({ name, ask, lastSeen }) => [name, ask, lastSeen]),
    }),
  ]
}
