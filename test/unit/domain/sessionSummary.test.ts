import type { SummarySession } from '@shared/domain/redaction'
import { buildSummary, type SummaryScope, summaryHeader } from '@shared/domain/sessionSummary'
import { createFigureCounter } from '@shared/domain/summaryFigures'
import { actionWords, dayWords, minutesWords, periodWords } from '@shared/domain/summaryWords'
import { redactionLevels } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileScope, markedSessions } from '../exporting/hostile'
import { sampleScope, sampleSessions } from '../exporting/sampleSessions'

function session(given: Partial<SummarySession>): SummarySession {
  return {
    id: 1,
    heldOn: '2026-03-03',
    minutes: 60,
    medium: 'video',
    title: null,
    agenda: null,
    notes: '',
    confidentiality: 'shareable',
    rating: null,
    program: null,
    attendees: [],
    topics: [],
    actionItems: [],
    ...given,
  }
}

const everybody: SummaryScope = { ...sampleScope, members: [], from: null, to: null }
const reading = (sessions: SummarySession[]) => buildSummary(everybody, sessions, 'none').reading
const person = (id: number) => ({ id, name: `Person ${id}`, side: null, location: null, department: null })

describe('the sentence under the title', () => {
  test('tells a whole report', () => {
    expect(buildSummary(sampleScope, sampleSessions, 'private').reading).toBe(
      '12 sessions from 3 March to 17 November 2026, 11 hours 40 minutes in all, not counting one of unknown length. Five people took part, mostly by video. Three action items are open, two of them overdue.',
    )
  })

  test('of figures names months, not days', () => {
    expect(buildSummary(sampleScope, sampleSessions, 'figures').reading).toMatch(
      /^12 sessions from March 2026 to November 2026, 11 hours/,
    )
  })

  test('never takes an unknown length for none', () => {
    expect(reading([session({ minutes: null })])).toBe('One session on 3 March 2026, of unknown length.')
    expect(reading([session({ minutes: 0 })])).toBe('One session on 3 March 2026, 0 minutes.')
  })

  test('is plain about nothing, and about little', () => {
    expect(reading([])).toBe('No session in this period.')
    const item = { text: 'call', owner: null, dueOn: '2026-11-22', doneOn: null }
    expect(reading([session({ attendees: [person(1)], actionItems: [item] })])).toBe(
      'One session on 3 March 2026, 1 hour. One person took part, mostly by video. One action item is open and overdue.',
    )
    expect(reading([session({ actionItems: [{ ...item, doneOn: '2026-11-23' }] })])).toContain(
      'No action item is open.',
    )
    expect(reading([session({ actionItems: [{ ...item, dueOn: '2026-11-23' }] })])).toContain(
      'One action item is open.',
    )
  })
})

describe('the title', () => {
  const title = (members: string[], redaction: 'none' | 'figures' = 'none') =>
    buildSummary({ ...everybody, members }, [], redaction).title

  test('names whom it is about', () => {
    expect(title([])).toBe('Mentoring sessions')
    expect(title(['Mira Okafor'])).toBe('Sessions of Mira Okafor')
    expect(title(['Mira Okafor', 'Tariq Haddad'])).toBe('Sessions of Mira Okafor and Tariq Haddad')
    expect(title(['A', 'B', 'C'])).toBe('Sessions of A, B and C')
    expect(title(['A', 'B', 'C', 'D'])).toBe('Sessions of four members')
  })

  test('of figures names nobody', () => {
    expect(title(['Mira Okafor'], 'figures')).toBe('Sessions of one member')
    expect(title(['Mira Okafor', 'Tariq Haddad'], 'figures')).toBe('Sessions of two members')
  })
})

