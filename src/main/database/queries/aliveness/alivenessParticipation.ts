import type { OutputOf } from '@shared/contract'
import { standings } from '@shared/domain/aliveness/levelMoves'
import { fromDayNumber } from '@shared/domain/calendar'
import { countLevels } from '@shared/domain/participation'
import type { Reader } from '../../engine/reader'
import { byName } from '../members/memberNames'
import type { ReadBoth } from './alivenessRecords'
import { levelAt } from './communityStandings'

/** Levels now, and by name those who moved between them or are worth a word. */
export function participationRecords(
  db: Reader,
  { now, ids }: ReadBoth,
): OutputOf<'aliveness.participation'> {
  const { records, span } = now.period
  const found = standings(records, span)
  if (found === null) return null
  const worth = found.members.filter(({ movedOn, ask }) => movedOn !== null || ask !== null)
  const day = (on: number | null) => (on === null ? null : fromDayNumber(on))
  return {
    weeks: found.weeks,
    on: fromDayNumber(span.last),
    counts: countLevels(Uint8Array.from(found.members, ({ level }) => level)),
    members: byName(
      db,
      worth.map(({ person, level, before, movedOn, activeWeeks, lastSeen, ask }) => ({
        id: ids[person] ?? 0,
        level: levelAt(level),
        before: before === null ? null : levelAt(before),
        movedOn: day(movedOn),
        activeWeeks,
        lastSeen: day(lastSeen),
        ask,
      })),
    ),
  }
}
