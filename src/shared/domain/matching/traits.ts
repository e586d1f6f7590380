/** What somebody told about themselves for the matching of one program, and for nothing else. */
export interface Trait {
  /** What it is about, such as "gender" or "faith", as it was typed. */
  trait: string
  value: string
  /** Whether they ask for a partner like themselves in it. */
  asks: boolean
}

/** Traits that mean the same whichever way they are written. */
export function traitKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
}

/** What those who take part asked for: no other trait is looked at, nor kept with a proposal. */
export function askedTraits(everybody: Iterable<readonly Trait[]>): Set<string> {
  const asked = new Set<string>()
  for (const traits of everybody) for (const { trait, asks } of traits) if (asks) asked.add(traitKey(trait))
  return asked
}

/** One person's traits as they are compared, of those that somebody asked for. */
export function comparedTraits(
  traits: readonly Trait[],
  asked: ReadonlySet<string>,
): { traits: Record<string, string>; alike: string[] } {
  const own = traits.filter(({ trait }) => asked.has(traitKey(trait)))
  return {
    traits: Object.fromEntries(own.map(({ trait, value }) => [traitKey(trait), traitKey(value)])),
    alike: own.filter(({ asks }) => asks).map(({ trait }) => traitKey(trait)),
  }
}
