import { basename } from 'node:path'
import { type RejectedRow, writeRejectedRows } from '@main/exporting/rejectedRows'
import { readRecords } from '@main/importing/csv'
import { inspectFile } from '@main/importing/inspect'
import { statInput } from '@main/importing/openInput'
import type { imports } from '@shared/contract/imports'
import type { ColumnMapping, ImportKind } from '@shared/domain/imports'
import { plural } from '@shared/domain/summaryWords'
import { nextId } from '../engine/nextId'
import type { Handlers } from '../handler'
import { rememberColumns, rememberedColumns } from '../imports/rememberedColumns'
import { importInto, lookThrough } from '../imports/run'

export const importHandlers: Handlers<typeof imports> = {
  'imports.inspect': async (db, { file, kind, encoding, delimiter, headerLine, mapping }, task) => {
    const look = (as: ImportKind | null, columns: ColumnMapping | null) =>
      inspectFile(
        file,
        as ?? undefined,
        {
          ...(encoding === null ? {} : { encoding }),
          ...(delimiter === null ? {} : { delimiter }),
          ...(headerLine === null ? {} : { headerLine: headerLine === 0 ? null : headerLine }),
          ...(columns === null ? {} : { mapping: columns }),
        },
        { shouldStop: task.cancelled },
      )
    const found = await look(kind, mapping)
    // Without headings nothing tells one file from another.
    if (found.headerLine === null) return found
    const names = found.columns.map(({ name }) => name)
    const remembered = rememberedColumns(db, kind, names)
    if (remembered === null || mapping !== null) return { ...found, remembered }
    return { ...(await look(remembered.kind, remembered.mapping)), remembered }
  },

  'imports.preview': async (db, request, task) => {
    const ledger = await lookThrough(db, request, task)
    return { ...ledger.outcome(), ambiguous: ledger.questions(), sample: ledger.sample }
  },

  'imports.run': async (db, request, task) => {
    const fileName = basename(request.file)
    const { kind } = request.plan
    const importId = nextId(db, 'imports')
    const { ledger, finish } = await importInto(db, request, importId, task)
    const { added, merged, skipped, rejectedCount: rejected, newMembers } = ledger.outcome()
    // Only now it is known that there is anything to record.
    const any = added + merged + newMembers > 0
    if (any) db.insert('imports', { at: db.now, kind, file_name: fileName, added, merged, skipped, rejected })
    finish()
    const outcome = ledger.outcome()
    if (!any) return { value: { ...outcome, importId: null }, summary: '' }
    return {
      value: { ...outcome, importId },
      summary: `Import of ${plural(added + merged, kind.slice(0, -1))} from ${fileName}`,
    }
  },

  'imports.remember': (writer, plan) => {
    rememberColumns(writer, plan)
    return { value: {}, summary: '' }
  },

  'imports.writeRejected': async (db, { path, rejected, ...request }, task) => {
    const listed = Number.MAX_SAFE_INTEGER
    const rejections = rejected ?? (await lookThrough(db, { ...request, listed }, task)).outcome().rejected
    const reasons = new Map(rejections.map(({ line, reason }) => [line, reason]))
    const { encoding, delimiter, columns } = request.plan
    const form = { encoding, delimiter, width: columns.length }
    const rows: RejectedRow[] = []
    for await (const { records } of readRecords(await statInput(request.file), form, {
      shouldStop: task.cancelled,
    })) {
      for (const { line, cells } of records) {
        const reason = reasons.get(line)
        if (reason !== undefined) rows.push({ line, reason, cells })
      }
    }
    await writeRejectedRows(path, columns, rows)
    return { rows: rows.length }
  },
}
