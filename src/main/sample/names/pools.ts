/** How a name is put together from its parts. */
export type NameOrder = 'middle' | 'two families' | 'father' | 'native'

/**
 * The names of one culture. An entry may hold a second form in another script after a colon: `Layla:ليلى`.
 */
export interface NamePool {
  order: NameOrder
  women: readonly string[]
  men: readonly string[]
  families: readonly string[]
  /** Share of people who write their name in the other script. */
  nativeShare?: number
}

/** A list of names from one text, separated by commas. */
export function names(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim())
}

/** Every first part with every second part: how many Chinese given names are made. */
export function combined(first: string, second: string): readonly string[] {
  return names(first).flatMap((start) => names(second).map((end) => `${start}${end}`))
}
