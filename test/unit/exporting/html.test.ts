import { summaryHtml } from '@main/exporting/html'
import { buildSummary } from '@shared/domain/sessionSummary'
import { redactionLevels } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileScope, hostileText, markedSessions } from './hostile'
import { sampleScope, sampleSessions } from './sampleSessions'
import { strangers } from './strangers'

describe('a document', () => {
  test('has no element, attribute or address that a text brought in', () => {
    fc.assert(
      fc.property(markedSessions, fc.constantFrom(...redactionLevels), (sessions, redaction) => {
        expect(strangers(summaryHtml(buildSummary(hostileScope, sessions, redaction)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('stays whole with hostile names and dates of a scope', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, other) => {
        const scope = { ...hostileScope, members: [name, other], programName: other, generatedOn: name }
        expect(strangers(summaryHtml(buildSummary(scope, sampleSessions, 'none')))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('forbids itself to load or run anything', () => {
    const html = summaryHtml(buildSummary(sampleScope, sampleSessions, 'none'))
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    )
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object)|url\(|@import| on\w+=/)
  })

  test('says in words what it leaves out', () => {
    const summary = (redaction: 'none' | 'private') =>
      summaryHtml(buildSummary(sampleScope, sampleSessions, redaction))
    expect(summary('none')).toContain('the notes of one session marked private are included')
    expect(summary('private')).toContain('The text of one session marked private is left out')
    expect(summary('private')).toContain('Notes kept private')
  })

  test('shows notes as their author meant them', () => {
    const html = summaryHtml(buildSummary(sampleScope, sampleSessions, 'none'))
    expect(html).toContain('<h4 dir="auto">What stood out</h4>')
    expect(html).toContain('<a href="https://example.org/pricing">Pricing with confidence</a>')
    expect(html).toContain('“Pricing a first retainer”')
    expect(html).toContain('@Hana Ito explained')
    expect(html).not.toContain('coppice:')
    expect(html).toContain('<td dir="auto">who pays late, and why?</td>')
    expect(html).toContain('<h3 dir="auto">مراجعة العقد الأول</h3>')
    expect(html).toContain('Length unknown')
  })

  test('draws the months as bars that can be heard', () => {
    const html = summaryHtml(buildSummary(sampleScope, sampleSessions, 'figures'))
    expect(html).toContain('aria-label="March 2026: 3 sessions; April 2026: 1 session; May 2026: 1 session;')
    expect(html).toContain('July 2026: 0 sessions')
  })

  test('draws years when the months are too many, and nothing for a single month', () => {
    const years = sampleSessions.map((session, index) => ({ ...session, heldOn: `${2010 + index}-05-01` }))
    const html = summaryHtml(buildSummary(sampleScope, years, 'none'))
    expect(html).toContain('aria-label="2010: 1 session; 2011: 1 session;')
    expect(strangers(html)).toEqual([])
    expect(summaryHtml(buildSummary(sampleScope, sampleSessions.slice(0, 3), 'none'))).not.toContain(
      'role="img"',
    )
  })

  test('that shows only the first sessions says how many follow', () => {
    const summary = buildSummary(sampleScope, sampleSessions, 'none')
    const html = summaryHtml({ ...summary, entries: summary.entries.slice(0, 5) })
    expect(html).toContain('7 more sessions not shown here.')
    expect(html.split('<article>')).toHaveLength(6)
    expect(summaryHtml(summary)).not.toContain('not shown here')
  })
})
