import { isEmail } from '@shared/domain/email'
import { isTimeZone } from '@shared/domain/timeZones'
import type ICAL from 'ical.js'
import { cardsOf } from './cards'
import { contentHead } from './contentLines'
import { TableText } from './tableText'

/** Whether a file is a list of contact cards, by its first bytes. */
export function isContacts(head: Buffer): boolean {
  return /^\s*BEGIN:VCARD/i.test(contentHead(head))
}

interface Column {
  heading: string
  of: (card: Properties) => string
  /** Coppice has no place for it: shown where a card has it, so that nobody is left to believe that it was taken. */
  isSpare?: boolean
}

const columns: readonly Column[] = [
  { heading: 'Name', of: (card) => (isFirm(card) ? '' : card.text('fn')) },
  { heading: 'First name', of: (card) => nameOf(card, 1) },
  { heading: 'Middle name', of: (card) => nameOf(card, 2) },
  { heading: 'Last name', of: (card) => nameOf(card, 0) },
  { heading: 'E-mail', of: (card) => emailsOf(card)[0] ?? '' },
  { heading: 'Phone', of: (card) => phonesOf(card)[0] ?? '' },
  { heading: 'Organisation', of: (card) => card.part('org', 0) },
  { heading: 'Department', of: (card) => card.part('org', 1) },
  { heading: 'Job title', of: (card) => card.text('title') },
  { heading: 'City', of: (card) => card.part('adr', 3) },
  { heading: 'Time zone', of: (card) => (isTimeZone(card.text('tz')) ? card.text('tz') : '') },
  { heading: 'Languages', of: (card) => card.all('lang').map(languageName).join(', ') },
  { heading: 'About', of: (card) => card.text('note') },
  { heading: 'Further e-mail', of: (card) => emailsOf(card).slice(1).join(', '), isSpare: true },
  { heading: 'Further phone', of: (card) => phonesOf(card).slice(1).join(', '), isSpare: true },
  { heading: 'Street', of: (card) => card.part('adr', 2), isSpare: true },
  { heading: 'Postcode', of: (card) => card.part('adr', 5), isSpare: true },
  { heading: 'Country', of: (card) => card.part('adr', 6), isSpare: true },
  { heading: 'Web page', of: (card) => card.all('url').join(', ').replace(/\\:/g, ':'), isSpare: true },
  { heading: 'Birthday', of: (card) => card.text('bday'), isSpare: true },
  { heading: 'Nickname', of: (card) => card.all('nickname').join(', '), isSpare: true },
  { heading: 'Categories', of: (card) => card.all('categories').join(', '), isSpare: true },
]

/**
 * The cards of a vCard file (RFC 6350, RFC 2426 and version 2.1) as a CSV table of members, each on the line of the
 * table on which its card begins in the file, so far as there is room. A firm's card has no name of a person.
 */
export function contactTable(bytes: Buffer): string {
  const cards = cardsOf(bytes).map(({ line, properties }) => ({ line, card: new Properties(properties) }))
  const shown = columns.filter(({ of, isSpare }) => !isSpare || cards.some(({ card }) => of(card) !== ''))
  const table = new TableText()
  return [
    table.row(
      shown.map(({ heading }) => heading),
      1,
    ),
    ...cards.map(({ line, card }) =>
      table.row(
        shown.map(({ of }) => of(card).trim()),
        line,
      ),
    ),
  ].join('')
}

/** What a card says, by the names of its properties. */
class Properties {
  constructor(private readonly properties: readonly ICAL.Property[]) {}

  /** The whole of the best value. */
  text(name: string): string {
    return one(partsOf(this.named(name)[0]))
  }

  /** One part of the best value, such as the city of an address. */
  part(name: string, index: number): string {
    return partsOf(this.named(name)[0])[index] ?? ''
  }

  /** All values, the best first. */
  all(name: string): string[] {
    return this.named(name)
      .flatMap((property) => property.getValues().map((value: unknown) => [value].flat().join(' ')))
      .filter((text) => text !== '')
  }

  private named(name: string): ICAL.Property[] {
    return inOrder(this.properties.filter((property) => property.name === name))
  }
}

function isFirm(card: Properties): boolean {
  return /^(?:org|group|location)$/i.test(card.text('kind')) || /^company$/i.test(card.text('x-abshowas'))
}

const nameOf = (card: Properties, part: number) => (isFirm(card) ? '' : card.part('n', part))

/** What is no address is told as such when there is no other. */
function emailsOf(card: Properties): string[] {
  const emails = card.all('email').map((text) => text.replace(/^mailto:/i, ''))
  return [...emails.filter(isEmail), ...emails.filter((text) => !isEmail(text))]
}

function phonesOf(card: Properties): string[] {
  return card.all('tel').map((text) => text.replace(/^tel:/i, '').replace(/;.*$/, ''))
}

/** The preferred one first, then those of work, then as they stand. */
function inOrder(properties: readonly ICAL.Property[]): ICAL.Property[] {
  return properties.toSorted((one, other) => rank(one) - rank(other))
}

function rank(property: ICAL.Property): number {
  const types = [property.getParameter('type') ?? []].flat().map((type) => type.toLowerCase())
  if (types.includes('pref') || property.getParameter('pref') !== undefined) return 0
  return types.includes('work') ? 1 : 2
}

/** The parts of a value, such as family name and given name; a part of several words is one text. */
function partsOf(property: ICAL.Property | undefined): string[] {
  const value: unknown = property?.getFirstValue() ?? ''
  return (Array.isArray(value) ? value : [value]).map((part) => [part].flat().map(String).join(' '))
}

const one = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' ')

/** "pt-BR" → "Portuguese"; what is no tag stays as it is. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(tag).language) ?? tag
  } catch {
    return tag
  }
}
