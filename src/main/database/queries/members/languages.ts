/** The languages that somebody speaks, as they are stored: names with commas between them. */

/** Each once, in the order in which they were given; null for none. */
export function languagesText(names: readonly string[]): string | null {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]))
  return known.size === 0 ? null : [...known.values()].join(', ')
}

export function languagesOf(text: string | null): string[] {
  return text === null ? [] : text.split(', ')
}
