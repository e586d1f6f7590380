import { escapeMarkdown, letterFieldNames, mergedLetter, usualLetter } from '@shared/domain/growth/letter'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'

const values = {
  name: 'Inês Duarte',
  inviter: 'Mira Okafor',
  community: 'Field Craft',
  domain: 'working on the *water*',
  purpose: 'Nobody works alone.',
  'next gathering': 'on 3 December 2026',
  coordinator: 'Jan Weiss',
}
const nothing = Object.fromEntries(letterFieldNames.map((field) => [field, null])) as Record<
  (typeof letterFieldNames)[number],
  null
>

describe('a letter', () => {
  it('says to each what is known of them', () => {
    const { subject, body, missing, unknown } = mergedLetter(usualLetter, values)
    expect(subject).toBe('An invitation to Field Craft')
    expect(body).toMatch(/^Dear Inês Duarte,\n\nMira Okafor thought of you\. In \*\*Field Craft\*\* we meet/)
    expect(body).toContain('We meet again on 3 December 2026.')
    expect([missing, unknown]).toEqual([[], []])
  })

  it('says something else where a field is not known, and tells which', () => {
    const { body, missing } = mergedLetter(usualLetter, { ...values, inviter: null, 'next gathering': ' ' })
    expect(body).toContain('One of our members thought of you.')
    expect(body).toContain('We meet again soon.')
    expect(missing).toEqual(['inviter', 'next gathering'])
    expect(mergedLetter(usualLetter, nothing).body).not.toMatch(/[{}]/)
  })

  it('leaves what is no field, and tells that too', () => {
    const letter = { subject: '{{ NAME }} and {{nmae}}', body: 'Dear {{ Next  Gathering }}, {{}} {{a{b}}' }
    const { subject, body, unknown } = mergedLetter(letter, values)
    expect(subject).toBe('Inês Duarte and {{nmae}}')
    expect(body).toBe('Dear on 3 December 2026, {{}} {{a{b}}')
    expect(unknown).toEqual(['{{nmae}}', '{{}}'])
  })

  it('has a subject of one line, and fills nothing into what a name says', () => {
    const name = 'Bo\r\nBcc: all@x.example {{coordinator}}'
    const { subject, body } = mergedLetter({ subject: 'For {{name}}', body: '{{name}}' }, { ...values, name })
    expect(subject).toBe('For Bo Bcc: all@x.example {{coordinator}}')
    expect(body).toBe('Bo Bcc: all@x.example {{coordinator}}')
  })

  it('reads a name as a name in Markdown, whatever is in it', () => {
    const parser = new MarkdownIt({ html: false })
    const plain = (html: string) =>
      html
        .replace(/&amp;/g, '&')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }), (name) => {
        const { body } = mergedLetter(
          { subject: '', body: 'x {{name}} x' },
          { ...values, name },
          escapeMarkdown,
        )
        const known = name.trim() === '' ? 'friend' : name.trim().replace(/\s+/g, ' ')
        expect(plain(parser.render(body))).toBe(`<p>x ${known} x</p>\n`)
      }),
    )
  })
})
