import { addDays, monthStart } from './calendar'

/** What stands in the directory for somebody who was erased. */
export const erasedName = 'Erased member'

/** What stands for the text of an action item that was erased. */
export const erasedText = 'Erased'

/** What stands in others' texts for somebody who was erased. */
export const erasedInText = 'someone'

/** So many members have to share a location and a department for an erased one to go on counting there. */
export const smallestGroup = 5

/** The charts look back a year and some weeks from today. */
const lookedBack = 400

/**
 * A date of an erased member as coarse as the figures allow: its year, or its month while it still lies in the time
 * that charts show, so that nobody is counted a day before or after.
 */
export function coarseDate(date: string, today: string): string {
  return date < addDays(today, -lookedBack) ? `${date.slice(0, 4)}-01-01` : monthStart(date)
}
