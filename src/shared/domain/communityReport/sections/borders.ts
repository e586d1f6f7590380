import { section, table } from '../../report/parts'
import { leans, type ReportSection, type ReportTable } from '../../report/report'
import { fewerThanSmallest, isLarge, isTellable, smallest } from '../../report/smallGroups'
import { capital, countedWords, decimalWords, partWords } from '../../report/words'
import { countWords } from '../../summaryWords'
import type { RedactionLevel } from '../../vocabulary'
import type { CommunityRecords, ReportedBorder } from '../records'

const words = {
  location: { one: 'place', many: 'places' },
  department: { one: 'department', many: 'departments' },
} as const

/** More rows than this are no picture on paper. */
const mostInMatrix = 8
const mostStrangers = 20

/** How contacts cross a border, beside what chance would give. Null where nothing of it is known. */
export function bordersSection(
  border: ReportedBorder,
  records: CommunityRecords,
  redaction: RedactionLevel,
): ReportSection | null {
  const { external, internal, unknown } = border
  const ties = external + internal
  if (ties === 0) return null
  const { many } = words[border.border]
  const told = isLarge(ties, redaction) && [external, internal].every((count) => isTellable(count, redaction))
  const all = groupsOf(border, redaction)
  const groups = all.slice(0, mostInMatrix)
  return section(
    `Between ${many}`,
    [
      told ? crossedWords(border) : roughlyWords(border),
      redaction === 'figures' ? '' : assignedWords(border, records),
      unknown > 0 && isTellable(unknown, redaction)
        ? `${capital(countedWords(unknown, 'tie'))} more ${unknown === 1 ? 'is' : 'are'} with people whose ${border.border} is not known.`
        : '',
      redaction === 'figures' && border.groups.some(({ people }) => !isLarge(people, redaction))
        ? `${capital(many)} with ${fewerThanSmallest} people are left out below.`
        : '',
      all.length > groups.length ? `The ${countWords(groups.length)} with most people are told below.` : '',
    ],
    [
      ...(told ? [tiesTable(border)] : []),
      ...matrixTable(border, groups, redaction),
      ...strangersTable(border, groups),
    ],
  )
}

function crossedWords({ border, external, internal, chance }: ReportedBorder): string {
  const ties = external + internal
  const { one } = words[border]
  const share = `${capital(partWords(external, ties, 'tie'))} between two people ${external === 1 && ties === 1 ? 'leads' : 'lead'} from one ${one} to another`
  if (chance === null) return `${share}.`
  return `${share}; if everybody met by chance, about ${decimalWords((ties * (chance + 1)) / 2)} would.`
}

/** Without numbers, where these would tell a few people apart. */
function roughlyWords({ border, external, internal, chance }: ReportedBorder): string {
  const share = external / (external + internal)
  const expected = chance === null ? null : (chance + 1) / 2
  const { one } = words[border]
  if (expected === null)
    return `Too few ties are known between people of one ${one} and another to tell more.`
  if (share < expected) return `Less crosses from one ${one} to another than chance would give.`
  return `From one ${one} to another crosses as much as chance would give, or more.`
}

/** The same without the pairs whom the coordinator put together. */
function assignedWords({ border, external }: ReportedBorder, { aliveness }: CommunityRecords): string {
  const side = aliveness.parts
    .find(({ key }) => key === 'boundaries')
    ?.also.find(({ name }) => name === `between ${border}s, without assigned pairs`)
  if (!side || side.numerator === null || side.denominator === null) return ''
  if (side.numerator === external) return ''
  return `Without the pairs that were matched it is ${decimalWords(side.numerator)}, against ${decimalWords(side.denominator)} by chance.`
}

function tiesTable({ border, external, internal, unknown, index, chance }: ReportedBorder): ReportTable {
  const ties = external + internal
  return table(`Ties across ${words[border].many}`, {
    columns: [
      { title: 'Ties', kind: 'text' },
      { title: 'Across', kind: 'count' },
      { title: 'Within', kind: 'count' },
      { title: 'Across by chance', kind: 'decimal' },
      { title: 'E-I index', kind: 'index' },
      { title: 'E-I by chance', kind: 'index' },
    ],
    rows: [
      [
        unknown === 0 ? 'All' : 'All that are known',
        external,
        internal,
        chance === null ? null : (ties * (chance + 1)) / 2,
        index,
        chance,
      ],
    ],
  })
}

interface Group {
  name: string
  /** Its place in the border's rows. */
  at: number
}

function groupsOf({ groups }: ReportedBorder, redaction: RedactionLevel): Group[] {
  return groups
    .map(({ name, people }, at) => ({ name, people, at }))
    .filter(({ people }) => isLarge(people, redaction))
}

/** Every group with every: how many times what chance would give. Nothing where chance gives next to nothing. */
function matrixTable(
  { border, ties, expected }: ReportedBorder,
  groups: readonly Group[],
  redaction: RedactionLevel,
): ReportTable[] {
  const { one, many } = words[border]
  const fewest = redaction === 'figures' ? smallest : 1
  const rows = groups.map((row) => [
    row.name,
    ...groups.map((column) =>
      leanOf(ties[row.at]?.[column.at] ?? 0, expected[row.at]?.[column.at] ?? 0, fewest),
    ),
  ])
  if (groups.length < 2 || rows.every((row) => row.slice(1).every((cell) => cell === null))) return []
  return [
    table(`${capital(many)} with ${many}, against chance`, {
      columns: [
        { title: capital(one), kind: 'text' },
        ...groups.map(({ name }) => ({ title: name, kind: 'lean' as const })),
      ],
      rows,
      picture: 'matrix',
    }),
  ]
}

/** Below so many that chance would give, fewer or more say nothing; from five on no few people can be worked out. */
function leanOf(ties: number, expected: number, fewest: number): number | null {
  if (expected < fewest) return null
  if (ties === 0) return leans.never
  const times = ties / expected
  return times < 0.75 ? leans.less : times < 1.34 ? leans.even : leans.more
}

function strangersTable({ border, neverMeet }: ReportedBorder, groups: readonly Group[]): ReportTable[] {
  const told = new Set(groups.map(({ name }) => name))
  const pairs = neverMeet.filter(({ a, b, expected }) => told.has(a) && told.has(b) && expected >= 1)
  if (pairs.length === 0) return []
  return [
    table(`${capital(words[border].many)} that never meet`, {
      columns: [
        { title: 'Between', kind: 'text' },
        { title: 'Ties by chance', kind: 'decimal' },
      ],
      rows: pairs.slice(0, mostStrangers).map(({ a, b, expected }) => [`${a} and ${b}`, expected]),
      picture: 'bars',
    }),
  ]
}
