import { rhythmOf } from '@shared/domain/cadence'
import { type ChunkedTable, idsOf, packRun, readRun } from '../../columns/chunks'
import { type RhythmFacts, rhythmFacts } from '../../derived/matchRhythms'
import { countedRecords } from '../../derived/recordCounts'
import type { Reader } from '../../engine/reader'
import type { Problem } from './checkSearch'
import { recordCounts } from './recordCounts'

/** Compares the figures that are kept beside the records with the records themselves. */
export function checkFigures(db: Reader): Problem[] {
  return [...wrongCounts(db), ...wrongDays(db), ...wrongRhythms(db), ...wrongChunks(db)].map((detail) => ({
    what: 'A figure that is kept beside the records does not agree with them.',
    detail,
  }))
}

function wrongCounts(db: Reader): string[] {
  const kept = recordCounts(db)
  return Object.entries(countedRecords).flatMap(([kind, counted]) => {
    const there = db.value<number>(`SELECT count(*) FROM ${kind} WHERE ${counted}`) ?? 0
    const told = kept[kind as keyof typeof kept]
    return there === told ? [] : [`${kind}: ${told} instead of ${there}`]
  })
}

function wrongDays(db: Reader): string[] {
  const days = db.value<number>(
    `SELECT count(*) FROM (SELECT day, count(*) AS contacts FROM interactions GROUP BY day) AS there
      FULL JOIN contact_days kept USING (day) WHERE there.contacts IS NOT kept.contacts`,
  )
  return days ? [`contacts on ${days} days`] : []
}

function wrongRhythms(db: Reader): string[] {
  const kept = new Map(
    db
      .arrays<[number, number, number]>('SELECT match_id, due_day, quiet_day FROM match_rhythms')
      .map(([id, dueDay, quietDay]) => [id, `${dueDay} ${quietDay}`]),
  )
  let wrong = 0
  for (const { id, ...facts } of db.all<RhythmFacts>(rhythmFacts)) {
    const rhythm = rhythmOf(facts)
    if (kept.get(id) !== (rhythm ? `${rhythm.dueDay} ${rhythm.quietDay}` : undefined)) wrong++
    kept.delete(id)
  }
  wrong += kept.size
  return wrong === 0 ? [] : [`when ${wrong} matches are due`]
}

function wrongChunks(db: Reader): string[] {
  const kept = db.all<{ id: number; source: ChunkedTable; chunk: number }>(
    'SELECT id, source, chunk FROM activity_chunks ORDER BY id',
  )
  const wrong = kept.filter(({ id, source, chunk }) => {
    const { first, last } = idsOf(chunk)
    const { packed, words } = packRun(readRun(db, source, first, last))
    const sql = 'SELECT packed = ? AND words = ? FROM activity_chunks WHERE id = ?'
    return db.value<number>(sql, packed, words, id) !== 1
  })
  return wrong.map(({ source, chunk }) => `${source}, packed rows from ${idsOf(chunk).first} on`)
}
