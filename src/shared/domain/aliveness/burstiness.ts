/**
 * Burstiness A = (√(n + 1) · c − √(n − 1)) / ((√(n + 1) − 2) · c + √(n − 1)) of n gaps with c = s / m, their standard
 * deviation by their mean: −1 for equal gaps, about 0 for random times, 1 for one burst. Source: Kim and Jo 2016, who
 * take from Goh and Barabási's (s − m) / (s + m) what few events do to it. Null for fewer than two gaps, and where all
 * are 0.
 */
export function burstiness(gaps: readonly number[]): number | null {
  const n = gaps.length
  const { mean, deviation } = spreadOf(gaps)
  if (n < 2 || mean === 0) return null
  const c = deviation / mean
  const [wide, narrow] = [Math.sqrt(n + 1), Math.sqrt(n - 1)]
  return (wide * c - narrow) / ((wide - 2) * c + narrow)
}

/** Mean and standard deviation (of the gaps themselves, by n). */
export function spreadOf(gaps: readonly number[]): { mean: number; deviation: number } {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  return { mean, deviation }
}
