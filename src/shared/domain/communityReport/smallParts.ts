import type { PartKey } from '../aliveness/parts'
import type { Ratio } from '../aliveness/reading'
import { isLarge, isTellable } from '../report/smallGroups'
import type { RedactionLevel } from '../vocabulary'
import type { ReportedPart } from './records'

/** Parts whose numerator and denominator count people, or what one of them asked: neither some nor the others may be few. */
const ofPeople: ReadonlySet<PartKey> = new Set([
  'breadth',
  'connectedness',
  'newcomers',
  'retention',
  'responsiveness',
])

/** Parts that tell what one or two persons do. */
const ofFew: ReadonlySet<PartKey> = new Set(['independence'])

export type ToldPart = ReportedPart & { withheld: boolean }

/** The parts as they may be told: in a report of figures without what would tell a few people apart, now or before. */
export function toldParts(parts: readonly ReportedPart[], redaction: RedactionLevel): ToldPart[] {
  if (redaction !== 'figures') return parts.map((part) => ({ ...part, withheld: false }))
  const breadth = parts.find(({ key }) => key === 'breadth')
  return parts.map((part) => {
    const now = isTold(part.key, part, breadth)
    const before = isTold(part.key, part.before, breadth?.before)
    return {
      ...part,
      ...(now ? {} : unknown),
      before: before ? part.before : unknown,
      ...(now && before ? {} : { change: null, verdict: null }),
      withheld: !now,
    }
  })
}

const unknown = { value: null, numerator: null, denominator: null }

function isTold(key: PartKey, { value, numerator, denominator }: Ratio, breadth: Ratio | undefined): boolean {
  if (value === null) return true
  if (ofFew.has(key)) return false
  if (!ofPeople.has(key)) return true
  const [some, all] = [numerator ?? 0, denominator ?? 0]
  // Who took part and is not connected: a share of the same members tells them by its difference.
  const apart = key === 'connectedness' ? Math.abs((breadth?.numerator ?? 0) - some) : 0
  return isLarge(all, 'figures') && [some, all - some, apart].every((count) => isTellable(count, 'figures'))
}
