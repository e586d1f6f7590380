/**
 * How many minutes somebody was there, as meeting tools write it: `1h 27m 51s`, `1 Std. 27 Min.`, `01:27:51`, or, where
 * the column says that it holds minutes, a whole number.
 *
 * @returns null where it says nothing.
 */
export function minutesOf(text: string, wholeMinutes: boolean): number | null {
  if (wholeMinutes) return /^\d{1,5}$/.test(text) ? Number(text) : null
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
  if (!/^(?:\d+\s*\p{L}+\.?[\s,]*){1,3}$/u.test(text)) return null
  const parts = [...text.matchAll(/(\d+)\s*(\p{L}+)/gu)]
  let minutes = 0
  let least = Number.POSITIVE_INFINITY
  for (const [, digits, unit = ''] of parts) {
    const weight = weightOf(unit.toLowerCase())
    // The units of one length of time fall from hours to seconds.
    if (weight === null || weight >= least) return null
    minutes += Number(digits) * weight
    least = weight
  }
  return minutes
}

const hours = ['h', 'st', 'sa', 't', 'u', 'g', 'ó', 'ч', 'ώ', '時', '小', '시']
const minuteWords = ['m', 'p', 'd', 'м', 'х', 'λ', '分', '분']
const seconds = ['mp', 's', 'с', 'δ', '秒', '초']

/** Minutes of a unit, by how it begins: in most languages hours with an h, in German with St, in Polish with a g. */
function weightOf(unit: string): number | null {
  const begins = (words: readonly string[]) => words.some((word) => unit.startsWith(word))
  if (begins(hours)) return 60
  if (unit !== 'mp' && begins(minuteWords)) return 1
  return begins(seconds) ? 1 / 60 : null
}
