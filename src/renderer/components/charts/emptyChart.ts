import type { ChartStatus } from './chartProps'
import { formatDate, type Locale } from './formats'

/** What is said in place of a chart without any record in its period. */
export function nothingBetween(from: string, to: string, locale: Locale): ChartStatus {
  const day = (date: string) => formatDate(date, 'date', locale)
  return {
    kind: 'empty',
    message: `Nothing was recorded between ${day(from)} and ${day(to)}. Widen the period to see more.`,
  }
}
