import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { exportSessions } from '@main/exporting'
import { expect, test } from 'vitest'
import { sourceOf, testFolder } from './files'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

test.skipIf(office === undefined)(
  'a workbook has dates, numbers and texts in LibreOffice (skipped where there is none)',
  async () => {
    await exportSessions('xlsx', sourceOf(sampleScope, sampleSessions, 'none'), folder.path('a.xlsx'))
    const profile = `-env:UserInstallation=${pathToFileURL(folder.path('profile')).href}`
    const words = [
      profile,
      '--headless',
      '--convert-to',
      'fods',
      '--outdir',
      folder.path('.'),
      folder.path('a.xlsx'),
    ]
    const { status, stderr } = spawnSync(office ?? '', words, { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const sheets = readFileSync(folder.path('a.fods'), 'utf8')
    for (const { heldOn } of sampleSessions.slice(0, 3))
      expect(sheets).toMatch(new RegExp(`office:value-type="date" office:date-value="${heldOn}`))
    expect(sheets).toMatch(/office:value-type="float" office:value="\d+"/)
    expect(sheets).toMatch(/office:value-type="string"/)
    expect(sheets).not.toMatch(/table:formula=/)
  },
  120_000,
)
