/** Time zones by their names of the IANA database, such as "Europe/Lisbon". */

/** Whether a name is one of a time zone. */
export function isTimeZone(name: string): boolean {
  return offsetFormat(name) !== null
}

/** Minutes east of UTC at a moment; null for a name that is none of a time zone. */
export function utcOffset(name: string, at: Date): number | null {
  const words = offsetFormat(name)
    ?.formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  if (words === undefined) return null
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(words) ?? []
  const value = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -value : value
}

function offsetFormat(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    return null
  }
}
