import { isUtf8 } from 'node:buffer'
import { isEmail } from '@shared/domain/email'
import { isTimeZone } from '@shared/domain/timeZones'
import type ICAL from 'ical.js'
import { type Card, cardsOf } from './cardLines'
import { TableText } from './tableText'
import { decodeWindows1252 } from './windows1252'

/** Whether a file is a list of contact cards, by its first bytes. */
export function isContacts(head: Buffer): boolean {
  const text = head.toString(isWide(head) ? 'utf16le' : 'utf8', 0, 128)
  return /^\uFEFF?\s*BEGIN:VCARD/i.test(text)
}

const isWide = (head: Buffer) => head[0] === 0xff && head[1] === 0xfe

const headings = [
  'Name',
  'First name',
  'Middle name',
  'Last name',
  'E-mail',
  'Phone',
  'Organisation',
  'Department',
  'Job title',
  'City',
  'Time zone',
  'Languages',
  'About',
]

/**
 * The cards of a vCard file (RFC 6350, RFC 2426 and version 2.1) as a CSV table of members, each on the line of the
 * table on which its card begins in the file, so far as there is room. A firm's card has no name of a person.
 */
export function contactTable(bytes: Buffer): string {
  const table = new TableText()
  return [
    table.row(headings, 1),
    ...cardsOf(textOf(bytes)).map((card) => table.row(rowOf(card), card.line)),
  ].join('')
}

/** Old address books write what the computer of that time used. */
function textOf(bytes: Buffer): string {
  if (isWide(bytes)) return bytes.toString('utf16le').replace(/^\uFEFF/, '')
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : decodeWindows1252(bytes)
}

function rowOf({ properties }: Card): string[] {
  const named = (name: string) => inOrder(properties.filter((property) => property.name === name))
  const first = (name: string) => textsOf(named(name)[0])
  const [family = '', given = '', middle = ''] = first('n')
  const [organisation = '', department = ''] = first('org')
  const isFirm =
    /^(?:org|group|location)$/i.test(one(first('kind'))) || /^company$/i.test(one(first('x-abshowas')))
  const emails = named('email').map((property) => one(textsOf(property)).replace(/^mailto:/i, ''))
  const phone = one(first('tel')).replace(/^tel:/i, '').replace(/;.*$/, '')
  const zone = one(first('tz'))
  return [
    ...(isFirm ? ['', '', '', ''] : [one(first('fn')), given, middle, family]),
    emails.find(isEmail) ?? emails[0] ?? '',
    phone,
    organisation,
    department,
    one(first('title')),
    first('adr')[3] ?? '',
    isTimeZone(zone) ? zone : '',
    named('lang')
      .map((property) => languageName(one(textsOf(property))))
      .join(', '),
    one(first('note')),
  ].map((text) => text.trim())
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
function textsOf(property: ICAL.Property | undefined): string[] {
  const value: unknown = property?.getFirstValue() ?? ''
  return (Array.isArray(value) ? value : [value]).map((part) => [part].flat().map(String).join(' '))
}

function one(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}

/** "pt-BR" → "Portuguese"; what is no tag stays as it is. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(tag).language) ?? tag
  } catch {
    return tag
  }
}
