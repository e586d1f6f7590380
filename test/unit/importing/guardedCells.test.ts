import { guardFormula } from '@main/exporting/csvText'
import { clean, cleanLine } from '@main/importing/textValues'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('texts that an export guarded against formulas', () => {
  test('come back as they were', () => {
    for (const text of ['=SUM(A1)', '+49 30 1234', '-', '@home', '＝1+1']) {
      expect(clean(guardFormula(text))).toBe(text)
      expect(cleanLine(guardFormula(text))).toBe(text)
    }
  })

  test('an apostrophe that belongs to a name stays', () => {
    expect(cleanLine("'t Hooft")).toBe("'t Hooft")
    expect(cleanLine("D'Arcy")).toBe("D'Arcy")
  })

  test('any printable line makes the round trip', () => {
    const line = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((text) => cleanLine(text))
    fc.assert(
      fc.property(
        line.filter((text) => text !== '' && !text.startsWith("'")),
        (text) => {
          expect(cleanLine(guardFormula(text))).toBe(text)
        },
      ),
    )
  })
})
