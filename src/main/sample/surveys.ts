import { itemAt, mix, Random } from '@shared/domain/random'
import { turned } from '@shared/domain/surveys/scale'
import { type SurveyTemplate, surveyTemplates } from '@shared/domain/surveys/templates'
import type { Calendar } from './calendar'
import type { PlannedMatch } from './matches'
import type { SampleProgram, SampleSurveyResponse } from './types'

/** Days between two rounds of a survey. */
const rounds = [91, 182] as const
/** The templates that are in use: how matches are doing, and whether there is good ground for mentoring. */
export const sampleSurveys: readonly SurveyTemplate[] = [0, 3].map((index) => itemAt(surveyTemplates, index))
/** Of those who are asked. */
const answering = 0.72
/** However large the program: so many matches are asked. */
const mostMatches = 60

/** What was answered, in the order of the surveys: round by round, a little better each time. */
export function planSurveys(
  seed: number,
  calendar: Calendar,
  programs: readonly SampleProgram[],
  matches: readonly PlannedMatch[],
): SampleSurveyResponse[] {
  const random = new Random(mix(seed, 0x737276))
  return sampleSurveys.flatMap((template, survey) =>
    programs.flatMap((_, program) => {
      const asked = matches
        .filter(({ record, from, until }) => record.program === program && from <= until)
        .slice(0, mostMatches)
      const begin = Math.min(...asked.map(({ from }) => from))
      const every = rounds[survey] ?? 91
      const last = Math.min(calendar.today, Math.max(...asked.map(({ until }) => until)))
      const days: number[] = []
      for (let day = begin + 60; day + 14 <= last; day += every) days.push(day)
      return days.flatMap((day, round) => {
        // Whoever is in several matches is asked once.
        const done = new Set<number>()
        return asked.flatMap(({ index, record, from, until }) =>
          from > day || until + 45 < day
            ? []
            : record.members
                .filter(({ member }) => !done.has(member) && random.chance(answering))
                .map(({ member }) => {
                  done.add(member)
                  const on = calendar.text(calendar.workday(day + random.below(13)))
                  return {
                    survey,
                    program,
                    match: index,
                    member,
                    on,
                    answers: answersOf(template, member, round, random),
                  }
                }),
        )
      })
    }),
  )
}

/** Everybody has a temper of their own, and every part of the survey its own level. */
function answersOf(
  { scale }: SurveyTemplate,
  member: number,
  round: number,
  random: Random,
): (number | null)[] {
  const points = scale.anchors.length
  const temper = (mix(member, 0x74) % 1000) / 1000 - 0.5
  return scale.items.map(({ reversed, subscale }) => {
    if (random.chance(0.04)) return null
    const level = 4.1 - 0.45 * (subscale ?? 0) + temper * 1.6 + round * 0.14 + (random.next() - 0.5) * 1.5
    const answer = Math.min(points, Math.max(1, Math.round(level)))
    return reversed ? turned(answer, points) : answer
  })
}
