/** Reading cells as text: what surrounds them, what stands for nothing, and several values in one cell. */

/** White space and marks that cannot be seen at both ends: zero-width characters, direction marks, BOMs. */
const unseenAtEnds =
  /^[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+$/g

const apostrophe = 39
/** What an export puts an apostrophe before, so that no spreadsheet takes the text for a formula. */
const guarded = /^'[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/

/**
 * The cell without what cannot be seen at its ends and without the guard against formulas, its accents in their
 * usual form (NFC).
 */
export function clean(cell: string): string {
  const text = cleanEnds(cell)
  return text.charCodeAt(0) === apostrophe && guarded.test(text) ? cleanEnds(text.slice(1)) : text
}

function cleanEnds(cell: string): string {
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  const bare = first > 32 && first < 127 && last > 32 && last < 127 ? cell : cell.replace(unseenAtEnds, '')
  return /[\u0300-\u036f\u3099\u309a]/.test(bare) ? bare.normalize('NFC') : bare
}

/** Nearly every cell: letters and signs of ASCII with single spaces, in which there is nothing to clean. */
const alreadyClean = /^[!-~]+(?: [!-~]+)*$/

/** A cleaned cell on one line, with single spaces. */
export function cleanLine(cell: string): string {
  if (cell === '' || (cell.charCodeAt(0) !== apostrophe && alreadyClean.test(cell))) return cell
  const text = clean(cell)
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

/** What exports write where they know nothing. */
const standsForNothing = new Set([
  '-',
  '--',
  '–',
  '—',
  '.',
  '?',
  'n/a',
  '#n/a',
  'null',
  '(null)',
  'undefined',
  '(blank)',
])

/** The text on one line, or '' where the cell only says that nothing is known. Not for names: Null is one. */
export function knownLine(cell: string): string {
  const text = cleanLine(cell)
  return text.length < 12 && standsForNothing.has(text.toLowerCase()) ? '' : text
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
}

/** Lower case without accents, for comparing words. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (/^[ -~]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłæœđı]/g, (letter) => letters[letter] ?? letter)
}

/** Only folded letters and digits, with single spaces: `"Work E-Mail:"` is `work e mail`. */
export function bareWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The values of a cell that holds several: split at ` ::: `, line ends, `;` or `|`; at commas only where no
 * other sign is there and every comma separates: not inside brackets, and not between digits.
 */
export function severalValues(cell: string): string[] {
  const text = clean(cell)
  if (text === '') return []
  const strong = strongParts(text)
  return distinct(strong.length > 1 || /[;|]|:::/.test(text) ? strong : commaParts(text))
}

/**
 * The people of a cell. A comma may stand inside a name ("Berg, Anna"), so it only separates when what it
 * separates are e-mail addresses or names of two words and more.
 */
export function severalPeople(cell: string): string[] {
  const text = clean(cell)
  if (text === '') return []
  const strong = strongParts(text)
  if (strong.length > 1 || !text.includes(',')) return distinct(strong)
  const parts = text.split(',').map(cleanLine)
  const separate = parts.every((part) => part.includes('@') || part.includes(' '))
  return distinct(separate ? parts : strong)
}

/** The first of several values. */
export function firstValue(cell: string): string {
  if (!/[;|\n\r]|:::/.test(cell)) return cleanLine(cell)
  return strongParts(cell)[0] ?? ''
}

function strongParts(text: string): string[] {
  const parts = /:::/.test(text) ? text.split(/\s*:::\s*/) : text.split(/[;|\n\r]/)
  return parts.map(cleanLine).filter((part) => part !== '')
}

function commaParts(text: string): string[] {
  if (!text.includes(',')) return [cleanLine(text)]
  if (!/[([]|\d,\d/.test(text))
    return text
      .split(',')
      .map(cleanLine)
      .filter((part) => part !== '')
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '(' || character === '[') depth += 1
    else if (character === ')' || character === ']') depth -= 1
    else if (character === ',' && depth <= 0 && !/^\d,\d/.test(text.slice(Math.max(0, at - 1), at + 2))) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts.map(cleanLine).filter((part) => part !== '')
}

function distinct(values: string[]): string[] {
  if (values.length < 2) return values
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = value.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
