import { createHash } from 'node:crypto'
import type { InputOf } from '@shared/contract'
import { dateOrders, type ImportKind, importKinds, type RememberedColumns } from '@shared/domain/imports'
import { z } from 'zod'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { saveSetting } from '../queries/programFile/settings'

/** So many files of different columns are remembered; of more the ones that were not imported for longest go. */
const most = 100

const kept = z.object({
  at: z.string(),
  mapping: z.array(z.string().nullable()),
  dateOrder: z.enum(dateOrders).nullable(),
})

/** Where the columns of such a file went when one was imported last; of any kind where `kind` is null. */
export function rememberedColumns(
  db: Reader,
  kind: ImportKind | null,
  columns: readonly string[],
): RememberedColumns | null {
  const found = importKinds
    .filter((one) => kind === null || one === kind)
    .flatMap((one) => {
      const value = db.value<string>('SELECT value FROM settings WHERE key = ?', keyOf(one, columns))
      const { mapping, dateOrder, at } = value === undefined ? {} : kept.parse(JSON.parse(value))
      return mapping?.length === columns.length && at !== undefined && dateOrder !== undefined
        ? [{ kind: one, mapping, dateOrder, at }]
        : []
    })
  return found.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null
}

/** Remembers where the columns of a file go. What they are called is kept as a digest: headings may be names. */
export function rememberColumns(writer: Writer, plan: InputOf<'imports.remember'>): void {
  const { kind, columns, mapping, dateOrder } = plan
  saveSetting(writer, keyOf(kind, columns), JSON.stringify({ at: writer.now, mapping, dateOrder }))
  writer.derive(
    `DELETE FROM settings WHERE id IN (
      SELECT id FROM settings WHERE key GLOB 'import.columns.*' ORDER BY json_extract(value, '$.at') DESC LIMIT -1 OFFSET ${most}
    )`,
  )
}

function keyOf(kind: ImportKind, columns: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 32)
  return `import.columns.${kind}.${digest}`
}
