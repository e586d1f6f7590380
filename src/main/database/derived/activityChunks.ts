import {
  type ChunkedTable,
  chunkedTables,
  chunkLength,
  chunkOf,
  idsOf,
  packRun,
  readRun,
} from '../columns/chunks'
import type { Derivation, Deriver } from '../engine/derivation'
import type { Reader } from '../engine/reader'

const sources = Object.keys(chunkedTables) as ChunkedTable[]

/** Beyond that a foreign hand, or a damaged page, has given the ids. */
const mostChunks = 100_000

/** Keeps `activity_chunks` true: what was changed is taken out, what a bulk filled is packed. */
export function activityChunks(): Derivation {
  const stale = new Map<string, Set<number>>(sources.map((source) => [source, new Set()]))
  const filled = new Map<string, Set<number>>(sources.map((source) => [source, new Set()]))

  return {
    tables: sources,

    changed(_db, table, before, after) {
      stale.get(table)?.add(chunkOf(Number((after ?? before)?.id)))
    },

    inserted(_db, table, first, last) {
      const end = Math.min(chunkOf(last), chunkOf(first) + mostChunks)
      for (let chunk = chunkOf(first); chunk <= end; chunk++) {
        stale.get(table)?.add(chunk)
        if (idsOf(chunk).last <= last) filled.get(table)?.add(chunk)
      }
    },

    settle(db) {
      for (const source of sources) {
        for (const chunk of stale.get(source) ?? [])
          db.derive('DELETE FROM activity_chunks WHERE source = ? AND chunk = ?', source, chunk)
        for (const chunk of filled.get(source) ?? []) packChunk(db, source, chunk)
      }
    },
  }
}

/** Packs one chunk whose rows are all there and which is not packed yet. @returns whether there was one. */
export function packNextChunk(db: Deriver): boolean {
  for (const source of sources) {
    const chunk = unpackedChunk(db, source)
    if (chunk === undefined) continue
    packChunk(db, source, chunk)
    return true
  }
  return false
}

function packChunk(db: Deriver, source: ChunkedTable, chunk: number): void {
  const { first, last } = idsOf(chunk)
  const { packed, words } = packRun(readRun(db, source, first, last))
  db.derive(
    'INSERT INTO activity_chunks (source, chunk, packed, words) VALUES (?, ?, ?, ?)',
    source,
    chunk,
    packed,
    words,
  )
}

function unpackedChunk(db: Reader, source: ChunkedTable): number | undefined {
  const newest = db.value<number>(`SELECT max(id) FROM ${source}`) ?? 0
  const whole = Math.min(Math.floor(newest / chunkLength), mostChunks)
  const packed = db.value<number>('SELECT count(*) FROM activity_chunks WHERE source = ?', source) ?? 0
  if (packed >= whole) return undefined
  return db.value<number>(
    `WITH RECURSIVE chunks (chunk) AS (SELECT 0 UNION ALL SELECT chunk + 1 FROM chunks WHERE chunk + 1 < ?)
      SELECT chunk FROM chunks
      WHERE chunk NOT IN (SELECT chunk FROM activity_chunks WHERE source = ?) LIMIT 1`,
    whole,
    source,
  )
}
