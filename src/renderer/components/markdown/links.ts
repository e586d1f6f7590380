const openable = new Set(['http:', 'https:', 'mailto:'])

/**
 * An address that may be offered as a link, in its normal form, or null for anything else: only the web and
 * e-mail, never a script, a file or another program.
 */
export function safeUrl(text: string): string | null {
  const address = text.trim()
  if (/[\s\p{Cc}]/u.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  return openable.has(url.protocol) ? url.href : null
}

/** Whether a whole text is such an address as people copy it from a browser. */
export function isUrl(text: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(text) && safeUrl(text) !== null
}
