import { contactTable, isContacts } from '@main/importing/contactTable'
import { recordsOf } from '@main/importing/csv'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Contact cards as address books write them. */

interface Row {
  [heading: string]: string
}

function rows(text: string | Buffer): Row[] {
  const [heading, ...records] = recordsOf(
    contactTable(typeof text === 'string' ? Buffer.from(text) : text),
    ',',
  )
  return records.map(({ cells }) =>
    Object.fromEntries(cells.map((cell, index) => [heading?.cells[index] ?? '', cell])),
  )
}

/** What is said, without what is empty. */
function said(row: Row | undefined): Row {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== ''))
}

test('a card of Apple’s Contacts', () => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Apple Inc.//macOS 14.5//EN',
    'N:Okafor;Mira;Chidinma;Dr.;',
    'FN:Dr. Mira Chidinma Okafor',
    'ORG:Tidewright Co-operative;Field Operations;',
    'TITLE:Site manager',
    'EMAIL;type=INTERNET;type=HOME:mira@home.example',
    'EMAIL;type=INTERNET;type=WORK;type=pref:mira@work.example',
    'item1.TEL;type=pref:+351 21 000 000',
    'item1.X-ABLabel:_$!<Other>!$_',
    'item2.ADR;type=WORK;type=pref:;;1 Rua da Praia\\nsecond floor;Lisbon;;1100-001;Portugal',
    'NOTE:Likes plans\\, not surprises;\\nand tea',
    'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD',
    '  /4QBMRXhpZgAATU0AKgAAAAgAAgESAAMAAAABAAEAAIdpAAQAAAA',
    'X-ABUID:1C2D:ABPerson',
    'END:VCARD',
  ].join('\r\n')
  expect(rows(card).map(said)).toEqual([
    {
      'Further e-mail': 'mira@home.example',
      Street: '1 Rua da Praia\nsecond floor',
      Postcode: '1100-001',
      Country: 'Portugal',
      Name: 'Dr. Mira Chidinma Okafor',
      'First name': 'Mira',
      'Middle name': 'Chidinma',
      'Last name': 'Okafor',
      'E-mail': 'mira@work.example',
      Phone: '+351 21 000 000',
      Organisation: 'Tidewright Co-operative',
      Department: 'Field Operations',
      'Job title': 'Site manager',
      City: 'Lisbon',
      About: 'Likes plans, not surprises;\nand tea',
    },
  ])
})

test('a card of version 2.1 from an old telephone or Outlook, with its own way of writing letters', () => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
    'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =',
    'M=C3=BCller, jun.',
    'TEL;CELL;VOICE:+49 170 1234567',
    'EMAIL;PREF;INTERNET:joerg@work.example',
    'NOTE;ENCODING=QUOTED-PRINTABLE:first line=0D=0A=',
    'second line',
    'PHOTO;JPEG;ENCODING=BASE64:',
    ' /9j/4AAQSkZJRgABAQAASABIAAD',
    '',
    'END:VCARD',
  ].join('\r\n')
  expect(rows(card).map(said)).toEqual([
    {
      Name: 'Jörg Müller, jun.',
      'First name': 'Jörg',
      'Last name': 'Müller',
      'E-mail': 'joerg@work.example',
      Phone: '+49 170 1234567',
      About: 'first line\nsecond line',
    },
  ])
})

test('a card of version 4.0, with preferences in numbers, addresses of telephones, time zone and languages', () => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:桜井 匠',
    'N:桜井;匠;;;',
    'EMAIL;TYPE=home:home@x.example',
    'EMAIL;TYPE=work;PREF=1:work@x.example',
    'TEL;VALUE=uri;TYPE="voice,work":tel:+81-3-0000-0000;ext=12',
    'TZ:Asia/Tokyo',
    'LANG;PREF=1:ja',
    'LANG;PREF=2:pt-BR',
    'ADR;TYPE=work:;;;Kobe;;;Japan',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'FN:Tidewright Co-operative',
    'ORG:Tidewright Co-operative',
    'END:VCARD',
  ].join('\n')
  expect(rows(card).map(said)).toEqual([
    {
      Name: '桜井 匠',
      'First name': '匠',
      'Last name': '桜井',
      'E-mail': 'work@x.example',
      Phone: '+81-3-0000-0000',
      City: 'Kobe',
      'Time zone': 'Asia/Tokyo',
      Languages: 'Japanese, Portuguese',
      Country: 'Japan',
      'Further e-mail': 'home@x.example',
    },
    { Organisation: 'Tidewright Co-operative' },
  ])
})

