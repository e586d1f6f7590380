import { meanOf } from './scale'

/**
 * Cronbach's alpha: how far the items of a scale measure one thing, `k / (k - 1) × (1 - Σ s²(item) / s²(total))` with k
 * items, and variances over people (L. J. Cronbach, Coefficient alpha and the internal structure of tests,
 * Psychometrika 16, 1951, 297-334). Only who answered every item counts; reversed items are to be turned round before.
 *
 * @param rows the answers of one person each, all of the same items.
 * @returns null below two items, below two people, or when all people have the same total.
 */
export function cronbachAlpha(rows: readonly (readonly (number | null)[])[]): number | null {
  const items = rows[0]?.length ?? 0
  const whole = rows.flatMap((row) => {
    const given = row.filter((value) => value !== null)
    return given.length === items ? [given] : []
  })
  if (items < 2 || whole.length < 2) return null
  const total = variance(whole.map((row) => row.reduce((sum, value) => sum + value, 0)))
  if (total < 1e-12) return null
  const single = Array.from({ length: items }, (_, item) => variance(whole.map((row) => row[item] ?? 0)))
  return (items / (items - 1)) * (1 - single.reduce((sum, value) => sum + value, 0) / total)
}

/** With n - 1. */
function variance(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/** How a value of alpha is usually read (J. C. Nunnally, Psychometric Theory, 1978: from .70 on). */
export function alphaWords(alpha: number): string {
  if (alpha >= 0.7) return 'the statements measure one thing'
  if (alpha >= 0.5) return 'the statements measure several things: read the parts rather than the whole'
  return 'the statements have little in common: read each by itself'
}
