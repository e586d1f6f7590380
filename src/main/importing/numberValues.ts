import { fold } from './textValues'

/**
 * Reads a number with a point or a comma for its decimals and with any usual sign between thousands. Null for
 * anything else, and for one that can be read in two ways: `1,234` is a thousand here and one and a bit there.
 */
export function readNumber(cell: string): number | null {
  const text = cell.trim().replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '')
  if (/^[+-]?\d+$/.test(text)) return Number(text)
  if (!/^[+-]?\d[\d.,]*$/.test(text)) return null
  const points = text.split('.').length - 1
  const commas = text.split(',').length - 1
  if (points > 0 && commas > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
    return grouped(text, decimal)
  }
  const sign = points > 0 ? '.' : ','
  if (points + commas > 1) return grouped(text, sign === '.' ? ',' : '.')
  const [whole = '', decimals = ''] = text.split(sign)
  if (decimals === '') return null
  if (decimals.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(whole)) return null
  return Number(`${whole}.${decimals}`)
}

/** Thousands in groups of three, with the other sign before the decimals if there are any. */
function grouped(text: string, decimal: '.' | ','): number | null {
  const [whole = '', decimals = '', more] = text.split(decimal)
  const thousands = decimal === '.' ? /^[+-]?\d{1,3}(?:,\d{3})+$/ : /^[+-]?\d{1,3}(?:\.\d{3})+$/
  if (more !== undefined || !thousands.test(whole) || !/^\d*$/.test(decimals)) return null
  return Number(`${whole.replace(/[.,]/g, '')}.${decimals === '' ? '0' : decimals}`)
}

/** A rating from 1 to 5, written as `4`, `4.0`, `4/5`, `4 out of 5`, `4 - Good` or in stars. */
export function readRating(cell: string): number | null {
  const text = cell.trim()
  const stars = /^([★⭐]\ufe0f?){1,5}[☆]{0,4}$/u.test(text) ? (text.match(/[★⭐]/gu)?.length ?? 0) : null
  const found =
    /^(\d(?:[.,]0+)?)(?:\s*(?:\/|out of|of|von|sur|de|su|van)\s*5|\s*[-–:(]\s*\D.*|\s*(?:stars?)?)$/i.exec(
      text,
    )
  const value = stars ?? (found === null ? null : readNumber(found[1] ?? ''))
  return value !== null && value >= 1 && value <= 5 ? value : null
}

export type DurationUnit = 'hours' | 'minutes' | 'seconds'

const minutesPerUnit: Readonly<Record<DurationUnit, number>> = { hours: 60, minutes: 1, seconds: 1 / 60 }

/** The unit that a heading such as "Duration (hours)" gives to bare numbers; minutes when it gives none. */
export function unitOfHeading(heading: string): DurationUnit {
  const words = fold(heading)
  if (/\b(?:hours?|hrs?|stunden?|std|heures?|horas?|ore|ora|uur|uren)\b/.test(words)) return 'hours'
  return /\b(?:seconds?|secs?|sekunden?|secondes?|segundos?|secondi|seconden)\b/.test(words)
    ? 'seconds'
    : 'minutes'
}

const clockShape = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/
const amountShape = /(\d+(?:[.,]\d+)?)\s*('|"|[a-z]*)\.?/g
const joiningWords = /^(?:[\s,.]|\b(?:and|und|et|y|e|en|ca|about)\b)*$/
const unitBeginnings: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren|u)$/, 'hours'],
  [/^(?:m|mins?|minut\w*|'|mn)$/, 'minutes'],
  [/^(?:s|secs?|sek|segs?|second\w*|sekunden?|segundos?|secondi|"|seconden)$/, 'seconds'],
]

/**
 * Reads how long something took, in whole minutes: `90`, `1.5` hours, `1h 27m 51s`, `1 Std. 30 Min.`, `1:30`
 * and `01:30` (hours and minutes), `1:27:51`, `PT1H30M`. Null for anything else.
 */
export function readMinutes(cell: string, unit: DurationUnit): number | null {
  const text = fold(cell.trim())
  const bare = readNumber(text)
  if (bare !== null) return bare < 0 ? null : Math.round(bare * minutesPerUnit[unit])
  const clock = clockShape.exec(text)
  if (clock === null) return readAmounts(text)
  return Math.round(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60)
}

/** Amounts with their units, each unit smaller than the one before; a last bare number has the next one. */
function readAmounts(text: string): number | null {
  const amounts = text.replace(/^pt(?=\d)/, '')
  if (!joiningWords.test(amounts.replace(amountShape, ' '))) return null
  let minutes = 0
  let before: DurationUnit | null = null
  for (const [, amount = '', word = ''] of amounts.matchAll(amountShape)) {
    const unit: DurationUnit | null =
      word === '' ? unitAfter(before) : (unitBeginnings.find(([shape]) => shape.test(word))?.[1] ?? null)
    if (unit === null || (before !== null && minutesPerUnit[unit] >= minutesPerUnit[before])) return null
    minutes += Number(amount.replace(',', '.')) * minutesPerUnit[unit]
    before = unit
  }
  return before === null ? null : Math.round(minutes)
}

function unitAfter(unit: DurationUnit | null): DurationUnit | null {
  return unit === 'hours' ? 'minutes' : unit === 'minutes' ? 'seconds' : null
}
