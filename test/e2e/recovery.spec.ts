import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { backupFolderOf } from '@main/database/programBackups'
import type { Page } from '@playwright/test'
import { checkout } from '../../scripts/support/paths.mjs'
import { makeProgramFile } from './pages/programFile'
import { navigation, notice } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

/** The file is read through before anything is said; a busy machine takes its time, in milliseconds. */
const patience = { timeout: 60_000 }

const waysOut = (window: Page) => window.getByRole('region', { name: 'Ways out' })

/** A program file with a backup, of which a page full of somebody's notes cannot be read any more. */
async function damagedFile(folder: string): Promise<string> {
  const file = join(folder, 'Guild.coppice')
  await makeProgramFile(file, { members: 40, sessions: 200, interactions: 400 })
  const client = await DatabaseClient.open({
    file,
    mode: 'write',
    workerPath: join(checkout, 'out', 'main', 'worker.js'),
  })
  await client.ask('backups.write', {
    folder: backupFolderOf(file),
    reason: 'by hand',
    path: null,
    second: null,
    thin: false,
  })
  await client.close()
  const at = Math.floor(readFileSync(file).indexOf('They met ') / 4096) * 4096
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, at)
  closeSync(descriptor)
  return file
}

test('a file with a damaged page: one looks at it, and goes back to the newest backup by one click', async ({
  launch,
  folder,
}) => {
  const file = await damagedFile(folder)
  const { window } = await launch({ words: [file] })
  await expect(window.getByRole('alert').filter({ hasText: 'a part of it cannot be read' })).toBeVisible(
    patience,
  )
  await expect(waysOut(window)).toContainText('made by you: 40 members and 200 sessions')
  expect(await barriers(window)).toEqual([])

  await window.getByRole('button', { name: 'Look at it' }).click()
  await expect(navigation(window)).toContainText('Guild.coppice · cannot be saved')
  await window.getByRole('button', { name: 'What can be done…' }).click()
  await waysOut(window).getByRole('button', { name: 'Go back' }).click()
  await expect(notice(window, 'What was there is kept as “Guild damaged ')).toBeVisible(patience)
  await expect(navigation(window)).toContainText('Guild.coppice · saved')
  await expect(navigation(window).getByRole('button', { name: /^Sessions/ })).toContainText('200')
  expect(readdirSync(folder).filter((name) => name.startsWith('Guild damaged '))).toHaveLength(1)
})

test('a file with a damaged page: what can be read is salvaged into a new one', async ({
  launch,
  folder,
}) => {
  const file = await damagedFile(folder)
  const { window, answerSaveDialog } = await launch({ words: [file] })
  await answerSaveDialog(join(folder, 'Rescued'))
  await window.getByRole('button', { name: 'Salvage…' }).click(patience)
  const report = window.getByRole('region', { name: 'What was salvaged' })
  await expect(report).toContainText('Salvaged into “Rescued.coppice”', patience)
  const lost = report
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader', { name: 'sessions', exact: true }) })
  await expect(lost).toHaveText(/^sessions\s*1\d\d\s*\d+$/)
  await report.getByRole('button', { name: 'Open it' }).click()
  await expect(navigation(window)).toContainText('Rescued.coppice · saved')
  await expect(navigation(window).getByRole('button', { name: /^Members/ })).toContainText('40')
})
