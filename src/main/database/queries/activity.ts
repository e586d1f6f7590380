import type { activity, Bucket } from '@shared/contract/activity'
import { bucketEnd } from '@shared/domain/calendar'
import { breakdown } from '../analytics/breakdown'
import { calendar } from '../analytics/calendar'
import type { ActivityColumns } from '../analytics/columns'
import { earliestOf, participation } from '../analytics/participation'
import { type Series, series } from '../analytics/series'
import type { Reader } from '../engine/reader'
import type { Handlers } from '../handler'
import { attendedSince } from './aliveness/alivenessRecords'
import { importMarks } from './importMarks'
import { withNames } from './members/memberNames'

/** The activity figures, on columns that are checked against the file at every call. */
export function createActivityHandlers(columns: ActivityColumns): Handlers<typeof activity> {
  return {
    'activity.series': (db, { scope, by, group }) => {
      const figure = series(columns.get(db), scope, by, group, columns.memory)
      return { ...figure, imports: importsWithin(db, figure, by) }
    },
    'activity.breakdown': (db, { scope, of }) => breakdown(columns.get(db), scope, of, columns.memory),
    'activity.calendar': (db, { scope }) => calendar(columns.get(db), scope, columns.memory),
    'activity.participation': (db, input) => {
      const { communityId } = input
      const attended = attendedSince(db, communityId, earliestOf(input))
      const known = columns.get(db)
      const { counts, history, members } = participation(known, input, columns.memory, attended)
      return { counts, history, members: withNames(db, members) }
    },
    'communities.options': (db) =>
      db.all<{ id: number; name: string }>(
        'SELECT id, name FROM communities ORDER BY name COLLATE NOCASE, id',
      ),
  }
}

/** The imports on the days of a chart's axis. */
function importsWithin(db: Reader, { buckets }: Series, by: Bucket): { on: string; label: string }[] {
  const first = buckets[0]
  const last = buckets.at(-1)
  return first === undefined || last === undefined ? [] : importMarks(db, first, bucketEnd(last, by))
}
