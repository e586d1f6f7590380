import type { InputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { Gathering, GatheringSeries } from '@shared/contract/gatherings'
import { addDays } from '@shared/domain/calendar'
import type { RepeatChoice } from '@shared/domain/repeats'

/** A gathering as its dialog has it. */
export interface GatheringFields
  extends Omit<InputOf<'gatherings.save'>['gathering'], 'hostId' | 'title' | 'place'> {
  title: string
  place: string
  host: Reference | null
  /** Of a new one: null comes once. */
  repeats: RepeatChoice | null
  until: string | null
  following: boolean
}

/** The gathering as it is, or a new one that is like the last. */
export function initialFields(
  gathering: Gathering | null,
  last: Pick<Gathering, 'kind' | 'startsAt' | 'minutes' | 'place'> | undefined,
  today: string,
): GatheringFields {
  const repeated = { repeats: null, until: null, following: false }
  if (gathering) {
    const { kind, heldOn, startsAt, minutes, isPrivate, status, host, notes } = gathering
    const { title, place } = gathering
    return {
      ...{ kind, heldOn, startsAt, minutes, isPrivate, status, host, notes, ...repeated },
      title: title ?? '',
      place: place ?? '',
    }
  }
  return {
    title: '',
    kind: last?.kind ?? 'meeting',
    heldOn: today,
    startsAt: last?.startsAt ?? null,
    minutes: last?.minutes ?? 60,
    place: last?.place ?? '',
    isPrivate: false,
    status: 'planned',
    host: null,
    notes: '',
    ...repeated,
  }
}

/** Whether a series is nearly used up, so that it should be planned on. */
export function runsOut({ endedOn, planned, plannedUntil, rule }: GatheringSeries, today: string): boolean {
  if (endedOn !== null || rule.includes('UNTIL=')) return false
  return planned <= 2 || plannedUntil < addDays(today, 60)
}
