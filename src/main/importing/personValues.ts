import { isEmail } from '@shared/domain/email'
import type { PersonReference } from '@shared/domain/imports'
import { cleanLine, firstValue, severalPeople } from './textValues'

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
