import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SummaryFormat } from '@main/exporting'
import type { SummarySource } from '@main/exporting/source'
import type { SummarySession } from '@shared/domain/redaction'
import type { SummaryScope } from '@shared/domain/sessionSummary'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import { afterEach, beforeEach } from 'vitest'

export const formats: SummaryFormat[] = ['html', 'docx', 'xlsx', 'csv', 'md']

/** A folder of its own for each test; call at the top of a test file. */
export function testFolder(): { path(name: string): string; names(): string[] } {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coppice-export-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return { path: (name) => join(folder, name), names: () => readdirSync(folder).sort() }
}

/** Sessions as a source that gives them in batches of `size`. */
export function sourceOf(
  scope: SummaryScope,
  sessions: readonly SummarySession[],
  redaction: RedactionLevel,
  size = 7,
): SummarySource {
  return {
    scope,
    redaction,
    async *sessions() {
      for (let start = 0; start < sessions.length; start += size) yield sessions.slice(start, start + size)
    },
  }
}
