import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestFile, type TestFile } from './support'
import { ExportFolder, expectSame, wholeFormats } from './wholeSupport'

/** Everything of a program file, out of it and into a new one. */

const today = '2026-11-20'

let sample: TestFile
beforeAll(async () => {
  sample = openTestFile()
  await sample.call('program.begin', { name: 'Guild', timeZone: 'Europe/Lisbon' })
  await sample.call('program.fillSample', { today, seed: 3, members: 40, sessions: 200, interactions: 400 })
})
afterAll(() => sample.close())

let folder: ExportFolder
beforeEach(() => {
  folder = new ExportFolder()
})
afterEach(() => folder.remove())

test.each(wholeFormats)('the sample program goes out as %s and comes in again', async (format) => {
  const path = folder.next(format)
  const { records } = await sample.call('whole.write', { format, path, privateTexts: true })
  expect(records).toBe((await sample.call('whole.overview', {})).records)
  await expectSame(sample, path)
  expect(readdirSync(folder.path)).toHaveLength(1)
})
