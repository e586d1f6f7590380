import type { ImportPlan, InteractionCandidate } from '@shared/domain/imports'
import { instantMaker } from './instants'
import {
  columnOf,
  longestLine,
  momentReader,
  problemIn,
  RowProblem,
  type RowReader,
  rowReader,
  within,
} from './rowParts'
import { cleanLine, knownLine } from './textValues'
import { readTime } from './timeValues'

/** A reader for rows of contacts: each says who reached out to whom, and when. */
export function interactionRowReader(plan: ImportPlan): RowReader<InteractionCandidate> {
  const fromColumn = columnOf(plan, 'from')
  const toColumn = columnOf(plan, 'to')
  const readAt = atReader(plan)
  const kindColumn = columnOf(plan, 'kind')
  const communityColumn = columnOf(plan, 'community')
  return rowReader((cells, line) => {
    const from = within(plan, fromColumn, cleanLine(cells[fromColumn] ?? ''), longestLine)
    const to = within(plan, toColumn, cleanLine(cells[toColumn] ?? ''), longestLine)
    if (from === '') throw new RowProblem('This row does not say who reached out.')
    if (to === '') throw new RowProblem('This row does not say to whom.')
    if (from === to || from.toLowerCase() === to.toLowerCase()) {
      throw new RowProblem(`“${from}” is on both sides: a contact is between two people.`)
    }
    const at = readAt(cells)
    const kind = within(plan, kindColumn, knownLine(cells[kindColumn] ?? ''), longestLine) || 'contact'
    const community = within(plan, communityColumn, knownLine(cells[communityColumn] ?? ''), longestLine)
    return community === '' ? { line, from, to, at, kind } : { line, from, to, at, kind, community }
  })
}

function atReader(plan: ImportPlan): (cells: readonly string[]) => string {
  const column = columnOf(plan, 'at')
  const timeColumn = columnOf(plan, 'time')
  const readMoment = momentReader(plan, column)
  const toInstant = instantMaker(plan.timeZone)
  return (cells) => {
    const moment = readMoment(cells[column] ?? '')
    if (moment === null) throw new RowProblem('This row has no date.')
    const timeText = moment.time === null ? knownLine(cells[timeColumn] ?? '') : ''
    if (timeText === '') return toInstant(moment)
    const time = readTime(timeText)
    if (time === null) throw problemIn(plan, timeColumn, timeText, 'is not a time of day.')
    return toInstant({ date: moment.date, time })
  }
}
