import { rhythmOf } from '@shared/domain/cadence'
import type { Derivation, Deriver } from '../engine/derivation'
import type { Row } from '../engine/reader'

/** What decides over the rhythm of the active matches `ma`, each with the later of its start and its last session. */
export const rhythmFacts = `
  SELECT ma.id, coalesce(ma.cadence_days, p.cadence_days) AS cadenceDays, CAST(floor(julianday(max(
      coalesce((SELECT max(held_on) FROM sessions WHERE match_id = ma.id), ''), coalesce(ma.started_on, '')
    )) - 2440587.5) AS INTEGER) AS since
  FROM matches ma JOIN programs p ON p.id = ma.program_id WHERE ma.status = 'active'`

export interface RhythmFacts {
  id: number
  cadenceDays: number | null
  since: number | null
}

/** Keeps `match_rhythms` true; a match that is not active, has no cadence or has not begun has no row. */
export function matchRhythms(): Derivation {
  const stale = new Set<number>()
  const note = (id: Row[string] | undefined) => {
    if (typeof id === 'number') stale.add(id)
  }

  return {
    tables: ['sessions', 'matches', 'programs'],

    changed(db, table, before, after) {
      if (table === 'programs') {
        if (before && after && before.cadence_days !== after.cadence_days)
          for (const id of matchesOf(db, Number(after.id))) stale.add(id)
      } else if (table === 'matches') note((after ?? before)?.id)
      else if (before?.held_on !== after?.held_on || before?.match_id !== after?.match_id) {
        note(before?.match_id)
        note(after?.match_id)
      }
    },

    inserted(db, table, first, last) {
      if (table === 'programs') return
      const column = table === 'matches' ? 'id' : 'match_id'
      const sql = `SELECT DISTINCT ${column} FROM ${table} WHERE id BETWEEN ? AND ?`
      for (const id of db.column<number | null>(sql, first, last)) note(id)
    },

    settle(db) {
      for (const id of stale) update(db, id)
    },
  }
}

function update(db: Deriver, id: number): void {
  const facts = db.get<RhythmFacts>(`${rhythmFacts} AND ma.id = ?`, id)
  const rhythm = facts ? rhythmOf(facts) : null
  if (rhythm === null) db.derive('DELETE FROM match_rhythms WHERE match_id = ?', id)
  else {
    db.derive(
      `INSERT INTO match_rhythms (match_id, due_day, quiet_day) VALUES (@id, @dueDay, @quietDay)
        ON CONFLICT (match_id) DO UPDATE SET due_day = @dueDay, quiet_day = @quietDay
        WHERE due_day <> @dueDay OR quiet_day <> @quietDay`,
      { id, ...rhythm },
    )
  }
}

function matchesOf(db: Deriver, program: number): number[] {
  return db.column<number>('SELECT id FROM matches WHERE program_id = ?', program)
}
