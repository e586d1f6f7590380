import { readFileSync } from 'node:fs'
import { exportSessions } from '@main/exporting'
import { escapeMarkdown, notesToMarkdown } from '@main/exporting/markdownText'
import { parseNotes, renderNotes } from '@main/exporting/notesMarkdown'
import { cleanLine, cleanText } from '@shared/domain/markdownText'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { sourceOf, testFolder } from './files'
import { hostileLine, hostileScope, hostileText, markedSessions } from './hostile'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()

/** A reader of Markdown that trusts HTML, as many programs do. */
const reader = new MarkdownIt({ html: true })

function textOf(markdown: string): string {
  const inline = parseNotes(markdown, 4).flatMap(({ type, content, children }) =>
    type === 'fence' || type === 'code_block'
      ? [content]
      : (children ?? []).map((token) => token.content || ' '),
  )
  return inline.join('').replace(/\s+/g, '')
}

function headingsOf(markdown: string): string[] {
  return parseNotes(markdown, 4).flatMap(({ type, tag }) => (type === 'heading_open' ? [tag] : []))
}

describe('notes written anew', () => {
  test('keep their text and headings, whatever they hold', () => {
    fc.assert(
      fc.property(hostileText.map(cleanText), (notes) => {
        const written = notesToMarkdown(notes, 4)
        expect(textOf(written)).toBe(textOf(notes))
        expect(headingsOf(written)).toEqual(headingsOf(notes))
      }),
      { numRuns: 2000 },
    )
  })

  test('neither swallow nor become what follows', () => {
    fc.assert(
      fc.property(hostileText.map(cleanText), (notes) => {
        const tokens = reader.parse(`${notesToMarkdown(notes, 4)}\n\n## The next session\n`, {})
        const headings = tokens.flatMap(({ type, tag, level }, index) =>
          type === 'heading_open' ? [{ tag, level, text: tokens[index + 1]?.content }] : [],
        )
        expect(headings.at(-1)).toEqual({ tag: 'h2', level: 0, text: 'The next session' })
        expect(headings.filter(({ tag }) => tag < 'h4')).toHaveLength(1)
        const kinds = tokens.flatMap(({ type, children }) => [
          type,
          ...(children ?? []).map((child) => child.type),
        ])
        expect(kinds).not.toContain('html_block')
        expect(kinds).not.toContain('html_inline')
        expect(kinds).not.toContain('image')
      }),
      { numRuns: 2000 },
    )
  })

  test('of an ordinary kind look the same as before', () => {
    for (const { notes } of sampleSessions) {
      const written = notesToMarkdown(notes, 4)
      expect(renderNotes(parseNotes(written, 4))).toBe(renderNotes(parseNotes(notes, 4)))
    }
  })

  test.each([
    ['# One\n\n### Three', '#### One\n\n###### Three'],
    ['One\n===\n\ntext', '#### One\n\ntext'],
    ['```js\nnever closed', '```js\nnever closed\n```'],
    ['~~~\n```\n~~~', '````\n```\n````'],
    ['- a\n- b\n\n  c', '- a\n\n- b\n\n  c'],
    ['3. c\n4. d', '3. c\n4. d'],
    ['- [ ] call\n- [x] write', '- ☐ call\n- ☑ write'],
    ['[x]: http://a.example\n\n[x]', '[x](<http://a.example>)'],
    ['<b>bold</b>', '\\<b\\>bold\\</b\\>'],
    ['snake_case and 2 * 3', 'snake_case and 2 \\* 3'],
    ['[@Mira](coppice:member/1) met [Rui](coppice:member/2)', '@Mira met @Rui'],
    ['![a tree](http://a.example/t.png)', 'a tree'],
  ])('%j becomes %j', (notes, written) => {
    expect(notesToMarkdown(notes, 4)).toBe(written)
  })
})

test('a line of text shows exactly itself', () => {
  fc.assert(
    fc.property(hostileLine, (text) => {
      const tokens = reader.parse(escapeMarkdown(text), {})
      const shown = tokens.flatMap(({ children }) => children ?? []).map(({ content }) => content)
      const wanted = cleanLine(text).trim()
      if (wanted === '') return
      expect(tokens[0]?.type).toBe('paragraph_open')
      expect(shown.join('').replace(/\s/g, '')).toBe(wanted.replace(/\s/g, ''))
    }),
    { numRuns: 2000 },
  )
})

test('a file has one title, and one heading of the third level a session', async () => {
  await fc.assert(
    fc.asyncProperty(markedSessions, async (sessions) => {
      const path = folder.path('report.md')
      await exportSessions('md', sourceOf(hostileScope, sessions, 'none'), path)
      const text = readFileSync(path, 'utf8')
      const levels = reader.parse(text, {}).flatMap(({ type, tag }) => (type === 'heading_open' ? [tag] : []))
      expect(text.startsWith('# ')).toBe(true)
      expect(levels.filter((tag) => tag === 'h1')).toHaveLength(1)
      expect(levels.filter((tag) => tag === 'h2')).toHaveLength(2)
      expect(levels.filter((tag) => tag === 'h3')).toHaveLength(sessions.length)
    }),
    { numRuns: 100 },
  )
})

test('a session reads as a person would write it', async () => {
  const path = folder.path('report.md')
  await exportSessions('md', sourceOf(sampleScope, sampleSessions.slice(4, 5), 'none'), path)
  const [, entry] = readFileSync(path, 'utf8').split('## Sessions\n')
  expect(entry).toBe(`
### 12 May 2026: Reading a balance sheet

Mira Okafor (mentor) and Noa Castillo (mentee) · 1 hour 15 minutes · in person · Pathways 2026 · Lagos and Porto · rated 4 of 5

| line | asks |
| --- | --- |
| receivables | who pays late, and why? |
| inventory | what would we not buy again? |
| cash | how many weeks are left? |

Noa will try it on \`northwind-2025.xlsx\` before we go on.

**Action items**

- [ ] Read the 2025 accounts with the three questions (Noa Castillo, due 1 June 2026)

Topics: finance
`)
})
