import { boundariesReading } from './boundaries'
import { breadthReading } from './breadth'
import { connectednessReading } from './connectedness'
import { evennessReading } from './evenness'
import { independenceReading } from './independence'
import { newcomersReading } from './newcomers'
import { type PartKey, partKeys } from './parts'
import type { PartReading } from './reading'
import { reciprocityReading } from './reciprocity'
import type { Period } from './records'
import { responsivenessReading } from './responsiveness'
import { retentionReading } from './retention'
import { rhythmReading } from './rhythm'
import { valueReading } from './value'

export type Profile = Record<PartKey, PartReading>

/** Every part of a community's aliveness over a span. */
export function profileOf(period: Period): Profile {
  const { records, span } = period
  return {
    breadth: breadthReading(period),
    evenness: evennessReading(period),
    reciprocity: reciprocityReading(period),
    boundaries: boundariesReading(period),
    connectedness: connectednessReading(period),
    rhythm: rhythmReading(records, span),
    newcomers: newcomersReading(records, span),
    retention: retentionReading(period),
    responsiveness: responsivenessReading(records, span),
    independence: independenceReading(period),
    value: valueReading(period),
  }
}

/** The parts that have a value in both, of the same kind. */
export function comparableParts(now: Profile, before: Profile): PartKey[] {
  return partKeys.filter((key) => {
    const [one, other] = [now[key], before[key]]
    if (one.value === null || other.value === null) return false
    // Gaps between gatherings cannot be compared with gaps between contacts.
    return key !== 'rhythm' || ofGatherings(one) === ofGatherings(other)
  })
}

function ofGatherings({ inputs }: PartReading): boolean {
  return (inputs.gatherings ?? 0) > 0
}
