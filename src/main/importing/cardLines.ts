import ICAL from 'ical.js'
import { decodeWindows1252 } from './windows1252'

/** A contact card as it stands in a file. */
export interface Card {
  /** The line on which it begins; 1 is the first. */
  line: number
  properties: ICAL.Property[]
}

/** Pictures, sounds and keys say nothing that goes into a directory, and are long. */
const heavy = /^(?:photo|logo|sound|key|agent)$/i

/**
 * The cards of a vCard file, of version 2.1, 3.0 or 4.0, with what can be read of each: a property that makes no sense
 * takes nothing else with it.
 */
export function cardsOf(text: string): Card[] {
  const cards: Card[] = []
  let card: { line: number; lines: string[] } | null = null
  let inAgent = false
  const close = () => {
    if (card) cards.push({ line: card.line, properties: propertiesOf(card.lines) })
    card = null
    inAgent = false
  }
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*BEGIN:VCARD\s*$/i.test(line)) {
      // A card may hold the card of somebody's agent, who is not among those of the file.
      inAgent = /^AGENT\b/i.test(card?.lines.at(-1) ?? '')
      if (inAgent) continue
      close()
      card = { line: index + 1, lines: [] }
    } else if (/^\s*END:VCARD\s*$/i.test(line)) {
      if (inAgent) inAgent = false
      else close()
    } else if (!inAgent) card?.lines.push(line)
  }
  // A file that was cut off ends within a card.
  close()
  return cards
}

function propertiesOf(lines: readonly string[]): ICAL.Property[] {
  const whole = unfolded(lines)
  const isNewest = whole.some((line) => /^VERSION:4/i.test(line))
  return whole.flatMap((line) => {
    const property = propertyOf(line, isNewest)
    return property ? [property] : []
  })
}

/** Long values go on in the next line: after a space, or in version 2.1 after a sign of equality. */
function unfolded(lines: readonly string[]): string[] {
  // Joined once: a picture may go on over thousands of lines.
  const values: string[][] = []
  for (const line of lines) {
    const value = values.at(-1)
    const last = value?.at(-1) ?? ''
    if (value && last.endsWith('=') && isQuotedPrintable(value[0] ?? '')) {
      value[value.length - 1] = last.slice(0, -1)
      value.push(line)
    } else if (value && /^[ \t]/.test(line)) value.push(line.slice(1))
    else values.push([line])
  }
  return values.map((value) => value.join(''))
}

const isQuotedPrintable = (line: string) => /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line)

function propertyOf(line: string, isNewest: boolean): ICAL.Property | null {
  const [, group = '', name = '', parameters = '', value = ''] =
    /^([\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(line) ?? []
  if (name === '' || heavy.test(name)) return null
  const plain = isNewest
    ? line
    : `${group}${name}${namedParameters(parameters)}:${decoded(value, parameters)}`
  try {
    return ICAL.Property.fromString(plain, isNewest ? ICAL.design.vcard : ICAL.design.vcard3)
  } catch {
    return null
  }
}

/** Version 2.1 leaves the names of parameters out: `TEL;CELL` is `TEL;TYPE=CELL`. How it was encoded is no matter any more. */
function namedParameters(parameters: string): string {
  return parameters
    .split(';')
    .filter(
      (one) => one !== '' && !/^(?:(?:ENCODING|CHARSET)=.*|QUOTED-PRINTABLE|BASE64|[78]BIT)$/i.test(one),
    )
    .map((one) => `;${one.includes('=') ? one : `TYPE=${one}`}`)
    .join('')
}

/** The value as version 3.0 writes it. */
function decoded(value: string, parameters: string): string {
  if (!/QUOTED-PRINTABLE/i.test(parameters)) return value
  const bytes = Buffer.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  const [, charset = 'utf-8'] = /CHARSET="?([\w-]+)/i.exec(parameters) ?? []
  return textOf(bytes, charset)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?<!\\),/g, '\\,')
}

function textOf(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // A character set that nobody knows, or another than was said.
    return decodeWindows1252(bytes)
  }
}
