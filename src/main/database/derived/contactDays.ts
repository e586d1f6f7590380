import type { Derivation } from '../engine/derivation'

/** Keeps `contact_days` true; a day without any has no row. */
export function contactDays(): Derivation {
  const difference = new Map<number, number>()
  const add = (day: number, contacts: number) => difference.set(day, (difference.get(day) ?? 0) + contacts)

  return {
    tables: ['interactions'],

    changed(_db, _table, before, after) {
      if (before) add(Number(before.day), -1)
      if (after) add(Number(after.day), 1)
    },

    inserted(db, _table, first, last) {
      const days = db.all<{ day: number; contacts: number }>(
        'SELECT day, count(*) AS contacts FROM interactions WHERE id BETWEEN ? AND ? GROUP BY day',
        first,
        last,
      )
      for (const { day, contacts } of days) add(day, contacts)
    },

    settle(db) {
      for (const [day, contacts] of difference) {
        if (contacts === 0) continue
        db.derive(
          `INSERT INTO contact_days (day, contacts) VALUES (?, ?)
            ON CONFLICT (day) DO UPDATE SET contacts = contacts + excluded.contacts`,
          day,
          contacts,
        )
        if (contacts < 0) db.derive('DELETE FROM contact_days WHERE day = ? AND contacts = 0', day)
      }
    },
  }
}
