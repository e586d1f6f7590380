import { cleanLine, cleanText } from './markdownText'
import type { Confidentiality, MatchSide, RedactionLevel, SessionMedium } from './vocabulary'

export interface SummaryAttendee {
  id: number
  name: string
  side: MatchSide | null
  location: string | null
  department: string | null
}

export interface SummaryActionItem {
  text: string
  /** The name of who does it; null when nobody owns it yet. */
  owner: string | null
  dueOn: string | null
  doneOn: string | null
}

/** A session with everything that a summary may say of it, before anything is left out. */
export interface SummarySession {
  id: number
  heldOn: string
  minutes: number | null
  medium: SessionMedium | null
  title: string | null
  /** Plain text, possibly of several lines. */
  agenda: string | null
  /** Markdown. */
  notes: string
  confidentiality: Confidentiality
  /** 1 (poor) to 5 (very good). */
  rating: number | null
  /** The name of the mentoring program that it belongs to. */
  program: string | null
  attendees: SummaryAttendee[]
  topics: string[]
  actionItems: SummaryActionItem[]
}

/** What is left of a session: the only form in which one reaches a report, so nothing more can leave. */
export interface SummaryEntry extends Omit<SummarySession, 'id' | 'attendees'> {
  attendees: Omit<SummaryAttendee, 'id'>[]
  /** True when the text is left out because the session is private. */
  withheld: boolean
}

/**
 * What a redaction level leaves of a session; null when it leaves no session at all.
 * - `none`: everything
 * - `private`: a private session keeps date, length, medium, program and people; its title, agenda, notes,
 *   topics, action items and rating are gone
 * - `figures`: nothing, as a dated session with its people is a record and not a figure
 *
 * The texts that stay are cleaned of characters that no file format can hold.
 */
export function redactSession(session: SummarySession, level: RedactionLevel): SummaryEntry | null {
  if (level === 'none') return entryOf(session, false)
  if (level === 'private') return entryOf(session, session.confidentiality === 'private')
  return null
}

function entryOf(session: SummarySession, withheld: boolean): SummaryEntry {
  const { title, agenda, notes, rating, topics, actionItems } = withheld ? noText : session
  return {
    heldOn: session.heldOn,
    minutes: session.minutes,
    medium: session.medium,
    confidentiality: session.confidentiality,
    program: lineOrNull(session.program),
    attendees: session.attendees.map(({ name, side, location, department }) => ({
      name: cleanLine(name),
      side,
      location: lineOrNull(location),
      department: lineOrNull(department),
    })),
    withheld,
    title: lineOrNull(title),
    agenda: agenda === null ? null : cleanText(agenda),
    notes: cleanText(notes),
    rating,
    topics: topics.map(cleanLine),
    actionItems: actionItems.map(({ text, owner, dueOn, doneOn }) => ({
      text: cleanLine(text),
      owner: lineOrNull(owner),
      dueOn,
      doneOn,
    })),
  }
}

type EntryText = Pick<SummaryEntry, 'title' | 'agenda' | 'notes' | 'rating' | 'topics' | 'actionItems'>

/** All that a session's text is when it is kept back. */
const noText: EntryText = { title: null, agenda: null, notes: '', rating: null, topics: [], actionItems: [] }

function lineOrNull(text: string | null): string | null {
  return text === null ? null : cleanLine(text)
}

/** What an entry says in place of a text that was left out. */
export const withheldNote = 'Notes kept private'

/** A redaction level in a few words, for a column, a footer or a file's properties. */
export const redactionLabels: Record<RedactionLevel, string> = {
  none: 'Complete, private notes included',
  private: 'Private notes left out',
  figures: 'Figures only, no names or notes',
}

/**
 * The sentences by which a report states what it leaves out and what it still holds.
 * `privateSessions` and `pairSessions` are how many of its sessions are marked so.
 */
export function redactionStatement(
  level: RedactionLevel,
  { privateSessions, pairSessions }: { privateSessions: number; pairSessions: number },
): string {
  if (level === 'figures') {
    return 'This report holds no names, no notes and no single session. A topic is named only when five sessions and five people share it.'
  }
  if (level === 'none' && privateSessions > 0) {
    return `Nothing is left out: the notes of ${sessions(privateSessions)} marked private are included. Keep this report to yourself.`
  }
  return `${privateSentence(level, privateSessions)}${pairSentence(pairSessions)}`
}

function privateSentence(level: RedactionLevel, count: number): string {
  if (count > 0)
    return `The text of ${sessions(count)} marked private is left out; date, length and people remain.`
  return level === 'none'
    ? 'Nothing is left out; no session is marked private.'
    : 'No session here is marked private.'
}

function pairSentence(count: number): string {
  return count === 0
    ? ''
    : ` The notes of ${sessions(count)} are meant for the pair alone: share this report with them only.`
}

function sessions(count: number): string {
  return count === 1 ? 'one session' : `${count.toLocaleString('en-GB')} sessions`
}
