/** Text as it leaves the program file: what people typed, without the characters that no file format can hold. */

// What XML 1.0 forbids or discourages: control characters but tab, line feed and next line, and two noncharacters.
const forbidden = /(?![\t\n\u0085])\p{Cc}|[\uFFFE\uFFFF]/gu
const loneSurrogate = /\p{Cs}/gu

/** What nearly every text is made of: whether there is anything else is seen far sooner than what. */
const unusual = /[^\t\n -~\u0085\u00A0-\uFFFD]/
const unusualInLine = /[^ -~\u00A0-\u2027\u202A-\uFFFD]/

/**
 * The same text with line feeds as its only line ends, without control characters, and with U+FFFD in place
 * of half a surrogate pair. Idempotent.
 */
export function cleanText(text: string): string {
  if (!unusual.test(text) && text.isWellFormed()) return text
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '').replace(loneSurrogate, '\uFFFD')
}

/** A clean text of one line, for names and titles: tabs and line ends become spaces. */
export function cleanLine(text: string): string {
  if (!unusualInLine.test(text) && text.isWellFormed()) return text
  return cleanText(text).replace(/[\t\n\u0085\u2028\u2029]+/g, ' ')
}

/** Whether an address leads to a record of the program file, such as `coppice:member/12`. */
export function isRecordHref(href: string): boolean {
  return /^coppice:/i.test(href)
}
