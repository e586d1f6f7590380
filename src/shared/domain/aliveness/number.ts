import { Random } from '../random'
import { type NumberPart, numberParts, type PartKey } from './parts'
import { comparableParts, type Profile } from './profile'
import type { Period } from './records'
import { resamplesOf } from './resampling'

const usualRounds = 200
/** Of very many contacts any weeks say the same, so that fewer rounds are as good. */
const fewestRounds = 40
/** So many contacts are drawn for one side of the comparison at most, all rounds together. */
const mostDrawn = 2_000_000
const seed = 1
const fewestParts = 3

/** A span with the parts that were read from it. */
export interface ReadPeriod {
  period: Period
  profile: Profile
}

/** 0 to 100, with the range within which 80 % of the resamples lie. */
export interface RangedNumber {
  value: number
  low: number
  high: number
}

export interface AlivenessNumber {
  /** Null when fewer than three parts have a value. */
  number: RangedNumber | null
  /** The parts that have a value and so are in it: its coverage, of `of`. */
  parts: NumberPart[]
  of: number
  /** This span and the one before, by the parts that both have; null when those are too few. */
  comparison: ({ parts: NumberPart[] } & Comparison) | null
  /** The same of each part that both have, also of those that are beside the number. */
  changes: ({ part: PartKey } & Comparison)[]
}

interface Comparison {
  now: RangedNumber
  before: RangedNumber
  /** `no clear change` when the ranges overlap. */
  change: 'higher' | 'lower' | 'no clear change'
}

/**
 * The parts as one number, for who asks for it: 100 · Σ x / k over the k parts that have a value, all of them weighing
 * alike. Resampled weeks give the range, with a seed, so that the same records give the same range.
 */
export function alivenessNumber(
  now: ReadPeriod,
  before: ReadPeriod,
  tell: (done: number, total: number) => void = () => undefined,
): AlivenessNumber {
  const contacts = Math.max(1, now.period.contacts.length, before.period.contacts.length)
  const rounds = Math.min(usualRounds, Math.max(fewestRounds, Math.round(mostDrawn / contacts)))
  const [own, earlier] = [
    collect(now, rounds, (done) => tell(done, 2 * rounds)),
    collect(before, rounds, (done) => tell(rounds + done, 2 * rounds)),
  ]
  const parts = numberParts.filter((key) => now.profile[key].value !== null)
  const comparable = comparableParts(now.profile, before.profile)
  const both = parts.filter((key) => comparable.includes(key))
  return {
    number: parts.length < fewestParts ? null : ranged(now.profile, own, parts),
    parts,
    of: numberParts.length,
    comparison: both.length < fewestParts ? null : { parts: both, ...change(both) },
    changes: comparable.map((part) => ({ part, ...change([part]) })),
  }

  function change(by: readonly PartKey[]): Comparison {
    return compared(ranged(now.profile, own, by), ranged(before.profile, earlier, by))
  }
}

type Resample = Partial<Record<PartKey, number | null>>

function collect({ period }: ReadPeriod, rounds: number, tell: (done: number) => void): Resample[] {
  const found: Resample[] = []
  for (const resample of resamplesOf(period, rounds, new Random(seed))) tell(found.push(resample))
  return found
}

function ranged(profile: Profile, resamples: readonly Resample[], parts: readonly PartKey[]): RangedNumber {
  const average = (values: readonly number[]) =>
    (100 * values.reduce((sum, value) => sum + value, 0)) / values.length
  const value = average(parts.map((key) => profile[key].value ?? 0))
  const drawn = resamples.map((resample) =>
    average(parts.map((key) => resample[key] ?? profile[key].value ?? 0)),
  )
  // Whoever came in one week only is missing from every third resample, so that all of them lie lower. It is how far
  // they are spread that counts, so they are moved to where the number is.
  const shift = value - drawn.reduce((sum, one) => sum + one, 0) / drawn.length
  const sorted = drawn.map((one) => one + shift).sort((a, b) => a - b)
  return {
    value,
    low: Math.max(0, Math.min(value, quantile(sorted, 0.1))),
    high: Math.min(100, Math.max(value, quantile(sorted, 0.9))),
  }
}

/** Between the values on both sides of it, as most programs have it. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}

function compared(now: RangedNumber, before: RangedNumber): Comparison {
  const apart = now.low > before.high ? 'higher' : now.high < before.low ? 'lower' : 'no clear change'
  return { now, before, change: apart }
}
