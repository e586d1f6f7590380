import { bucketsBetween } from './calendar'
import { cleanLine } from './markdownText'
import type { SummarySession } from './redaction'
import type { RedactionLevel, SessionMedium } from './vocabulary'
import { sessionMedia } from './vocabulary'

export interface SpanFigures {
  sessions: number
  /** Minutes of the sessions whose length is known. */
  minutes: number
  /** Sessions whose length is unknown. */
  unknownMinutes: number
}

export interface SummaryFigures extends SpanFigures {
  /** Different people who attended. */
  people: number
  firstOn: string | null
  lastOn: string | null
  /** Every month from the first session to the last, those without a session included. */
  months: (SpanFigures & { month: string })[]
  /** The media that occur, in the vocabulary's order; null is unknown and comes last. */
  media: (SpanFigures & { medium: SessionMedium | null })[]
  /** Named topics, the most frequent first. */
  topics: { topic: string; sessions: number }[]
  /** Topics too rare, or too like a name, to be named in a report of figures. */
  unnamedTopics: number
  actionItems: { open: number; overdue: number; done: number }
  privateSessions: number
  pairSessions: number
}

/** Adds up sessions one at a time, so that any number of them needs no more room than its months and people. */
export interface FigureCounter {
  add(session: SummarySession): void
  figures(): SummaryFigures
}

/**
 * Below this many sessions, or people, a topic can point at a person, so a report of figures does not name
 * it. Five is the usual floor for small cells in published statistics.
 */
const smallestCell = 5

interface TopicCount {
  topic: string
  sessions: number
  people: Set<number>
}

/**
 * Counts the figures of a report. `today` (a calendar date) decides which open action items are overdue.
 * Counts take every session in, private ones too; words do not: topics of private sessions count only when
 * nothing is redacted.
 */
export function createFigureCounter(redaction: RedactionLevel, today: string): FigureCounter {
  const total = emptySpan()
  const months = new Map<string, SpanFigures>()
  const media = new Map<SessionMedium | null, SpanFigures>()
  const people = new Set<number>()
  const nameWords = new Set<string>()
  const topics = new Map<string, TopicCount>()
  const actionItems = { open: 0, overdue: 0, done: 0 }
  let firstOn: string | null = null
  let lastOn: string | null = null
  let privateSessions = 0
  let pairSessions = 0

  function addTopics(session: SummarySession): void {
    if (redaction !== 'none' && session.confidentiality === 'private') return
    for (const [key, topic] of new Map(session.topics.map((name) => [name.trim().toLowerCase(), name]))) {
      if (key === '') continue
      const count = topics.get(key) ?? { topic: cleanLine(topic.trim()), sessions: 0, people: new Set() }
      topics.set(key, count)
      count.sessions += 1
      for (const { id } of session.attendees) if (count.people.size < smallestCell) count.people.add(id)
    }
  }

  function isNameable(count: TopicCount): boolean {
    if (redaction !== 'figures') return true
    if (count.sessions < smallestCell || count.people.size < smallestCell) return false
    return !wordsOf(count.topic).some((word) => nameWords.has(word))
  }

  return {
    add(session) {
      addTo(total, session)
      addTo(entryFor(months, session.heldOn.slice(0, 7), emptySpan), session)
      addTo(entryFor(media, session.medium, emptySpan), session)
      for (const { id, name } of session.attendees) {
        people.add(id)
        if (redaction === 'figures') for (const word of wordsOf(name)) nameWords.add(word)
      }
      addTopics(session)
      for (const { doneOn, dueOn } of session.actionItems) {
        if (doneOn !== null) actionItems.done += 1
        else {
          actionItems.open += 1
          if (dueOn !== null && dueOn < today) actionItems.overdue += 1
        }
      }
      if (firstOn === null || session.heldOn < firstOn) firstOn = session.heldOn
      if (lastOn === null || session.heldOn > lastOn) lastOn = session.heldOn
      if (session.confidentiality === 'private') privateSessions += 1
      if (session.confidentiality === 'pair') pairSessions += 1
    },
    figures() {
      const named = [...topics.values()].filter(isNameable)
      return {
        ...total,
        people: people.size,
        firstOn,
        lastOn,
        months: monthsBetween(firstOn, lastOn).map((month) => ({
          month,
          ...(months.get(month) ?? emptySpan()),
        })),
        media: [...sessionMedia, null].flatMap((medium) => {
          const span = media.get(medium)
          return span === undefined ? [] : [{ medium, ...span }]
        }),
        topics: named
          .map(({ topic, sessions }) => ({ topic, sessions }))
          .sort((a, b) => b.sessions - a.sessions || (a.topic < b.topic ? -1 : 1)),
        unnamedTopics: topics.size - named.length,
        actionItems: { ...actionItems },
        privateSessions,
        pairSessions,
      }
    },
  }
}

function emptySpan(): SpanFigures {
  return { sessions: 0, minutes: 0, unknownMinutes: 0 }
}

function addTo(span: SpanFigures, { minutes }: SummarySession): void {
  span.sessions += 1
  if (minutes === null) span.unknownMinutes += 1
  else span.minutes += minutes
}

function entryFor<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** `YYYY-MM` of every month from one calendar date to another, both included. */
function monthsBetween(first: string | null, last: string | null): string[] {
  if (first === null || last === null) return []
  return bucketsBetween(first, last, 'month').map((start) => start.slice(0, 7))
}
