/** How a name is put together from its parts. */
type NameOrder = 'middle' | 'two families' | 'father' | 'native'

interface NamePart {
  latin: string
  /** In the script of the place; the Latin form where that is the script. */
  native: string
  /** Small letters without marks, for an address. */
  plain: string
  /** The form that women bear, where it is another. */
  feminine?: NamePart
}

/** The names of one culture. */
export interface NamePool {
  order: NameOrder
  women: readonly NamePart[]
  men: readonly NamePart[]
  families: readonly NamePart[]
  /** Share of people who write their name in the other script. */
  nativeShare?: number
}

const letters: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', đ: 'd' }

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łøæßđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

function part(entry: string): NamePart {
  const [latin = entry, native = latin] = entry.split(':')
  return { latin, native, plain: plain(latin) }
}

const entries = (text: string): string[] => text.split(',').map((entry) => entry.trim())

/** Names from one text, separated by commas; a form in another script may follow after a colon: `Layla:ليلى`. */
export function names(text: string): readonly NamePart[] {
  return entries(text).map(part)
}

/** Polish surnames, of which those in -ski, -cki and -dzki are in -a for women. */
export function polishFamilies(text: string): readonly NamePart[] {
  return names(text).map((name) =>
    /(sk|ck|dzk)i$/.test(name.latin) ? { ...name, feminine: part(name.latin.replace(/i$/, 'a')) } : name,
  )
}

/** Every first part with every second part: how many Chinese given names are made. */
export function combined(first: string, second: string): readonly NamePart[] {
  return entries(first).flatMap((start) => entries(second).map((end) => part(`${start}${end}`)))
}
