/** Text as it leaves the program file: what people typed, without the characters that no file format can hold. */

// All but what XML 1.0 forbids or discourages: control characters but tab, line feed and next line, and two noncharacters.
const forbidden = /[^\t\n -~\u0085\u00A0-\uFFFD]/g

/** Nearly no text holds anything else than these, and that is seen in one look. */
const unusual = /[^\t\n -~\u00A0-\uD7FF\uE000-\uFFFD]/
const unusualInLine = /[^ -~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFFFD]/

/**
 * The same text with line feeds as its only line ends, without control characters, and with U+FFFD in place
 * of half a surrogate pair. Idempotent.
 */
export function cleanText(text: string): string {
  if (!unusual.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '').toWellFormed()
}

/** A clean text of one line, for names and titles: tabs and line ends become spaces. */
export function cleanLine(text: string): string {
  if (!unusualInLine.test(text)) return text
  return cleanText(text).replace(/[\t\n\u0085\u2028\u2029]+/g, ' ')
}

/** Whether an address leads to a record of the program file, such as `coppice:member/12`. */
export function isRecordHref(href: string): boolean {
  return /^coppice:/i.test(href)
}
