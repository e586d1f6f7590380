import type { SummarySession } from '@shared/domain/redaction'
import type { SummaryScope } from '@shared/domain/sessionSummary'
import { confidentialities, matchSides, sessionMedia } from '@shared/domain/vocabulary'
import fc from 'fast-check'

/** Texts and sessions that try to break out of a report. */

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]>',
  '<!--',
  '-->',
  '</style></head><body>',
  '&lt;b&gt; &#60;',
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '＝1＋1',
  '\t=1',
  '\r=1',
  ' =1',
  '```',
  '~~~~',
  '# heading',
  'heading\n===',
  '- item\n  - inner',
  '1. one\n2. two',
  '> quote',
  '| a | b |\n| --- | :-: |\n| 1 | 2 |',
  '---\ntitle: x\n---',
  '[x]: http://evil.example',
  '[click](javascript:alert(1))',
  '[click](http://example.org/a_b?c=d&e=(f))',
  '![alt](http://evil.example/track.png)',
  '![](http://evil.example/track.png)',
  '[@Name](coppice:member/12)',
  '[[Knowledge]]',
  '**bold** _em_ ~~gone~~ `code`',
  '    indented code',
  '&#12;&#13;&#10;&#32;&nbsp;',
  '\u0000\u0001\u0008\u000B\u001F\u007F\u0085\u009F',
  '\uD800',
  '\uDC00x',
  '\uFFFE\uFFFF',
  '\u202Eright to left override',
  'שלום עולם',
  'مرحبا بالعالم',
  '👩‍👩‍👧 🎉',
  '_x000D_',
  '"quoted", and, commas; semicolons',
  'two\r\nlines\rand more\n',
]

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ maxLength: 20 }),
)

/** A short text of attacks, odd characters and plain words. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...attacks) }, { weight: 2, arbitrary: anyText }), {
    maxLength: 4,
  })
  .chain((parts) => fc.constantFrom('', ' ', '\n', '\n\n').map((joint) => parts.join(joint)))

export const hostileLine = hostileText.filter((text) => text.trim() !== '')

const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))

/**
 * Sessions whose every text carries a mark: `Zq7name` in names, `Zq7private` in the text of private sessions
 * and `Zq7open` in that of others. Marks are letters and digits, so that every format writes them unchanged.
 */
export const markedSessions: fc.Arbitrary<SummarySession[]> = fc
  .array(
    fc.record({
      heldOn: day,
      minutes: fc.option(fc.integer({ min: 0, max: 600 })),
      medium: fc.option(fc.constantFrom(...sessionMedia)),
      confidentiality: fc.constantFrom(...confidentialities),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
      texts: fc.array(hostileText, { minLength: 8, maxLength: 8 }),
      people: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.constantFrom(...matchSides)))),
      due: fc.option(day),
      done: fc.option(day),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ texts, people, due, done, ...plain }, index) => {
      const secret = plain.confidentiality === 'private' ? 'Zq7private' : 'Zq7open'
      const mark = (part: number, word: string) => `${texts[part] ?? ''} ${secret}${word}${index}`
      return {
        ...plain,
        id: index + 1,
        title: mark(0, 'title'),
        agenda: mark(1, 'agenda'),
        notes: `${secret}notes${index}\n\n${texts[2]}`,
        topics: [mark(3, 'topic')],
        program: `${texts[4]} program`,
        actionItems: [
          { text: mark(5, 'action'), owner: `${texts[6]} Zq7name owner`, dueOn: due, doneOn: done },
        ],
        attendees: people.map(([id, side]) => ({
          id,
          name: `${texts[7]} Zq7name${id}`,
          side,
          location: 'Lagos',
          department: null,
        })),
      }
    }),
  )

export const hostileScope: SummaryScope = {
  members: ['<b>Zq7name</b>\u0000', 'Second "Zq7name" & co'],
  from: null,
  to: null,
  programName: 'Guild <script>alert(1)</script>\u0007 & co',
  generatedOn: '2026-11-23',
  today: '2026-11-23',
}
