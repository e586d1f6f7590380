import { summaryHtml } from '@main/exporting/html'
import { buildSummary } from '@shared/domain/sessionSummary'
import { redactionLevels } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileScope, hostileText, markedSessions } from './hostile'
import { sampleScope, sampleSessions } from './sampleSessions'

/** Every element and attribute that a report may have; all else would have to come from a user's text. */
const elements = new Set(
  `html head meta title style body main header section article div p span ul ol li h1 h2 h3 h4 h5 h6 b bdi small
  time svg path rect text table thead tbody tr th td a em strong s code pre blockquote hr br`.split(/\s+/),
)
const attributes: Record<string, RegExp> = {
  lang: /^en-GB$/,
  charset: /^utf-8$/,
  'http-equiv': /^Content-Security-Policy$/,
  name: /^(?:viewport|referrer|generator)$/,
  content: /^[\w '-;,=]+$/,
  class: /^[\w -]+$/,
  dir: /^auto$/,
  'aria-label': /^[\w :;-]+$/,
  'aria-hidden': /^true$/,
  role: /^img$/,
  scope: /^row$/,
  datetime: /^\d{4}-\d\d-\d\d$/,
  href: /^(?:https?:\/\/|mailto:)/,
  style: /^text-align:(?:left|right|center)$/,
  start: /^\d+$/,
  viewBox: /^[\d ]+$/,
  preserveAspectRatio: /^none$/,
  d: /^[\dMHCVmhcv. -]+$/,
  x: /^[\d.]+$/,
  y: /^[\d.]+$/,
  width: /^[\d.]+$/,
  height: /^[\d.]+$/,
  rx: /^[\d.]+$/,
}
const empty = new Set(['meta', 'br', 'hr', 'path', 'rect'])

/** What in a document was not written by Coppice itself, or is not closed; empty when all is well. */
function strangers(html: string): string[] {
  const found: string[] = []
  const open: string[] = []
  const markup = html.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/, '<style></style>')
  const pattern = /<(\/?)([a-z][a-z0-9]*)((?: [\w:-]+="[^"<>]*")*)( ?\/?)>|</g
  for (const [tag, slash, name = '', list = ''] of markup.matchAll(pattern)) {
    if (!elements.has(name)) {
      found.push(tag)
      continue
    }
    if (slash === '/') {
      if (open.pop() !== name) found.push(`${tag} closes something else`)
      continue
    }
    for (const [, attribute = '', value = ''] of list.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
      if (!attributes[attribute]?.test(value)) found.push(`${tag}: ${attribute}`)
    }
    if (!empty.has(name)) open.push(name)
  }
  return [...found, ...open.map((name) => `${name} not closed`)]
}

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
