import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { z } from 'zod'
import { type Bundle, fingerprintOf } from '../../copies/container'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { saveSetting } from '../programFile/settings'

const kept = z.object({
  name: z.string(),
  /** The public key, in DER, as base64. */
  key: z.string(),
  since: z.string(),
  /** The number of the last command of this file that they have. */
  heard: z.int(),
})
type Colleague = z.infer<typeof kept>

/** Those whose changes were merged here, by name. Each copy of a program knows its own. */
export function colleagues(db: Reader): OutputOf<'copies.colleagues'> {
  return all(db)
    .map(({ key, ...colleague }) => ({ ...colleague, fingerprint: fingerprintOf(key) }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** Who signs with a key; null when nobody here has said so. */
export function colleagueOf(db: Reader, key: string): Colleague | null {
  return all(db).find((colleague) => colleague.key === key) ?? null
}

/** Keeps whose key this is, and how much of this file they have: what they get next begins there. */
export function rememberColleague(writer: Writer, { header: { key, from } }: Bundle, heard: number): void {
  const known = colleagueOf(writer, key)
  const colleague: Colleague = {
    // Whoever has a key that is known cannot call themselves by the name of another one.
    name: known?.name ?? from,
    key,
    since: known?.since ?? writer.now,
    heard: Math.max(heard, known?.heard ?? 0),
  }
  saveSetting(writer, nameOf(key), JSON.stringify(colleague))
}

/**
 * Forgets whose key this is, and what they have of this file.
 *
 * @returns their name
 * @throws AppError `not-found`
 */
export function forgetColleague(writer: Writer, fingerprint: string): string {
  const colleague = all(writer).find(({ key }) => fingerprintOf(key) === fingerprint)
  const id = colleague && writer.value<number>('SELECT id FROM settings WHERE key = ?', nameOf(colleague.key))
  if (colleague === undefined || id === undefined)
    throw new AppError('not-found', 'This key is not known here; it may have been forgotten meanwhile.')
  writer.remove('settings', id)
  return colleague.name
}

function nameOf(key: string): string {
  return `colleague.${fingerprintOf(key).replaceAll(' ', '')}`
}

function all(db: Reader): Colleague[] {
  return db
    .column<string>("SELECT value FROM settings WHERE key GLOB 'colleague.*'")
    .map((value) => kept.parse(JSON.parse(value)))
}
