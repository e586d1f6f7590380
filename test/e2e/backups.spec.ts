import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backupsOf, openBackups } from './pages/backups'
import { chooseFile, runImport } from './pages/importing'
import { systemKey } from './pages/keys'
import { addMember, call } from './pages/records'
import { goTo, navigation, notice, startEmpty } from './pages/shell'
import { expect, test } from './support/launch'

const members = (window: Parameters<typeof navigation>[0]) =>
  navigation(window).getByRole('button', { name: /^Members/ })

test('an import makes a backup; the file goes back to it through a preview, and forth again', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  const file = join(folder, 'Guild.coppice')
  await startEmpty(coppice, file)
  await addMember(window, { name: 'Ana Abel' })
  const csv = join(folder, 'people.csv')
  await writeFile(csv, 'Name\nBo Baker\nCy Cole\n')
  await goTo(window, 'Members')
  await window.getByRole('button', { name: 'Import…' }).click()
  await chooseFile(coppice, csv)
  await runImport(window)
  expect(backupsOf(file)).toEqual([expect.stringContaining('before import.coppice')])
  await addMember(window, { name: 'Dee Dorn' })
  await expect(members(window)).toContainText('4')

  const backups = await openBackups(window)
  await expect(window.getByText(/What you did since comes into the next one\.$/)).toBeVisible()
  await expect(backups.rows).toHaveText([/^Today at .+, before an import: 1 member and 0 sessions, /])
  await backups
    .row('before an import')
    .getByRole('button', { name: /^Restore/ })
    .click()
  await expect(backups.count('Members')).toHaveText(/4\s*1$/)
  await expect(backups.since).toHaveText([/^New member Dee Dorn/, /^Imported|people\.csv/])
  await backups.restore.click()
  await expect(notice(window, 'The file is as it was')).toBeVisible()
  await expect(members(window)).toContainText('1')
  await expect(backups.rows).toHaveText([/^Today at .+, before a restore: 4 members/, /before an import/])

  // What is written into the restored file is undone as ever.
  await addMember(window, { name: 'Eve Ek' })
  await expect(members(window)).toContainText('2')
  await systemKey(coppice, 'z', 'control')
  await expect(notice(window, 'Undone: New member Eve Ek')).toBeVisible()
  await expect(members(window)).toContainText('1')

  await backups
    .row('before a restore')
    .getByRole('button', { name: /^Restore/ })
    .click()
  await expect(backups.count('Members')).toHaveText(/1\s*4$/)
  await expect(
    backups.dialog
      .getByRole('region', { name: /^Comes back/ })
      .getByRole('listitem')
      .first(),
  ).toHaveText(/^New member Dee Dorn/)
  await backups.restore.click()
  await expect(members(window)).toContainText('4')
  await goTo(window, 'Members')
  await expect(window.getByText('Dorn, Dee')).toBeVisible()
  expect((await call(window, 'programFile.check', {})).problems).toEqual([])
})

test('a backup is looked at in a file of its own; the open one is left alone', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  const file = join(folder, 'Guild.coppice')
  await startEmpty(coppice, file)
  await addMember(window, { name: 'Ana Abel' })
  const backups = await openBackups(window)
  await backups.makeNow.click()
  await expect(notice(window, 'Backed up, and read back.')).toBeVisible()
  await expect(window.getByText(/^Everything is in the newest one, of today/)).toBeVisible()
  await addMember(window, { name: 'Bo Baker' })
  await backups
    .row('made by you')
    .getByRole('button', { name: /^Restore/ })
    .click()
  await coppice.answerSaveDialog(join(folder, 'As it was.coppice'))
  await backups.restoreAs.click()
  await expect(navigation(window)).toContainText('As it was.coppice')
  await expect(members(window)).toContainText('1')
  await coppice.answerOpenDialog(file)
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Open another…' }).click()
  await expect(navigation(window)).toContainText('Guild.coppice')
  await expect(members(window)).toContainText('2')
})

test('a damaged backup is found, marked, and not offered', async ({ coppice, folder }) => {
  const { window } = coppice
  const file = join(folder, 'Guild.coppice')
  await startEmpty(coppice, file)
  await addMember(window, { name: 'Ana Abel' })
  const backups = await openBackups(window)
  for (const [made] of [[1], [2]] as const) {
    await backups.makeNow.click()
    await expect(backups.rows).toHaveCount(made)
  }
  const [path = ''] = backupsOf(file)
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  writeFileSync(path, bytes)
  await backups.checkAll.click()
  await expect(window.getByText(/^1 backup is damaged, of 2\./)).toBeVisible()
  await expect(backups.row('damaged')).toContainText('Its bytes are not those that were written')
  await expect(backups.row('damaged').getByRole('button')).toHaveCount(0)
  await expect(backups.rows.getByRole('button', { name: /^Restore/ })).toHaveCount(1)
})

test('a full disk is told, and the older backups are left', async ({ coppice, folder }) => {
  const { window } = coppice
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const mounted = (() => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=9m', 'tmpfs', disk], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })()
  test.skip(!mounted, 'No file system can be made here.')
  try {
    const file = join(disk, 'Guild.coppice')
    await startEmpty(coppice, file)
    await addMember(window, { name: 'Ana Abel' })
    const backups = await openBackups(window)
    await backups.makeNow.click()
    await expect(backups.rows).toHaveCount(1)
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(5 * 2 ** 20))
    await addMember(window, { name: 'Bo Baker' })
    await backups.makeNow.click()
    await expect(notice(window, 'the disk has no room for one')).toBeVisible()
    await expect(backups.rows).toHaveCount(1)
    expect(readdirSync(join(disk, 'Guild backups')).filter((name) => name.startsWith('.'))).toEqual([])
    await coppice.close()
  } finally {
    execFileSync('umount', ['-l', disk])
  }
})

test('a second copy goes to the folder that was chosen, and is missed when it cannot', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Guild.coppice'))
  await addMember(window, { name: 'Ana Abel' })
  const stick = join(folder, 'stick')
  await mkdir(stick)
  const backups = await openBackups(window)
  await coppice.answerOpenDialog(stick)
  await window.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(window.getByRole('button', { name: 'No second copy' })).toBeVisible()
  await backups.makeNow.click()
  await expect(notice(window, 'Backed up, and read back.')).toBeVisible()
  expect(backupsOf(join(stick, 'Guild.coppice'))).toHaveLength(1)

  // The disk is pulled out: the first copy is made, and the second is missed here and on Today.
  await rm(stick, { recursive: true })
  await addMember(window, { name: 'Bo Baker' })
  await backups.makeNow.click()
  await expect(backups.rows).toHaveCount(2)
  await expect(window.getByRole('status').filter({ hasText: 'Connect its disk' })).toBeVisible()
  await goTo(window, 'Today')
  await expect(window.getByRole('status').filter({ hasText: 'Connect its disk' })).toBeVisible()
  await window.getByRole('button', { name: 'See the backups' }).click()
  await expect(backups.makeNow).toBeVisible()
})

test('at the end there is a backup of what was done', async ({ coppice, folder }) => {
  const file = join(folder, 'Guild.coppice')
  await startEmpty(coppice, file)
  await addMember(coppice.window, { name: 'Ana Abel' })
  await coppice.close()
  expect(backupsOf(file)).toEqual([expect.stringContaining('at close.coppice')])
})
