import type { Archive } from './archive'
import { readXml } from './xml'

/** What a number is shown as: a day (with or without a time), a time of day, a length of time; else a number. */
export type NumberKind = 'number' | 'date' | 'time' | 'length'

/** The formats that every workbook has without saying them (ECMA-376, 18.8.30, those of East Asia included). */
function builtIn(id: number): NumberKind {
  if (id === 46) return 'length'
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return 'time'
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  return 'number'
}

/** What a format such as `dd.mm.yyyy hh:mm` shows. */
export function kindOf(format: string): NumberKind {
  // Texts in it, colours, conditions and languages say nothing; its first part is for positive numbers.
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]
  if (/\[(?:h+|m+|s+)\]/i.test(bare ?? '')) return 'length'
  if (/general|standard/i.test(bare ?? '')) return 'number'
  if (/[dy]|m{3,}/i.test(bare ?? '') || (/m/i.test(bare ?? '') && !/[hs]/i.test(bare ?? ''))) return 'date'
  return /[hs]/i.test(bare ?? '') ? 'time' : 'number'
}

/** What the numbers of each style of a workbook are, by the number of the style. */
export async function numberKinds(archive: Archive, file: string): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let inStyles = false
  await readXml(archive.text(file), {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId)
      if (name === 'numFmt') own.set(id, kindOf(formatCode ?? ''))
      else if (name === 'cellXfs') inStyles = true
      else if (name === 'xf' && inStyles) kinds.push(own.get(id) ?? builtIn(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return kinds
}

const dayMs = 86_400_000

/**
 * A number as it is shown, in a form that imports read: `2026-11-26`, `2026-11-26 14:30`, `14:30`.
 *
 * @param text as the workbook stores it: days since its first day
 * @param from1904 whether the workbook counts from 1904, as those of old Macs do, and not from 1900
 */
export function numberText(text: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  // "4.9E+11" is a long number, such as that of a telephone.
  if (kind === 'number') return Number.isInteger(value) ? String(BigInt(value)) : String(value)
  const seconds = Math.round(value * 86_400)
  if (kind === 'length') return clock(Math.floor(seconds / 3600), seconds)
  const time = clock(Math.floor((seconds % 86_400) / 3600), seconds)
  if (kind === 'time' && value < 1) return time
  const days = Math.floor(seconds / 86_400)
  // 1900 was no leap year, but the first spreadsheets took it for one.
  const since = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(since + days * dayMs)
  if (Number.isNaN(date.getTime()) || value < 0) return text
  const day = date.toISOString().slice(0, 10)
  return seconds % 86_400 === 0 ? day : `${day} ${time}`
}

function clock(hours: number, seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`
  return `${two(hours)}:${two(Math.floor((seconds % 3600) / 60))}${rest}`
}
