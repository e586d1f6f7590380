import type { PersonReference } from '@shared/domain/imports'
import { cleanLine, firstValue, severalPeople } from './textValues'

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

/** What exports put where somebody has given no address. */
const noAddress = /^(?:none|anonymous|unknown|not available|no e-?mail|keine?|anonym|ninguno|aucun|anonyme)$/i

/**
 * The first e-mail address of a cell, without a name or `mailto:` around it; '' when the cell says that there
 * is none, null when it holds something else.
 */
export function readEmail(cell: string): string | null {
  const value = firstValue(cell)
  if (isEmail(value)) return value
  if (value === '' || noAddress.test(value)) return ''
  const inside = /<([^<>]+)>\s*$/.exec(value)?.[1] ?? value
  const bare = inside.trim().replace(/^mailto:/i, '')
  if (isEmail(bare)) return bare
  const first = bare.split(/[,\s]+/)[0] ?? ''
  return bare.split(/[,\s]+/).every(isEmail) ? first : null
}

/** Somebody written as a name, an address, `Name <address>` or `Name (address)`; null for an empty text. */
export function readPerson(cell: string): PersonReference | null {
  const text = cleanLine(cell)
  if (text === '') return null
  const bare = text.replace(/^mailto:/i, '')
  if (isEmail(bare)) return { name: null, email: bare }
  const both = /^"?([^"<(]*?)"?\s*[<(]\s*(?:mailto:)?([^<>()\s]+@[^<>()\s]+)\s*[>)]$/.exec(text)
  const email = both?.[2] ?? ''
  if (!isEmail(email)) return { name: text, email: null }
  const name = both?.[1] ?? ''
  return name === '' ? { name: null, email } : { name, email }
}

/** The people of a cell that may hold several. */
export function readPeople(cell: string): PersonReference[] {
  return severalPeople(cell).flatMap((text) => readPerson(text) ?? [])
}

/** Names that end with one of these are not "Family, Given". */
const afterName = /^(?:(?:jr|sr|ii|iii|iv|md|phd|dr|mba|msc|bsc|ma|ba|esq|cpa|rn|pmp|dds|jd|llm)\.?[\s,]*)+$/i

/** "Berg, Anna" as a name and as what it sorts by; null when the text is no such name. */
export function turnedName(name: string): { name: string; sortName: string } | null {
  const comma = name.indexOf(',')
  if (comma < 1 || comma !== name.lastIndexOf(',')) return null
  const family = name.slice(0, comma).trim()
  const given = name.slice(comma + 1).trim()
  if (family === '' || given === '' || afterName.test(given.replaceAll('.', ''))) return null
  return { name: `${given} ${family}`, sortName: `${family}, ${given}` }
}
