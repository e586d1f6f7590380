/** Letters as they are compared: without case, and without the marks that people leave out. */

const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
const ascii = /^[\0-\x7f]*$/

/** The same letters without case and accents; "José" and "JOSE" are folded alike. It may be of another length. */
export function fold(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(marks, '').toLowerCase()
}

/** Scripts that put no spaces between words: a name in them is a run of letters and no word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export function isUnspaced(name: string): boolean {
  return unspaced.test(name)
}

export interface Word {
  from: number
  to: number
  text: string
}

const word = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text: runs of letters and numbers, with their places. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    text: found,
  }))
}

/** A pattern for a name in a script without spaces, whether or not one was put between its parts, composed or not. */
export function unspacedPattern(name: string): string {
  const bare = name.replace(/[\s\p{P}]+/gu, '')
  const forms = [bare.normalize('NFC'), bare.normalize('NFD')]
  return forms.map((form) => [...form].map(literal).join('[\\s·・]?')).join('|')
}

/** A pattern for an e-mail address that is no part of a longer one; Markdown may have escaped its punctuation. */
export function emailPattern(email: string): string {
  const letters = [...email.trim()].map((letter) =>
    /[\p{L}\p{N}@]/u.test(letter) ? literal(letter) : `\\\\?${literal(letter)}`,
  )
  return `(?<![\\p{L}\\p{N}._%+\\-])${letters.join('')}(?![\\p{L}\\p{N}_\\-]|\\.[\\p{L}\\p{N}])`
}

/** Fewer digits than these are an extension, a room or a year. */
const fewestDigits = 6

/** A pattern for a telephone number, however its digits are set apart; null for what is hardly one. */
export function phonePattern(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < fewestDigits) return null
  const start = phone.trim().startsWith('+') ? '(?:\\+|00)?' : '\\+?'
  return `(?<!\\d)${start}\\(?${[...digits].join('[\\s().\\/\\-]{0,3}')}(?!\\d)`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
