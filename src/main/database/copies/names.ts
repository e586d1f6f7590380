import type { Reader } from '../engine/reader'

/** A name that nothing else in the table has: “Bees (2)”. */
export function uniqueName(db: Reader, table: string, name: string): string {
  for (let number = 2; ; number++) {
    const next = `${name} (${number})`
    if (db.value(`SELECT 1 FROM "${table}" WHERE name = ? COLLATE NOCASE`, next) === undefined) return next
  }
}