describe('figures', () => {
  test('agree with counting by hand', () => {
    fc.assert(
      fc.property(markedSessions, fc.constantFrom(...redactionLevels), (sessions, redaction) => {
        const { figures } = buildSummary(hostileScope, sessions, redaction)
        const known = sessions.flatMap(({ minutes }) => minutes ?? [])
        const items = sessions.flatMap(({ actionItems }) => actionItems)
        const days = sessions.map(({ heldOn }) => heldOn).sort()
        expect(figures).toMatchObject({
          sessions: sessions.length,
          minutes: known.reduce((sum, minutes) => sum + minutes, 0),
          unknownMinutes: sessions.length - known.length,
          people: new Set(sessions.flatMap(({ attendees }) => attendees.map(({ id }) => id))).size,
          firstOn: days[0],
          lastOn: days.at(-1),
          privateSessions: sessions.filter(({ confidentiality }) => confidentiality === 'private').length,
        })
        expect(figures.actionItems).toEqual({
          open: items.filter(({ doneOn }) => doneOn === null).length,
          overdue: items.filter(
            ({ doneOn, dueOn }) => doneOn === null && dueOn !== null && dueOn < '2026-11-23',
          ).length,
          done: items.filter(({ doneOn }) => doneOn !== null).length,
        })
        for (const part of [figures.months, figures.media]) {
          expect(part.reduce((sum, span) => sum + span.sessions, 0)).toBe(figures.sessions)
          expect(part.reduce((sum, span) => sum + span.minutes, 0)).toBe(figures.minutes)
          expect(part.reduce((sum, span) => sum + span.unknownMinutes, 0)).toBe(figures.unknownMinutes)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('hold every month between the first and the last session', () => {
    const { months } = buildSummary(
      everybody,
      [session({ heldOn: '2026-02-28' }), session({ heldOn: '2025-11-30', minutes: null })],
      'none',
    ).figures
    expect(months).toEqual([
      { month: '2025-11', sessions: 1, minutes: 0, unknownMinutes: 1 },
      { month: '2025-12', sessions: 0, minutes: 0, unknownMinutes: 0 },
      { month: '2026-01', sessions: 0, minutes: 0, unknownMinutes: 0 },
      { month: '2026-02', sessions: 1, minutes: 60, unknownMinutes: 0 },
    ])
  })

  test('hold no name and no text, whatever the sessions hold', () => {
    fc.assert(
      fc.property(markedSessions, (sessions) => {
        const { programName: _file, ...document } = buildSummary(hostileScope, sessions, 'figures')
        expect(JSON.stringify(document)).not.toMatch(/Zq7|Lagos/)
        expect(document.entries).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('can be counted a session at a time', () => {
    const counter = createFigureCounter('private', sampleScope.today)
    for (const one of sampleSessions) counter.add(one)
    const { entries: _entries, ...header } = buildSummary(sampleScope, sampleSessions, 'private')
    expect(summaryHeader(sampleScope, counter.figures(), 'private')).toEqual(header)
  })
})

describe('topics', () => {
  const topicsOf = (sessions: SummarySession[], redaction: 'none' | 'private' | 'figures') =>
    buildSummary(everybody, sessions, redaction).figures

  const shared = (topic: string, sessions: number, people: number): SummarySession[] =>
    Array.from({ length: sessions }, (_, index) =>
      session({ id: index + 1, topics: [topic], attendees: [person((index % people) + 1)] }),
    )

  test('are counted once a session, however they are written', () => {
    const sessions = [
      session({ topics: ['Pricing', 'pricing ', ''] }),
      session({ topics: ['PRICING', 'offers'] }),
    ]
    expect(
      topicsOf(sessions, 'none').topics.map(({ topic, sessions: held }) => [topic.toLowerCase(), held]),
    ).toEqual([
      ['pricing', 2],
      ['offers', 1],
    ])
  })

  test('of private sessions are not told when private text is left out', () => {
    const sessions = [session({ topics: ['leaving'], confidentiality: 'private' })]
    expect(topicsOf(sessions, 'none').topics).toEqual([{ topic: 'leaving', sessions: 1 }])
    expect(topicsOf(sessions, 'private')).toMatchObject({ topics: [], unnamedTopics: 0 })
    expect(topicsOf(sessions, 'figures')).toMatchObject({ topics: [], unnamedTopics: 0 })
  })

  test.each([
    ['five sessions and five people', 5, 5, true],
    ['many sessions of one pair', 20, 2, false],
    ['four sessions', 4, 4, false],
  ])('are named among figures only when they are common: %s', (_case, sessions, people, named) => {
    const figures = topicsOf(shared('pricing', sessions, people), 'figures')
    expect(figures.topics).toEqual(named ? [{ topic: 'pricing', sessions }] : [])
    expect(figures.unnamedTopics).toBe(named ? 0 : 1)
  })

  test('that hold a name are never named among figures', () => {
    const figures = topicsOf(shared('a new role for PERSON 3', 9, 9), 'figures')
    expect(figures).toMatchObject({ topics: [], unnamedTopics: 1 })
  })
})

describe('words', () => {
  test('for dates and periods', () => {
    expect(dayWords('2026-11-09')).toBe('9 November 2026')
    expect(dayWords('2026-11-09T08:00:00Z')).toBe('9 November 2026')
    expect(dayWords('one day')).toBe('one day')
    expect(periodWords('2026-03-01', '2026-06-30')).toBe('1 March to 30 June 2026')
    expect(periodWords('2025-12-01', '2026-01-31')).toBe('1 December 2025 to 31 January 2026')
    expect(periodWords('2026-03-01', '2026-03-01')).toBe('1 March 2026')
    expect(periodWords('2026-03-01', null)).toBe('Since 1 March 2026')
    expect(periodWords(null, '2026-06-30')).toBe('Until 30 June 2026')
    expect(periodWords(null, null)).toBe('All dates')
  })

  test('for lengths', () => {
    expect([0, 1, 45, 60, 61, 135].map(minutesWords)).toEqual([
      '0 minutes',
      '1 minute',
      '45 minutes',
      '1 hour',
      '1 hour 1 minute',
      '2 hours 15 minutes',
    ])
  })

  test('for action items', () => {
    const item = { text: 'call', owner: 'Rui Silva', dueOn: '2026-12-01', doneOn: null }
    expect(actionWords(item)).toBe('Rui Silva, due 1 December 2026')
    expect(actionWords({ ...item, doneOn: '2026-11-30' })).toBe('Rui Silva, done 30 November 2026')
    expect(actionWords({ ...item, owner: null, dueOn: null })).toBe('')
  })
})
