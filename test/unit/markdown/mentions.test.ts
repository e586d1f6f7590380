import {
  findMentions,
  memberOfHref,
  mentionedMembers,
  mentionLink,
  mentionName,
  mentionText,
} from '@shared/domain/mentions'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'

const ids = fc.integer({ min: 1, max: 2 ** 48 })
/** Names made to be mistaken for markup, among ordinary ones. */
const names = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'Mira',
        '[x]',
        '](',
        '(a)',
        '\\',
        '`',
        '**',
        '_',
        '<b>',
        '&amp;',
        '!',
        '@',
        'www.a.b',
        ' ',
      ) as fc.Arbitrary<string>,
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'Mira [ext] (Lagos)',
    'a](coppice:member/9)',
    '山田　花子',
    'https://a.org/b',
    'm@a.org',
    "O'Neil",
  ),
)
/** Pieces of a note that hold no mention. */
const prose = fc.constantFrom(
  '',
  'We met ',
  ' and *spoke* to ',
  '\n\n- then ',
  '\n> ',
  ', ',
  ' \\[ ',
  ' (see `x`) ',
)

/** The mentions that a full Markdown reader finds. */
function readByMarkdown(text: string): { memberId: number; name: string }[] {
  const reader = new MarkdownIt({ linkify: true })
  return reader.parse(text, {}).flatMap((block) => {
    const found: { memberId: number; name: string }[] = []
    let open: { memberId: number; name: string } | null = null
    for (const token of block.children ?? []) {
      const memberId = token.type === 'link_open' ? memberOfHref(String(token.attrGet('href'))) : null
      if (memberId !== null) open = { memberId, name: '' }
      else if (token.type === 'link_close' && open !== null) {
        found.push({ ...open, name: open.name.replace(/^@/, '') })
        open = null
      } else if (open !== null) open.name += token.content
    }
    return found
  })
}

describe('a mention', () => {
  test('is a link that any Markdown reader understands', () => {
    expect(mentionLink(12, 'Mira Okafor')).toBe('[@Mira Okafor](coppice:member/12)')
  })

  test('keeps parentheses as they are and escapes brackets', () => {
    expect(mentionLink(7, 'Kei [ext] (Osaka)')).toBe('[@Kei \\[ext\\] (Osaka)](coppice:member/7)')
  })

  test('is read back with the same member and name, whatever the name holds', () => {
    fc.assert(
      fc.property(ids, names, (id, name) => {
        const link = mentionLink(id, name)
        expect(findMentions(link)).toEqual([
          { from: 0, to: link.length, memberId: id, name: mentionName(name) },
        ])
        expect(mentionText(link)).toBe(`@${mentionName(name)}`)
      }),
    )
  })

  test('is read by a full Markdown reader with the same member and name', () => {
    fc.assert(
      fc.property(ids, names, (id, name) => {
        // A reader replaces characters that text cannot hold; names of people have none.
        fc.pre(name.isWellFormed())
        expect(readByMarkdown(mentionLink(id, name))).toEqual([{ memberId: id, name: mentionName(name) }])
      }),
    )
  })

  test('keeps a name on one line and without spaces around it', () => {
    expect(mentionName('  Mira\n Okafor\t')).toBe('Mira  Okafor')
    expect(mentionName('山田　花子')).toBe('山田　花子')
  })
})

describe('a note', () => {
  test('names the members whom it mentions, each once, in the order of first mention', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(prose, ids, names)), (parts) => {
        const note = parts.map(([before, id, name]) => before + mentionLink(id, name)).join('')
        expect(mentionedMembers(note)).toEqual([...new Set(parts.map(([, id]) => id))])
        expect(mentionText(note)).toBe(
          parts.map(([before, , name]) => `${before}@${mentionName(name)}`).join(''),
        )
      }),
    )
  })

  test('of any brackets, marks and pieces of links is read the same all at once as one after the other', () => {
    const pieces = fc.constantFrom(
      '[',
      '[@',
      ']',
      '](coppice:member/',
      '7',
      '07',
      ')',
      '\\',
      '`',
      '\n',
      'Mira',
      ' @',
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            pieces,
            names.map((name) => mentionLink(3, name)),
          ),
        ),
        (parts) => {
          const note = parts.join('')
          let text = ''
          let at = 0
          for (const { from, to, name } of findMentions(note)) {
            text += `${note.slice(at, from)}@${name}`
            at = to
          }
          expect(mentionText(note)).toBe(text + note.slice(at))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('without mentions stays as it is', () => {
    for (const note of ['', 'plain', '[@Mira](https://a.org)', '[@Mira](coppice:member/0)', '@Mira']) {
      expect(mentionedMembers(note)).toEqual([])
      expect(mentionText(note)).toBe(note)
    }
  })

  test('has no mention in code or behind an escaped bracket', () => {
    const link = mentionLink(1, 'Mira')
    for (const note of [
      `\`${link}\``,
      `\`\` ${link} \` \`\``,
      `\`\` \` ${link} \`\``,
      `\\${link}`,
      `\`\`\`\n${link}\n\`\`\``,
      `~~~ text\n\`\`\`\n${link}\n~~~`,
      `- \`\`\`\n  ${link}\n  \`\`\``,
    ]) {
      expect(mentionedMembers(note), note).toEqual([])
      expect(readByMarkdown(note), note).toEqual([])
    }
  })

  test('has its mentions behind code that has ended or never began', () => {
    const link = mentionLink(3, 'Mira')
    for (const note of [
      `\`a\` ${link}`,
      `a \` ${link}`,
      `\\\`${link}\``,
      `\\\\${link}`,
      `\`\`\`\na\n\`\`\`\n${link}`,
      `![[${link}`,
    ]) {
      expect(mentionedMembers(note), note).toEqual([3])
      expect(readByMarkdown(note), note).toHaveLength(1)
    }
  })

  test('is read in a moment even when it is long and full of brackets', () => {
    const note = `${'[@'.repeat(50_000)}\n${`[@${'a'.repeat(50)}](coppice:member/x)`.repeat(1_000)}${mentionLink(5, 'Mira')}`
    expect(mentionedMembers(note)).toEqual([5])
  })
})

describe('a member’s address', () => {
  test('is nothing but the scheme and a number', () => {
    expect(memberOfHref('coppice:member/12')).toBe(12)
    for (const href of [
      'coppice:member/',
      'coppice:member/0',
      'coppice:member/1/../2',
      'https://coppice:member/1',
    ]) {
      expect(memberOfHref(href)).toBeNull()
    }
  })
})
