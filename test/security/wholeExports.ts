import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WholeFormat } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { records } from '../integration/sequenceChecks'
import { addMember, addSession, openTestFile, type TestFile } from '../integration/support'

/** Small exports of everything, to do harm to, and one file that refuses them all: nothing comes into it. */
export class Exports {
  private source = ''
  private scratch = ''
  private file: TestFile | null = null

  constructor() {
    beforeAll(async () => {
      this.source = mkdtempSync(join(tmpdir(), 'coppice-hostile-source-'))
      await this.write()
      this.file = openTestFile()
    })
    afterAll(() => {
      this.file?.close()
      rmSync(this.source, { recursive: true })
    })
    beforeEach(() => {
      this.scratch = mkdtempSync(join(tmpdir(), 'coppice-hostile-'))
    })
    afterEach(() => rmSync(this.scratch, { recursive: true }))
  }

  /** Where the export of a format is, as Coppice wrote it. */
  good(format: WholeFormat): string {
    return join(this.source, format)
  }

  /** A place that is gone after the test. */
  place(name: string): string {
    return join(this.scratch, name)
  }

  /** It is refused in words, and nothing of it has come in. */
  async expectRefused(path: string, sentence: RegExp): Promise<void> {
    const { file } = this
    if (file === null) throw new Error('There is no file yet.')
    const before = records(file)
    const refused = await file.call('whole.fill', { path }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AppError)
    expect(refused).toMatchObject({ message: expect.stringMatching(sentence) })
    expect(records(file)).toBe(before)
    const left = readdirSync(join(file.path, '..')).filter((name) => name.includes('unfinished'))
    expect(left).toEqual([])
  }

  private async write(): Promise<void> {
    const file = openTestFile()
    await addMember(file, { name: 'Mira Okafor' })
    await addMember(file, { name: 'Tomas Reyes', invitedBy: 1 })
    await addSession(file, { attendeeIds: [1, 2], notes: 'We met\nand talked.', topics: ['Bees'] })
    for (const format of ['json', 'csv', 'markdown'] as const)
      await file.call('whole.write', { format, path: this.good(format), privateTexts: true })
    file.close()
  }
}
