import { cleanLine } from '../markdownText'
import { listWords } from '../summaryWords'
import type { ReportMatch } from './records'

/** The people of a match, as they are named in the report. */
export function matchName({ people }: ReportMatch): string {
  return people.length === 0 ? 'Nobody' : listWords(people.map(({ name }) => cleanLine(name)))
}
