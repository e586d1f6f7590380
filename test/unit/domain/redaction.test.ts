import { cleanLine, cleanText } from '@shared/domain/markdownText'
import { redactionStatement, redactSession, type SummarySession } from '@shared/domain/redaction'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText, markedSessions } from '../exporting/hostile'

const session: SummarySession = {
  id: 7,
  heldOn: '2026-03-31',
  minutes: 45,
  medium: 'video',
  title: 'A hard month',
  agenda: 'How to go on',
  notes: 'Thinking of leaving.',
  confidentiality: 'private',
  rating: 2,
  program: 'Pathways 2026',
  attendees: [{ id: 1, name: 'Mira Okafor', side: 'mentor', location: 'Lagos', department: 'Finance' }],
  topics: ['staying or leaving'],
  actionItems: [{ text: 'Call on Friday', owner: 'Mira Okafor', dueOn: '2026-04-03', doneOn: null }],
}

describe('what a redaction level leaves of a session', () => {
  test('a private one keeps when, how long and who, and no word', () => {
    expect(redactSession(session, 'private')).toEqual({
      heldOn: '2026-03-31',
      minutes: 45,
      medium: 'video',
      confidentiality: 'private',
      program: 'Pathways 2026',
      attendees: [{ name: 'Mira Okafor', side: 'mentor', location: 'Lagos', department: 'Finance' }],
      withheld: true,
      title: null,
      agenda: null,
      notes: '',
      rating: null,
      topics: [],
      actionItems: [],
    })
  })

  test('one for the pair, and a shareable one, keep everything when only private text is left out', () => {
    for (const confidentiality of ['pair', 'shareable'] as const) {
      const open = { ...session, confidentiality }
      expect(redactSession(open, 'private')).toEqual(redactSession(open, 'none'))
      expect(redactSession(open, 'private')).toMatchObject({ withheld: false, notes: 'Thinking of leaving.' })
    }
  })

  test('a complete report keeps everything', () => {
    const { id: _id, attendees, ...rest } = session
    const people = attendees.map(({ id: _member, ...person }) => person)
    expect(redactSession(session, 'none')).toEqual({ ...rest, attendees: people, withheld: false })
  })

  test('figures keep no session', () => {
    expect(redactSession(session, 'figures')).toBeNull()
  })

  test('no text of a private session is left, whatever it holds', () => {
    fc.assert(
      fc.property(markedSessions, (sessions) => {
        for (const one of sessions) {
          const text = JSON.stringify(redactSession(one, 'private'))
          if (one.confidentiality === 'private') expect(text).not.toContain('Zq7private')
          else expect(text.match(/Zq7open/g)).toHaveLength(5)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the statement of a report', () => {
  const say = (level: 'none' | 'private' | 'figures', privateSessions: number, pairSessions: number) =>
    redactionStatement(level, { privateSessions, pairSessions })

  test('warns when private notes are in', () => {
    expect(say('none', 1, 0)).toBe(
      'Nothing is left out: the notes of one session marked private are included. Keep this report to yourself.',
    )
    expect(say('none', 1200, 3)).toContain('the notes of 1,200 sessions marked private are included')
    expect(say('none', 0, 0)).toBe('Nothing is left out; no session is marked private.')
  })

  test('says what was left out, and what is meant for the pair', () => {
    expect(say('private', 2, 0)).toBe(
      'The text of 2 sessions marked private is left out; date, length and people remain.',
    )
    expect(say('private', 0, 1)).toBe(
      'No session here is marked private. The notes of one session are meant for the pair alone: share this report with them only.',
    )
  })

  test('of figures promises no names', () => {
    expect(say('figures', 2, 2)).toContain('no names, no notes and no single session')
  })
})

describe('cleaning', () => {
  test('leaves only what XML can hold, and does it once and for all', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const clean = cleanText(text)
        expect(clean).toMatch(/^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
        expect(clean.isWellFormed()).toBe(true)
        expect(cleanText(clean)).toBe(clean)
        expect(cleanLine(text)).not.toMatch(/[\t\n\u2028\u2029]/)
      }),
      { numRuns: 2000 },
    )
  })

  test('a text is left alone only where there is nothing to clean', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const char = String.fromCharCode(code)
      const fine = /^[\t\n\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD]$/.test(char)
      if ((cleanText(`a${char}b`) === `a${char}b`) !== fine) expect.fail(`U+${code.toString(16)}`)
      const fineInLine = fine && !/[\t\n\u0085\u2028\u2029]/.test(char)
      if ((cleanLine(`a${char}b`) === `a${char}b`) !== fineInLine)
        expect.fail(`U+${code.toString(16)} in a line`)
    }
  })

  test('changes nothing else', () => {
    const text = 'Déjà vu, שלום, مرحبا, 👩‍👩‍👧\n\ttab'
    expect(cleanText(text)).toBe(text)
    expect(cleanText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
    expect(cleanText('a\u0000b\uD800c')).toBe('ab\uFFFDc')
  })
})
