import { minutesWords } from '../../summaryWords'
import { type Criterion, comparedBy } from './criterion'

const minutesOfDay = 24 * 60
const workingMinutes = 8 * 60

/** How much of a working day of eight hours the two have in common. */
export const timeZone: Criterion = (people) =>
  comparedBy<number>(people, {
    of: ({ utcOffset }) => utcOffset,
    key: String,
    fit: (mentee, mentor) => overlap(mentee, mentor) / workingMinutes,
    explain: (mentee, mentor) => {
      const apart = minutesApart(mentee, mentor)
      if (apart === 0) return 'Both are in the same time zone.'
      const common = overlap(mentee, mentor)
      const days = common === 0 ? 'do not overlap' : `overlap by ${minutesWords(common)}`
      return `Their clocks are ${minutesWords(apart)} apart, so that working days of 8 hours ${days}.`
    },
    unknown: 'The time zone is not known of both.',
  })

function minutesApart(one: number, other: number): number {
  const apart = Math.abs(one - other) % minutesOfDay
  return Math.min(apart, minutesOfDay - apart)
}

function overlap(one: number, other: number): number {
  return Math.max(0, workingMinutes - minutesApart(one, other))
}
