import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestFor } from './importSupport'
import { openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

test('the rows that cannot be taken are listed, as many as are asked for, and written out whole', async () => {
  const rows = Array.from({ length: 1500 }, (_, index) => `Nobody ${index},2026-02-30`)
  const text = `Name,Joined\nAna Abel,2026-02-28\n${rows.join('\n')}\n`
  const request = await requestFor(file, 'members', text)
  const preview = await file.call('imports.preview', request)
  expect(preview).toMatchObject({ added: 1, rejectedCount: 1500 })
  expect(preview.rejected).toHaveLength(1000)
  const { rejected } = await file.call('imports.run', { ...request, listed: 2000 })
  expect(rejected).toHaveLength(1500)
  expect(rejected.at(-1)).toEqual({
    line: 1502,
    reason: '“2026-02-30” in “Joined” is not a day that exists.',
  })

  for (const known of [{}, { rejected }]) {
    const path = join(file.path, '../rejected.csv')
    expect(await file.call('imports.writeRejected', { ...request, ...known, path })).toEqual({ rows: 1500 })
    const lines = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\r\n')
    expect(lines[0]).toBe('line,reason,Name,Joined')
    expect(lines[1]).toBe('3,“2026-02-30” in “Joined” is not a day that exists.,Nobody 0,2026-02-30')
    expect(lines).toHaveLength(1502)
  }
})
