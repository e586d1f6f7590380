/** How unevenly something is spread. */
export interface Gini {
  /** G = 2 Σ i·x₍ᵢ₎ / (n Σ x) − (n + 1) / n, 0 to 1 − 1/n. */
  raw: number
  /** G* = G · n / (n − 1), 0 (all alike) to 1 (one has it all), whatever the number of people. */
  corrected: number
}

/**
 * The Gini coefficient of amounts that are not negative, with the correction for small samples: of five people of
 * whom one does everything, G is 0.8 and G* is 1. Null for fewer than two amounts, or when all are 0.
 */
export function gini(amounts: Float64Array | Int32Array): Gini | null {
  const n = amounts.length
  if (n < 2) return null
  let sum = 0
  let ranked = 0
  amounts.toSorted().forEach((amount, place) => {
    sum += amount
    ranked += (place + 1) * amount
  })
  if (sum === 0) return null
  const raw = (2 * ranked) / (n * sum) - (n + 1) / n
  return { raw, corrected: (raw * n) / (n - 1) }
}
