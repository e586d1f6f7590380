/** A time of day as it stands in a file. */
export interface ReadTime {
  /** `HH:MM:SS`; fractions of a second are dropped. */
  time: string
  /** Minutes ahead of UTC; null when the file does not say. */
  offset: number | null
  /** Whether a zone is named that can mean several, such as EST or IST. */
  zoneUnknown: boolean
}

const shape =
  /^(\d{1,2})(?:\s?(?::|\.|h|u)\s?(\d{2})(?:(?::|\.|m)(\d{2})(?:[.,]\d+|s)?)?)?\s?(a\.?\s?m\.?|p\.?\s?m\.?)?\s?(uhr|h|u|hrs)?\s?(.*)$/
const leadIn = /^(?:at|um|a|alle|ore|om|as|à|às|las|a las)\s+/
const offsetShape = /^\(?(?:(?:utc|gmt)\s?)?([+\-−])(\d{1,2})(?::?(\d{2}))?\)?$/

/**
 * Reads `14:05`, `14:05:11.2`, `2:05 PM`, `14h05`, `14.05 Uhr`, each perhaps with `Z`, `UTC`, `GMT+1` or
 * `+01:00`. Null for anything else and for times that no clock shows.
 */
export function readTime(text: string): ReadTime | null {
  const found = shape.exec(text.trim().toLowerCase().replace(leadIn, ''))
  if (found === null) return null
  const [, hourText = '', minuteText, secondText, half, unit, zoneText = ''] = found
  if (minuteText === undefined && half === undefined && unit === undefined) return null
  const hour = hourOf(Number(hourText), half)
  const minute = Number(minuteText ?? 0)
  const second = Number(secondText ?? 0)
  if (hour === null || minute > 59 || second > 59) return null
  const zone = readZone(zoneText)
  if (zone === null) return null
  return { time: `${two(hour)}:${two(minute)}:${two(second)}`, ...zone }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  // Some exports write 13:05 PM; there is only one way to mean that.
  if (hour > 12) return half.startsWith('p') && hour < 24 ? hour : null
  if (hour === 0) return half.startsWith('a') ? 0 : null
  return (hour % 12) + (half.startsWith('p') ? 12 : 0)
}

function readZone(text: string): Pick<ReadTime, 'offset' | 'zoneUnknown'> | null {
  if (text === '') return { offset: null, zoneUnknown: false }
  if (/^\(?(?:z|utc|gmt)\)?$/.test(text)) return { offset: 0, zoneUnknown: false }
  const found = offsetShape.exec(text)
  if (found === null) return /^\(?[a-z]{2,5}\)?$/.test(text) ? { offset: null, zoneUnknown: true } : null
  const hours = Number(found[2])
  const minutes = Number(found[3] ?? 0)
  if (hours > 14 || minutes > 59) return null
  const ahead = hours * 60 + minutes
  return { offset: found[1] === '+' ? ahead : -ahead, zoneUnknown: false }
}

export function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}
