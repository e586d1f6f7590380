import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../backups/folder'
import { programOf } from '../backups/inspect'
import type { Reader } from '../engine/reader'

/**
 * Who was erased, by number and by the moment of the record, kept beside the backups: a copy from before an erasure
 * that comes back from elsewhere is erased again. It names nobody.
 */
const ledgerFile = 'erased.json'

const erasedMember = z.object({
  id: z.int().positive(),
  /** Tells the record from another program's of the same number. */
  createdAt: z.string(),
  erasedAt: z.string(),
})
export type ErasedMember = z.infer<typeof erasedMember>

const ledger = z.object({
  format: z.literal(1),
  programs: z.record(z.string(), z.array(erasedMember)),
})
type Ledger = z.infer<typeof ledger>

/** Members that this file knows to be erased, with the records that were merged into theirs: an older copy has them. */
export function erasedMembers(db: Reader): ErasedMember[] {
  return db.all(
    `SELECT id, created_at AS createdAt, erased_at AS erasedAt FROM members WHERE erased_at IS NOT NULL
      UNION ALL
      SELECT g.gone_id, g.gone_created_at, m.erased_at FROM member_merges g JOIN members m ON m.id = g.member_id
        WHERE m.erased_at IS NOT NULL
      ORDER BY 1`,
  )
}

/** Adds those whom the open file knows. What is written there already stays, whatever the file says. */
export async function keepLedger(db: Reader, folder: string): Promise<void> {
  const program = programOf(db)
  const erased = erasedMembers(db)
  if (program === null || erased.length === 0) return
  const { programs } = await readLedger(folder)
  const known = programs[program] ?? []
  const added = erased.filter((one) => !known.some((other) => isSame(one, other)))
  if (added.length === 0) return
  const next: Ledger = { format: 1, programs: { ...programs, [program]: [...known, ...added] } }
  await writeWhole(join(folder, ledgerFile), `${JSON.stringify(next, null, 2)}\n`)
}

/** Members of the open file who were erased once and are there again: the file is a copy from before. */
export async function owedMembers(db: Reader, folder: string): Promise<number[]> {
  const { programs } = await readLedger(folder)
  const erased = programs[programOf(db) ?? ''] ?? []
  return erased
    .filter(
      ({ id, createdAt }) =>
        db.value(
          'SELECT 1 FROM members WHERE id = ? AND created_at = ? AND erased_at IS NULL',
          id,
          createdAt,
        ) !== undefined,
    )
    .map(({ id }) => id)
}

async function readLedger(folder: string): Promise<Ledger> {
  try {
    return ledger.parse(JSON.parse(await readFile(join(folder, ledgerFile), 'utf8')))
  } catch {
    return { format: 1, programs: {} }
  }
}

function isSame(one: ErasedMember, other: ErasedMember): boolean {
  return one.id === other.id && one.createdAt === other.createdAt
}
