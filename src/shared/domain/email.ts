/** Whether a text has the form of an e-mail address: one @, a domain with a dot, nothing that cannot stand there. */
export function isEmail(text: string): boolean {
  const at = text.indexOf('@')
  if (at < 1 || at !== text.lastIndexOf('@') || text.length > 254) return false
  const dot = text.lastIndexOf('.')
  if (dot < at + 2 || dot > text.length - 3 || text.includes('..')) return false
  if (text.startsWith('.') || text.charCodeAt(at - 1) === 46 || text.charCodeAt(at + 1) === 46) return false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code <= 32 || code === 127 || code === 160) return false
    // " ( ) , : ; < > [ \ ]
    if (code === 34 || code === 40 || code === 41 || code === 44 || code === 58 || code === 59) return false
    if (code === 60 || code === 62 || (code >= 91 && code <= 93)) return false
  }
  return true
}
