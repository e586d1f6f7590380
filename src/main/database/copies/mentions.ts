import type { Pairing } from './pairing'

const mention = /\(coppice:member\/([1-9]\d{0,14})\)/g

/** A text of the other copy, with the members that it mentions by the numbers that they have here. */
export function translated(pairing: Pairing, text: string): string {
  return text.replace(mention, (whole, digits: string) => {
    const entry = pairing.ofTheirs('members', Number(digits))
    return entry?.number == null ? whole : `(coppice:member/${entry.number})`
  })
}

/** The members that a text mentions, by the numbers that they have in its own copy. */
export function mentionedRows(text: string): number[] {
  return [...text.matchAll(mention)].map(([, digits]) => Number(digits))
}
