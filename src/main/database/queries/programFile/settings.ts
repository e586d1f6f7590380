import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'

/** Settings of the program file, by name. */
export function setting(db: Reader, key: string): string | undefined {
  return db.value<string>('SELECT value FROM settings WHERE key = ?', key)
}

export function saveSetting(writer: Writer, key: string, value: string): void {
  const id = writer.value<number>('SELECT id FROM settings WHERE key = ?', key)
  if (id === undefined) writer.insert('settings', { key, value })
  else writer.update('settings', id, { value })
}

/** The IANA name of the zone in which the program's days begin; a new file begins with its maker's. */
export function programTimeZone(db: Reader): string {
  return setting(db, 'program.timeZone') ?? 'UTC'
}
