import type { activity, Bucket } from '@shared/contract/activity'
import { bucketEnd, dateInZone } from '@shared/domain/calendar'
import { breakdown } from '../analytics/breakdown'
import { calendar } from '../analytics/calendar'
import { ActivityColumns } from '../analytics/columns'
import { participation } from '../analytics/participation'
import { type Series, series } from '../analytics/series'
import type { Reader } from '../engine/reader'
import type { Handlers } from '../handler'
import { programTimeZone } from './program'

/**
 * The activity figures. They keep the file's interactions in memory, so a thread makes these handlers once; what
 * they hold is checked against the file at every call.
 */
export function createActivityHandlers(): Handlers<typeof activity> {
  const columns = new ActivityColumns()
  return {
    'activity.series': (db, { scope, by, group }) => {
      const figure = series(columns.get(db), scope, by, group)
      return { ...figure, imports: importsWithin(db, figure, by) }
    },
    'activity.breakdown': (db, { scope, of }) => breakdown(columns.get(db), scope, of),
    'activity.calendar': (db, { scope }) => calendar(columns.get(db), scope),
    'activity.participation': (db, input) => {
      const { counts, history, members } = participation(columns.get(db), input)
      return { counts, history, members: withNames(db, members) }
    },
    'communities.options': (db) =>
      db.all<{ id: number; name: string }>(
        'SELECT id, name FROM communities ORDER BY name COLLATE NOCASE, id',
      ),
  }
}

interface Import {
  at: string
  /** In the plural. */
  kind: string
  fileName: string
  added: number
}

/** The imports on the days of a chart's axis, in the program's own time zone. */
function importsWithin(db: Reader, { buckets }: Series, by: Bucket): { on: string; label: string }[] {
  const first = buckets[0]
  const last = buckets.at(-1)
  if (first === undefined || last === undefined) return []
  const end = bucketEnd(last, by)
  const timeZone = programTimeZone(db)
  return db
    .all<Import>('SELECT at, kind, file_name AS fileName, added FROM imports ORDER BY at, id')
    .map(({ at, added, kind, fileName }) => ({
      on: dateInZone(at, timeZone),
      label: `${added.toLocaleString('en')} ${added === 1 ? kind.slice(0, -1) : kind} from ${fileName}`,
    }))
    .filter(({ on }) => on >= first && on <= end)
}

function withNames<T extends { id: number }>(db: Reader, members: readonly T[]): (T & { name: string })[] {
  const names = new Map(
    db
      .all<{ id: number; name: string }>(
        'SELECT id, name FROM members WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(members.map(({ id }) => id)),
      )
      .map(({ id, name }) => [id, name]),
  )
  return members.flatMap((member) => {
    const name = names.get(member.id)
    return name === undefined ? [] : [{ ...member, name }]
  })
}
