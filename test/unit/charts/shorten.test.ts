import { shorten, textMeasure } from '@renderer/components/charts/shorten'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const letters = (text: string) => text.length

describe('shorten', () => {
  it('leaves alone what fits and ends the rest with an ellipsis', () => {
    expect(shorten('Engineering', 11, letters)).toBe('Engineering')
    expect(shorten('Engineering', 10, letters)).toBe('Engineeri…')
    expect(shorten('Public affairs', 8, letters)).toBe('Public…')
  })

  it('never cuts a letter that is made of several codes', () => {
    expect(shorten('👩‍👧‍👦👩‍👧‍👦👩‍👧‍👦', 20, letters)).toBe('👩‍👧‍👦👩‍👧‍👦…')
  })

  it('fits whenever an ellipsis does, and loses no more than it has to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const short = shorten(text, width, letters)
        expect(letters(short)).toBeLessThanOrEqual(Math.max(width, letters('…')))
        if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true)
      }),
    )
  })

  it('estimates widths where there is no canvas', () => {
    expect(textMeasure('13px sans-serif', 7)('abc')).toBe(21)
  })
})
