import ICAL from 'ical.js'
import { type ContentLine, contentLines, propertyOf } from './contentLines'

/** A contact card as it stands in a file. */
export interface Card {
  /** The line on which it begins; 1 is the first. */
  line: number
  properties: ICAL.Property[]
}

/**
 * The cards of a vCard file, of version 2.1, 3.0 or 4.0, with what can be read of each: a property that makes no sense
 * takes nothing else with it.
 */
export function cardsOf(bytes: Buffer): Card[] {
  const cards: Card[] = []
  let card: { line: number; lines: ContentLine[] } | null = null
  let inAgent = false
  const close = () => {
    if (card) cards.push({ line: card.line, properties: propertiesOf(card.lines) })
    card = null
    inAgent = false
  }
  for (const one of contentLines(bytes)) {
    if (/^BEGIN:VCARD\s*$/i.test(one.text)) {
      // A card may hold the card of somebody's agent, who is not among those of the file.
      inAgent = /^AGENT\b/i.test(card?.lines.at(-1)?.text ?? '')
      if (inAgent) continue
      close()
      card = { line: one.line, lines: [] }
    } else if (/^END:VCARD\s*$/i.test(one.text)) {
      if (inAgent) inAgent = false
      else close()
    } else if (!inAgent) card?.lines.push(one)
  }
  // A file that was cut off ends within a card.
  close()
  return cards
}

function propertiesOf(lines: readonly ContentLine[]): ICAL.Property[] {
  const design = lines.some(({ text }) => /^VERSION:4/i.test(text)) ? ICAL.design.vcard : ICAL.design.vcard3
  return lines.flatMap(({ text }) => propertyOf(text, design) ?? [])
}
