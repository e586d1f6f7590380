import { cronbachAlpha } from './alpha'
import { breakOut } from './breakOut'
import { type Answers, keyed, meanOf, type Scale, type Scores, scoresOf, smallestSurveyGroup } from './scale'

export interface SurveyResponse<Side extends string = string> {
  id: number
  /** Null: answered without a name. */
  memberId: number | null
  matchId: number | null
  /** Null: it is not known. */
  side: Side | null
  /** `YYYY-MM-DD` */
  on: string
  answers: Answers
}

/** A mean, where enough people have a score for it; null elsewhere. */
export type Mean = number | null

export interface Means {
  whole: Mean
  subscales: Mean[]
}

export interface PeriodMeans extends Means {
  /** Its first day. */
  from: string
  /** Null where it is kept back. */
  people: number | null
}

export interface GroupMeans<Key> extends Means {
  key: Key
  people: number
}

export const surveyPeriods = ['month', 'quarter', 'year'] as const
export type SurveyPeriod = (typeof surveyPeriods)[number]

export interface SurveyResults<Side extends string = string> extends Means {
  responses: number
  people: number
  /** Whether there are enough people for any figure. */
  shown: boolean
  alpha: number | null
  /** By item, turned round where it is reversed. */
  items: Mean[]
  period: SurveyPeriod
  /** In order; without those in which nobody answered. */
  periods: PeriodMeans[]
  sides: Groups<Side>
  matches: Groups<number>
}

export interface Groups<Key> {
  shown: GroupMeans<Key>[]
  /** Groups with answers that are not told apart. */
  kept: number
}

/** What a survey tells of those who answered, and of no few among them. */
export function resultsOf<Side extends string>(
  scale: Scale,
  responses: readonly SurveyResponse<Side>[],
): SurveyResults<Side> {
  const scored = responses.map((response) => ({ ...response, scores: scoresOf(scale, response.answers) }))
  const people = countPeople(scored)
  const shown = people >= smallestSurveyGroup
  const values = scored.map((one) => ({ ...one, keyed: keyed(scale, one.answers) }))
  const { period, periods } = overTime(shown ? scored : [], scale)
  return {
    responses: responses.length,
    people,
    shown,
    ...means(scored, scale),
    alpha: shown ? cronbachAlpha(values.map((one) => one.keyed)) : null,
    items: scale.items.map((_, index) => meanFor(values, (one) => one.keyed[index] ?? null)),
    period,
    periods,
    sides: groupsOf(shown ? scored : [], scale, ({ side }) => side),
    matches: groupsOf(shown ? scored : [], scale, ({ matchId }) => matchId),
  }
}

type Scored<Side extends string = string> = SurveyResponse<Side> & { scores: Scores }

/** Who answered without a name counts as somebody else each time. */
function countPeople(responses: readonly SurveyResponse[]): number {
  const named = responses.flatMap(({ memberId }) => memberId ?? [])
  return new Set(named).size + responses.length - named.length
}

function means(scored: readonly Scored[], { subscales }: Scale): Means {
  return {
    whole: meanFor(scored, ({ scores }) => scores.whole),
    subscales: subscales.map((_, index) => meanFor(scored, ({ scores }) => scores.subscales[index] ?? null)),
  }
}

function meanFor<One extends SurveyResponse>(all: readonly One[], value: (one: One) => number | null): Mean {
  const given = all.filter((one) => value(one) !== null)
  if (countPeople(given) < smallestSurveyGroup) return null
  return meanOf(given.map((one) => value(one) ?? 0))
}

/** By the shortest periods of which each can be told; by quarters where there is none such. */
function overTime(scored: readonly Scored[], scale: Scale): { period: SurveyPeriod; periods: PeriodMeans[] } {
  const tries = surveyPeriods.map((period) => ({ period, periods: byPeriod(scored, scale, period) }))
  const whole = tries.find(({ periods }) => periods.every(({ people }) => people !== null))
  const one = whole && whole.periods.length > 1 ? whole : tries[1]
  return one ?? { period: 'quarter', periods: [] }
}

function byPeriod(scored: readonly Scored[], scale: Scale, period: SurveyPeriod): PeriodMeans[] {
  const groups = [...Map.groupBy(scored, ({ on }) => periodOf(on, period))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const shown = breakOut(groups.map(([, members]) => countPeople(members)))
  return groups.map(([from, members], index) =>
    shown[index]
      ? { from, people: countPeople(members), ...means(members, scale) }
      : { from, people: null, ...means([], scale) },
  )
}

/** The first day of the period that a day is in. */
export function periodOf(day: string, period: SurveyPeriod): string {
  const [year = '', month = ''] = day.split('-')
  if (period === 'year') return `${year}-01-01`
  if (period === 'month') return `${year}-${month}-01`
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
  return `${year}-${String(first).padStart(2, '0')}-01`
}

/** Those of whom it is not known where they belong are a group as well, so that nobody else is found out by them. */
function groupsOf<Key extends string | number, One extends Scored>(
  scored: readonly One[],
  scale: Scale,
  keyOf: (one: One) => Key | null,
): Groups<Key> {
  const groups = [...Map.groupBy(scored, keyOf)]
  const apart = breakOut(groups.map(([, members]) => countPeople(members)))
  return {
    shown: groups.flatMap(([key, members], index) =>
      key === null || !apart[index] ? [] : [{ key, people: countPeople(members), ...means(members, scale) }],
    ),
    kept: groups.filter(([key], index) => key !== null && !apart[index]).length,
  }
}
