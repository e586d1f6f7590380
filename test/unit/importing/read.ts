import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectFile } from '@main/importing/inspect'
import { planImport } from '@main/importing/plan'
import { readRows } from '@main/importing/readRows'
import type {
  CandidateOf,
  DateOrder,
  ImportKind,
  Inspection,
  InspectionOverrides,
  Rejection,
} from '@shared/domain/imports'
import { onTestFinished } from 'vitest'

/** A file of its own for one test. */
export function temporaryFile(content: string | Buffer, name = 'list.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'coppice-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export function fixture(name: string): string {
  return join(import.meta.dirname, '../../fixtures/imports', name)
}

export interface WholeFile<K extends ImportKind> {
  inspection: Inspection
  candidates: CandidateOf[K][]
  rejections: Rejection[]
}

/** Everything that comes out of a file when it is imported with nothing said but what has to be said. */
export async function readWhole<K extends ImportKind>(
  path: string,
  kind: K,
  said: { dateOrder?: DateOrder; timeZone?: string; overrides?: InspectionOverrides } = {},
): Promise<WholeFile<K>> {
  const inspection = await inspectFile(path, kind, said.overrides)
  const plan = planImport(inspection, said)
  const candidates: CandidateOf[K][] = []
  const rejections: Rejection[] = []
  for await (const batch of readRows(path, { ...plan, kind })) {
    candidates.push(...batch.candidates)
    rejections.push(...batch.rejections)
  }
  return { inspection, candidates, rejections }
}

/** The field of each mapped column, by the column's name. */
export function mapped({ columns }: Inspection): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ name, guess }) => (guess === null ? [] : [[name, guess] as const])),
  )
}
