import { fileNameOf, uniqueFileName } from '@main/exporting/fileName'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const anyTitle = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'CON',
    'nul.txt',
    'LPT1',
    '..',
    '../../etc/passwd',
    'a. . .',
    ' ',
    'Zoë',
    'Zoë',
    'ZOË',
    '.x',
  ),
)

test('a title becomes a name that every system takes', () => {
  expect(fileNameOf('Mira Okafor: “first” 90 days / plan?')).toBe('Mira Okafor “first” 90 days plan')
  expect(fileNameOf('con')).toBe('_con')
  expect(fileNameOf('Aux.2026')).toBe('_Aux.2026')
  expect(fileNameOf('../../x')).toBe('x')
  expect(fileNameOf('')).toBe('Coppice')
  fc.assert(
    fc.property(anyTitle, (title) => {
      const name = fileNameOf(title)
      expect(name).not.toMatch(/[<>:"/\\|?*]|^[\s.]|[\s.]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
      expect([...name].filter((letter) => letter < ' ' || letter === '\u007f')).toEqual([])
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(121)
      expect(name.isWellFormed()).toBe(true)
    }),
  )
})

test('no two are called the same, whatever a file system takes for the same', () => {
  fc.assert(
    fc.property(fc.array(anyTitle, { maxLength: 30 }), (titles) => {
      const taken = new Set<string>()
      const names = titles.map((title) => uniqueFileName(title, taken).normalize('NFC').toLowerCase())
      expect(new Set(names).size).toBe(titles.length)
    }),
  )
})
