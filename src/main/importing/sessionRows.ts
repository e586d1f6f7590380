import type { ImportPlan, SessionCandidate } from '@shared/domain/imports'
import { type DurationUnit, readMinutes, readRating, unitOfHeading } from './numberValues'
import {
  columnOf,
  columnsOf,
  longestLine,
  longestText,
  momentReader,
  problemIn,
  RowProblem,
  type RowReader,
  rowReader,
  within,
} from './rowParts'
import { attendeesReader } from './sessionPeople'
import { clean, knownLine, severalValues } from './textValues'
import { readTime } from './timeValues'
import { readConfidentiality, readMedium } from './wordValues'

const minutesOfDay = 24 * 60

/** A reader for sessions' rows: each has a date and says who met. */
export function sessionRowReader(plan: ImportPlan): RowReader<SessionCandidate> {
  const date = columnOf(plan, 'date')
  const readDate = momentReader(plan, date)
  const attendees = attendeesReader(plan)
  const start = clockReader(plan, 'startTime')
  const end = clockReader(plan, 'endTime')
  const minutes = minutesReader(plan)
  const fillWords = wordsFiller(plan)
  const fillTexts = textsFiller(plan)
  return rowReader((cells, line) => {
    const moment = readDate(cells[date] ?? '')
    if (moment === null) throw new RowProblem('This row has no date.')
    const people = attendees(cells)
    if (people.length === 0) throw new RowProblem('This row does not say who met.')
    const session: SessionCandidate = { line, heldOn: moment.date, attendees: people }
    const startTime = start(cells) ?? moment.time?.time.slice(0, 5)
    if (startTime !== undefined) session.startTime = startTime
    const length = minutes(cells) ?? span(startTime, end(cells))
    if (length !== undefined) session.minutes = length
    fillWords(cells, session)
    fillTexts(cells, session)
    return session
  })
}

/** Reads a time of day, alone or after a date, as `HH:MM`; undefined when the cell says nothing. */
function clockReader(plan: ImportPlan, field: string): (cells: readonly string[]) => string | undefined {
  const column = columnOf(plan, field)
  const readDate = momentReader(plan, column)
  return (cells) => {
    const text = knownLine(cells[column] ?? '')
    if (text === '') return undefined
    const time = readTime(text) ?? readDate(text)?.time
    if (time === null || time === undefined) throw problemIn(plan, column, text, 'is not a time of day.')
    return time.time.slice(0, 5)
  }
}

/** Minutes between two times of day; a session may go past midnight, but not for half a day. */
function span(start: string | undefined, end: string | undefined): number | undefined {
  if (start === undefined || end === undefined) return undefined
  const minutes = (clockMinutes(end) - clockMinutes(start) + minutesOfDay) % minutesOfDay
  return minutes <= minutesOfDay / 2 ? minutes : undefined
}

function clockMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function minutesReader(plan: ImportPlan): (cells: readonly string[]) => number | undefined {
  const column = columnOf(plan, 'minutes')
  const unit: DurationUnit = unitOfHeading(plan.columns[column] ?? '')
  return (cells) => {
    const text = knownLine(cells[column] ?? '')
    if (text === '') return undefined
    const minutes = readMinutes(text, unit)
    if (minutes === null) throw problemIn(plan, column, text, 'is not a length of time.')
    if (minutes > minutesOfDay) throw problemIn(plan, column, text, 'is longer than a day.')
    return minutes
  }
}

function wordsFiller(plan: ImportPlan): (cells: readonly string[], session: SessionCandidate) => void {
  const medium = columnOf(plan, 'medium')
  const rating = columnOf(plan, 'rating')
  const confidentiality = columnOf(plan, 'confidentiality')
  return (cells, session) => {
    const mediumText = knownLine(cells[medium] ?? '')
    if (mediumText !== '') session.medium = readMedium(mediumText)
    const ratingText = knownLine(cells[rating] ?? '')
    if (ratingText !== '') {
      const value = readRating(ratingText)
      if (value === null) throw problemIn(plan, rating, ratingText, 'is not a rating from 1 to 5.')
      session.rating = value
    }
    const whoReads = knownLine(cells[confidentiality] ?? '')
    if (whoReads === '') return
    const value = readConfidentiality(whoReads)
    if (value === null) {
      throw problemIn(
        plan,
        confidentiality,
        whoReads,
        'does not say who may read it: use private, pair or shareable.',
      )
    }
    session.confidentiality = value
  }
}

function textsFiller(plan: ImportPlan): (cells: readonly string[], session: SessionCandidate) => void {
  const title = columnOf(plan, 'title')
  const agenda = columnOf(plan, 'agenda')
  const notes = columnsOf(plan, 'notes')
  const topics = columnsOf(plan, 'topics')
  const actionItems = columnsOf(plan, 'actionItems')
  return (cells, session) => {
    const titleText = knownLine(cells[title] ?? '')
    if (titleText !== '') session.title = within(plan, title, titleText, longestLine)
    const agendaText = clean(cells[agenda] ?? '')
    if (agendaText !== '') session.agenda = within(plan, agenda, agendaText, longestText)
    const parts = notes.map((column) => clean(cells[column] ?? '')).filter((part) => part !== '')
    if (parts.length > 0) session.notes = within(plan, notes[0] ?? -1, parts.join('\n\n'), longestText)
    const topicNames = listOf(plan, cells, topics, severalValues)
    if (topicNames.length > 100) throw new RowProblem('This row has more than 100 topics.')
    if (topicNames.length > 0) session.topics = topicNames
    const items = listOf(plan, cells, actionItems, actionLines)
    if (items.length > 200) throw new RowProblem('This row has more than 200 action items.')
    if (items.length > 0) session.actionItems = items
  }
}

function listOf(
  plan: ImportPlan,
  cells: readonly string[],
  columns: readonly number[],
  split: (cell: string) => string[],
): string[] {
  const values = new Set<string>()
  for (const column of columns) {
    const cell = cells[column] ?? ''
    if (knownLine(cell) === '') continue
    for (const value of split(cell)) values.add(within(plan, column, value, longestLine))
  }
  return [...values]
}

/** Action items stand on lines of their own or between semicolons; commas belong to their sentences. */
function actionLines(cell: string): string[] {
  return cell
    .split(/[\n\r;|]|:::/)
    .map((item) => knownLine(item.replace(/^\s*(?:[-*•–]|\d+[.)]|\[[ x]\])+\s*/i, '')))
    .filter((item) => item !== '')
}