test('each card stands on the line on which it begins', () => {
  const card = (name: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEND:VCARD\n`
  const text = `\n${card('Ana\nNOTE:two\\nlines')}\n\n${card('Bo')}${card('Cy')}`
  const records = recordsOf(contactTable(Buffer.from(text)), ',')
  expect(records.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'Name'],
    [2, 'Ana'],
    [9, 'Bo'],
    [13, 'Cy'],
  ])
})

test('what makes no sense takes nothing else with it: a cut-off file, a missing end, the card of an agent', () => {
  const broken = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Ana Abel',
    'EMAIL;TYPE="INTERNET:no end of the quotation',
    'this line is nothing',
    'AGENT:',
    'BEGIN:VCARD',
    'FN:Ana’s agent',
    'END:VCARD',
    'TITLE:Engineer',
    'BEGIN:VCARD',
    'FN:Bo Baker',
    'TITLE:Ana',
  ].join('\n')
  expect(rows(broken).map(said)).toEqual([
    { Name: 'Ana Abel', 'Job title': 'Engineer', 'E-mail': 'no end of the quotation' },
    { Name: 'Bo Baker', 'Job title': 'Ana' },
  ])
})

test('Windows-1252 and UTF-16 are read as such', () => {
  const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nEND:VCARD\r\n'
  expect(said(rows(Buffer.from(text, 'latin1'))[0])).toEqual({ Name: 'Zoë Müller' })
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
  expect(isContacts(wide)).toBe(true)
  expect(said(rows(wide)[0])).toEqual({ Name: 'Zoë Müller' })
})

test('any text that a card holds, escaped and folded as version 3.0 says, comes out as it was', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(';', ',', '\\', '\n', '"', ':', '='),
  )
  const text = fc.array(pieces, { maxLength: 40 }).map((some) => `x${some.join('')}x`)
  fc.assert(
    fc.property(text, (note) => {
      const kept = note.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      const escaped = kept.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
      const folded = escaped.replace(/.{60}/gsu, '$&\r\n ')
      const [row] = rows(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nNOTE:${folded}\r\nEND:VCARD\r\n`)
      expect(row?.About).toBe(kept)
    }),
  )
})

test('names and units hold the marks by which parts are told from each other', () => {
  const cards = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Ab\\;el;An\\,a;;;',
    'ORG:Co\\;op;Sal\\\\es',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;ENCODING=QUOTED-PRINTABLE:Ab=3Bel;Ana',
    'ORG;ENCODING=QUOTED-PRINTABLE:Co=5C=3Bop;Sales',
    'END:VCARD',
  ].join('\n')
  expect(rows(cards).map(said)).toEqual([
    { 'First name': 'An,a', 'Last name': 'Ab;el', Organisation: 'Co;op', Department: 'Sal\\es' },
    { 'First name': 'Ana', 'Last name': 'Ab;el', Organisation: 'Co;op', Department: 'Sales' },
  ])
})

test('a letter may be folded in two, a text be broken over lines, and each line be written in its own way', () => {
  const bytes = Buffer.concat([
    Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nFN:J\u00fc'.slice(0, -1)),
    Buffer.from([0xc3]),
    Buffer.from('\r\n '),
    Buffer.from([0xbc]),
    Buffer.from('rgen\r\nTITLE;CHARSET=ISO-8859-2:'),
    // "Świątek" in ISO 8859-2
    Buffer.from([0xa6, 0x77, 0x69, 0xb1, 0x74, 0x65, 0x6b]),
    Buffer.from('\r\nORG:'),
    // "Müller" in Windows-1252
    Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]),
    Buffer.from('\r\nNOTE:one\r\ntwo\r\n\r\nPlease note: three\r\nTEL;WORK:1\r\nEND:VCARD\r\n'),
  ])
  expect(rows(bytes).map(said)).toEqual([
    {
      Name: 'Jürgen',
      'Job title': 'Świątek',
      Organisation: 'Müller',
      About: 'one\ntwo\nPlease note: three',
      Phone: '1',
    },
  ])
})

test('what Coppice has no place for stands in columns of its own, so that it is seen not to be taken', () => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Mira Okafor',
    'EMAIL;TYPE=HOME:mira@home.example',
    'EMAIL;TYPE=WORK,PREF:mira@work.example',
    'TEL;TYPE=CELL:+351 912',
    'TEL;TYPE=WORK:+351 1',
    'ADR;TYPE=HOME:;;Rua Augusta 1\\nAndar 2;Lisboa;;1100;Portugal',
    'BDAY:1985-04-12',
    'URL:https\\://mira.example',
    'NICKNAME:Mi',
    'CATEGORIES:Mentors,Friends',
    'END:VCARD',
  ].join('\n')
  expect(rows(card).map(said)).toEqual([
    {
      Name: 'Mira Okafor',
      'E-mail': 'mira@work.example',
      'Further e-mail': 'mira@home.example',
      Phone: '+351 1',
      'Further phone': '+351 912',
      City: 'Lisboa',
      Street: 'Rua Augusta 1\nAndar 2',
      Postcode: '1100',
      Country: 'Portugal',
      Birthday: '1985-04-12',
      'Web page': 'https://mira.example',
      Nickname: 'Mi',
      Categories: 'Mentors, Friends',
    },
  ])
})
