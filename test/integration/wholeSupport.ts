import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeFile } from '@main/database/whole/describe'
import type { WholeFormat } from '@shared/domain/vocabulary'
import { expect } from 'vitest'
import { expectFiguresAsNew, expectSearchAsNew } from './sequenceChecks'
import { openTestFile, type TestFile } from './support'

export const wholeFormats: readonly WholeFormat[] = ['json', 'csv', 'markdown']

/** A folder for exports, gone afterwards. */
export class ExportFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'coppice-whole-'))
  private made = 0

  next(format: WholeFormat): string {
    return join(this.path, `${++this.made}${format === 'json' ? '.json' : ''}`)
  }

  remove(): void {
    rmSync(this.path, { recursive: true })
  }
}

/** Everything that an export holds, as one text, and the highest number of each table. */
function wholeRecords(file: TestFile): string {
  return file.read((db) => {
    const tables = describeFile(db).tables.map(({ name, columns }) => {
      const kept = name === 'settings' ? "WHERE key NOT LIKE 'erasure.%'" : ''
      const names = columns.map((column) => column.name).join(', ')
      return [name, db.arrays(`SELECT ${names} FROM ${name} ${kept} ORDER BY id`)] as const
    })
    const exported = tables.map(([name]) => `'${name}'`).join(', ')
    const highest = db.arrays(
      `SELECT name, seq FROM sqlite_sequence WHERE name IN (${exported}) AND seq > 0 ORDER BY name`,
    )
    const began = db.value<string>('SELECT min(applied_at) FROM migrations WHERE number = 10')
    return JSON.stringify({ tables, highest, began })
  })
}

/** A new file with everything of an export; `use` looks at it. */
export async function withImported(
  path: string,
  use: (file: TestFile) => Promise<void> | void,
): Promise<void> {
  const file = openTestFile()
  try {
    await file.call('whole.fill', { path })
    await use(file)
  } finally {
    file.close()
  }
}

/** Throws unless the export gives a file with the same records, in which everything that is computed is as it should be. */
export async function expectSame(original: TestFile, path: string): Promise<void> {
  const records = wholeRecords(original)
  await withImported(path, async (file) => {
    expect(wholeRecords(file)).toBe(records)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
    expectSearchAsNew(file)
    await expectFiguresAsNew(file)
  })
}
