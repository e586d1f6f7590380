import { excerptAround, excerptOf, plainText } from '@shared/domain/excerpt'
import { mentionLink } from '@shared/domain/mentions'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const marks = { open: '⟦', close: '⟧' }

test.each([
  ['# Plan\n\n## Next', 'Plan Next'],
  ['- one\n- [x] two\n1. three\n> four', 'one two three four'],
  ['**bold** and *soft*, __bold__ and _soft_, ~~gone~~, `code`', 'bold and soft, bold and soft, gone, code'],
  ['snake_case and 5*3 and a * b', 'snake_case and 5*3 and a * b'],
  ['[text](https://example.org/a_(b)) ![alt](x.png)', 'text alt'],
  [`asked ${mentionLink(12, 'Mira *O*kafor')} again`, 'asked @Mira *O*kafor again'],
  ['see [[Pricing story]]', 'see Pricing story'],
  ['see [[Pricing story|what it cost]]', 'see what it cost'],
  ['```js\nlet a\n```\n---\nend', 'let a end'],
  ['1 \\* 2', '1 * 2'],
  ['<b>not a tag</b>', '<b>not a tag</b>'],
  ['', ''],
])('%j reads %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})

test('an excerpt is cut between words', () => {
  const text = 'word '.repeat(100)
  const excerpt = excerptOf(text)
  expect(excerpt).toMatch(/^(word )+word…$/)
  expect(excerpt.length).toBeLessThanOrEqual(161)
  expect(excerptOf('short')).toBe('short')
  const long = `[link](https://example.org/${'x'.repeat(430)}) and ${'more '.repeat(50)}`
  expect(excerptOf(long)).toMatch(/^link and more .*…$/)
  expect(excerptOf('🎉'.repeat(200))).toMatch(/^🎉+…$/u)
})

test('an excerpt about a hit begins before it and goes on behind it', () => {
  const pieces = excerptAround(`${'before '.repeat(50)}the ⟦hit⟧ and ⟦more⟧ ${'after '.repeat(50)}`, marks)
  expect(pieces.map(({ hit }) => hit)).toEqual([false, true, false, true, false])
  expect(pieces[0]?.text).toMatch(/^…(before )+the $/)
  expect(pieces[1]).toEqual({ text: 'hit', hit: true })
  expect(pieces.at(-1)?.text).toMatch(/after…$/)
  expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(200)
})

test('a hit inside markup is still a hit, one inside an address is none', () => {
  expect(excerptAround('the **⟦plan⟧** is', marks)).toEqual([
    { text: 'the ', hit: false },
    { text: 'plan', hit: true },
    { text: ' is', hit: false },
  ])
  expect(excerptAround('[@Rui](coppice:⟦member⟧/12) said', marks)).toEqual([
    { text: '@Rui said', hit: false },
  ])
  expect(
    excerptAround('[a ⟦b](c⟧ d', marks)
      .map(({ text }) => text)
      .join(''),
  ).not.toMatch(/[⟦⟧]/)
})

test('whatever a note holds, no mark is left and no piece is empty', () => {
  const part = fc.constantFrom('⟦', '⟧', 'word ', '**', '[', '](', ')', '\n', '- ', '`', '🎉', '_')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
      for (const { text } of excerptAround(parts.join(''), marks)) {
        expect(text).not.toMatch(/[⟦⟧]/)
        expect(text).not.toBe('')
      }
    }),
  )
})
