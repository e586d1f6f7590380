import { cleanLine } from '../../markdownText'
import { section, table } from '../../report/parts'
import type { Cell, ReportSection, ReportTable } from '../../report/report'
import { capital, countedWords, decimalWords } from '../../report/words'
import { listWords, monthWords } from '../../summaryWords'
import type { GroupMeans, PeriodMeans, SurveyPeriod } from '../../surveys/results'
import { smallestSurveyGroup } from '../../surveys/scale'
import { type MatchSide, matchSides, type RedactionLevel } from '../../vocabulary'
import { matchName } from '../matchName'
import type { ReportMatch } from '../records'
import type { SurveyFigures } from '../surveys'

const sides: Record<MatchSide, string> = { mentor: 'mentors', mentee: 'mentees', peer: 'peers' }

/** What those said who were asked; of few never anything. Null where nobody answered. */
export function surveysSection(
  surveys: readonly SurveyFigures[],
  matches: readonly ReportMatch[],
  redaction: RedactionLevel,
): ReportSection | null {
  if (surveys.length === 0) return null
  const names = new Map(matches.map((match) => [match.id, matchName(match)]))
  return section('What surveys say', surveys.map(sentenceOf), [
    ...meansTable('Survey results', surveys.flatMap(wholeRows)),
    ...meansTable('Surveys over time', surveys.flatMap(periodRows)),
    ...meansTable('Surveys by side', surveys.flatMap(sideRows)),
    ...(redaction === 'figures'
      ? []
      : meansTable(
          'Surveys by match',
          surveys.flatMap((one) => matchRows(one, names)),
        )),
  ])
}

/** A survey is known by its name, and by its version where there were several. */
function nameOf({ survey: { name, version } }: SurveyFigures): string {
  return version > 1 ? `${cleanLine(name)} (version ${version})` : cleanLine(name)
}

function sentenceOf(one: SurveyFigures): string {
  const { survey, results } = one
  if (!results.shown) {
    return `Fewer than ${countedWords(smallestSurveyGroup, 'person', 'people')} answered “${nameOf(one)}”, so their answers are not told.`
  }
  const who = `${capital(countedWords(results.people, 'person', 'people'))} answered “${nameOf(one)}”`
  if (results.whole === null) return `${who}, but too few of them enough of it for a score.`
  return `${who}: ${decimalWords(results.whole)} of ${survey.scale.anchors.length} on the whole.${partsWords(one)}`
}

/** Which part stands best and which lowest, where they differ by what is shown of them. */
function partsWords({ survey, results }: SurveyFigures): string {
  const parts = survey.scale.subscales
    .flatMap(({ name }, at) => {
      const mean = results.subscales[at] ?? null
      return mean === null ? [] : [{ name: cleanLine(name), mean }]
    })
    .sort((one, other) => other.mean - one.mean)
  const [best, lowest] = [parts[0], parts.at(-1)]
  if (!best || !lowest || decimalWords(best.mean) === decimalWords(lowest.mean)) return ''
  return ` ${listWords([`“${best.name}” stands best with ${decimalWords(best.mean)}`, `“${lowest.name}” lowest with ${decimalWords(lowest.mean)}`])}.`
}

function wholeRows(one: SurveyFigures): Cell[][] {
  const { survey, results } = one
  if (results.whole === null) return []
  return [
    rowOf(one, 'on the whole', results),
    ...survey.scale.subscales.flatMap(({ name }, at) => {
      const mean = results.subscales[at] ?? null
      return mean === null ? [] : [rowOf(one, cleanLine(name), { people: null, whole: mean })]
    }),
  ]
}

/** One period is no course over time. */
function periodRows(one: SurveyFigures): Cell[][] {
  const { period, periods } = one.results
  const told = periods.filter(({ whole }) => whole !== null)
  return told.length < 2 ? [] : told.map((part) => rowOf(one, whenOf(part, period), part))
}

function whenOf({ from }: PeriodMeans, period: SurveyPeriod): string {
  const year = from.slice(0, 4)
  if (period === 'year') return year
  return period === 'month'
    ? monthWords(from.slice(0, 7))
    : `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${year}`
}

function sideRows(one: SurveyFigures): Cell[][] {
  const { shown, kept } = one.results.sides
  if (shown.length + kept < 2) return []
  const told = scored(shown)
  return matchSides.flatMap((side) =>
    told.filter(({ key }) => key === side).map((group) => rowOf(one, sides[side], group)),
  )
}

function matchRows(one: SurveyFigures, names: ReadonlyMap<number, string>): Cell[][] {
  return scored(one.results.matches.shown).map((group) =>
    rowOf(one, names.get(group.key) ?? 'a match', group),
  )
}

function scored<Key>(groups: readonly GroupMeans<Key>[]): GroupMeans<Key>[] {
  return groups.filter(({ whole }) => whole !== null)
}

function rowOf(
  one: SurveyFigures,
  what: string,
  of: { people: number | null; whole: number | null },
): Cell[] {
  return [`${nameOf(one)} · ${what}`, of.whole, one.survey.scale.anchors.length, of.people]
}

function meansTable(title: string, rows: Cell[][]): ReportTable[] {
  if (rows.length === 0) return []
  return [
    table(title, {
      columns: [
        { title: 'Survey', kind: 'text' },
        { title: 'Mean', kind: 'decimal' },
        { title: 'Highest possible', kind: 'count' },
        { title: 'People', kind: 'count' },
      ],
      rows,
    }),
  ]
}
