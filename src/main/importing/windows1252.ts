/**
 * What 0x80 to 0x9F mean in Windows-1252; all other bytes are their own code point. Written out because
 * several versions of Node decode these bytes as control characters (nodejs/node#56542). The five unused
 * bytes stay what they are, as the Encoding Standard has it.
 */
const upperHalf =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** Decodes bytes of Windows-1252, each of which is one character. */
export function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\x9f]/g, (character) => upperHalf.charAt(character.charCodeAt(0) - 0x80))
    : text
}
