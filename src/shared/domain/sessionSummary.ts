/** Session summaries as an ordered document, before any format. */
import { cleanLine } from './markdownText'
import type { SummaryEntry, SummarySession } from './redaction'
import { redactionStatement, redactSession } from './redaction'
import type { SummaryFigures } from './summaryFigures'
import { createFigureCounter } from './summaryFigures'
import { countWords, dayWords, listWords, minutesWords, monthWords, periodWords } from './summaryWords'
import type { RedactionLevel } from './vocabulary'

export type { SummaryEntry, SummarySession } from './redaction'
export type { SummaryFigures } from './summaryFigures'

/** Whose sessions of which dates a summary is about. */
export interface SummaryScope {
  /** Names of the members; empty means everybody. */
  members: string[]
  /** First and last calendar date, both included; null is open. */
  from: string | null
  to: string | null
  /** The program file's name. */
  programName: string
  /** The calendar date, or the moment, that the summary was made. */
  generatedOn: string
  /** The calendar date by which an action item is overdue or not. */
  today: string
}

/** What stands above the sessions. */
export interface SummaryHeader {
  title: string
  /** The dates that were asked for, in words. */
  period: string
  /** The figures as a person would say them. */
  reading: string
  redaction: RedactionLevel
  /** What is left out and what is still in, in sentences. */
  redactionNote: string
  programName: string
  /** In words: "23 November 2026". */
  generatedOn: string
  figures: SummaryFigures
}

export interface SummaryDocument extends SummaryHeader {
  /** In the order in which the sessions were given; empty in a report of figures. */
  entries: SummaryEntry[]
}

/** The head of a summary from figures that were counted before, with `createFigureCounter`. */
export function summaryHeader(
  scope: SummaryScope,
  figures: SummaryFigures,
  redaction: RedactionLevel,
): SummaryHeader {
  return {
    title: titleOf(scope.members, redaction),
    period: periodWords(scope.from, scope.to),
    reading: readingOf(figures, redaction),
    redaction,
    redactionNote: redactionStatement(redaction, figures),
    programName: cleanLine(scope.programName),
    generatedOn: dayWords(scope.generatedOn),
    figures,
  }
}

/**
 * The whole summary of sessions that fit in memory. For thousands, count the figures in one pass and redact
 * each session in a second, as `main/exporting` does.
 */
export function buildSummary(
  scope: SummaryScope,
  sessions: readonly SummarySession[],
  redaction: RedactionLevel,
): SummaryDocument {
  const counter = createFigureCounter(redaction, scope.today)
  for (const session of sessions) counter.add(session)
  return {
    ...summaryHeader(scope, counter.figures(), redaction),
    entries: sessions.flatMap((session) => redactSession(session, redaction) ?? []),
  }
}

/** More names than this make a title unreadable. */
const mostNames = 3

function titleOf(members: readonly string[], redaction: RedactionLevel): string {
  if (members.length === 0) return 'Mentoring sessions'
  if (redaction === 'figures' || members.length > mostNames) {
    return `Sessions of ${countWords(members.length)} ${members.length === 1 ? 'member' : 'members'}`
  }
  return `Sessions of ${listWords(members.map(cleanLine))}`
}

function readingOf(figures: SummaryFigures, redaction: RedactionLevel): string {
  if (figures.sessions === 0) return 'No session in this period.'
  return [
    sessionsSentence(figures, spanWords(figures, redaction)),
    peopleSentence(figures),
    actionsSentence(figures),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** From the first session to the last; a report of figures names their months alone. */
function spanWords({ firstOn, lastOn }: SummaryFigures, redaction: RedactionLevel): string {
  const [first, last] = [firstOn ?? '', lastOn ?? '']
  if (redaction !== 'figures')
    return first === last ? `on ${dayWords(first)}` : `from ${periodWords(first, last)}`
  const [firstMonth, lastMonth] = [first.slice(0, 7), last.slice(0, 7)]
  if (firstMonth === lastMonth) return `in ${monthWords(firstMonth)}`
  return `from ${monthWords(firstMonth)} to ${monthWords(lastMonth)}`
}

function sessionsSentence({ sessions, minutes, unknownMinutes }: SummaryFigures, span: string): string {
  const count = `${capital(countWords(sessions))} ${sessions === 1 ? 'session' : 'sessions'}`
  if (unknownMinutes === sessions) return `${count} ${span}, of unknown length.`
  const total = `${minutesWords(minutes)}${sessions === 1 ? '' : ' in all'}`
  if (unknownMinutes === 0) return `${count} ${span}, ${total}.`
  return `${count} ${span}, ${total}, not counting ${countWords(unknownMinutes)} of unknown length.`
}

function peopleSentence({ people, media, sessions }: SummaryFigures): string {
  if (people === 0) return ''
  const took = `${capital(countWords(people))} ${people === 1 ? 'person' : 'people'} took part`
  const usual = media.find(({ medium, sessions: held }) => medium !== null && held * 2 > sessions)
  return usual === undefined || usual.medium === 'other'
    ? `${took}.`
    : `${took}, mostly ${mediumWords[usual.medium ?? 'other']}.`
}

const mediumWords = {
  'in person': 'in person',
  video: 'by video',
  phone: 'by phone',
  chat: 'by chat',
  'e-mail': 'by e-mail',
  other: 'in other ways',
} as const

function actionsSentence({ actionItems: { open, overdue, done } }: SummaryFigures): string {
  if (open + done === 0) return ''
  if (open === 0) return 'No action item is open.'
  const late =
    overdue === 0 ? '' : overdue === open ? ' and overdue' : `, ${countWords(overdue)} of them overdue`
  return `${capital(countWords(open))} action ${open === 1 ? 'item is' : 'items are'} open${late}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
