import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3-multiple-ciphers'
import { checkout } from '../../scripts/support/paths.mjs'
import { addMember } from './pages/records'
import { goTo, navigation, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'
import { machine } from './support/machine'

/** A program file with one member in it, closed again. */
async function makeFile(launch: () => Promise<Coppice>, file: string): Promise<void> {
  const coppice = await launch()
  await startEmpty(coppice, file)
  await addMember(coppice.window, { name: 'Noor Haddad' })
  await closeFile(coppice.window)
  await coppice.close()
}

async function closeFile(window: Page): Promise<void> {
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(window.getByRole('button', { name: 'Start empty' })).toBeVisible()
}

const root = process.getuid?.() === 0

/** Makes a file or folder read-only, for root as well, whom permissions do not stop. @returns whether it is. */
function protect(path: string): boolean {
  if (root) return spawnSync('chattr', ['+i', path]).status === 0
  chmodSync(path, 0o555)
  return true
}

function unprotect(path: string): void {
  if (root) spawnSync('chattr', ['-i', path])
  else chmodSync(path, 0o755)
}

const alert = (window: Page) => window.getByRole('alert')

test.describe('what is no program file, or none for this version,', () => {
  const kinds: readonly [name: string, sentence: RegExp, make: (file: string) => Promise<void>][] = [
    [
      'a text',
      /not a Coppice program file/,
      (file) => writeFile(file, 'Dear diary, this is a text and no database at all.\n'.repeat(10)),
    ],
    ['an empty file', /not a Coppice program file/, (file) => writeFile(file, '')],
    [
      'garbage',
      /not a Coppice program file/,
      (file) => writeFile(file, Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 167 + 13) % 256))),
    ],
    [
      'the database of another program',
      /a database, but not a Coppice program file/,
      async (file) => {
        const other = new Database(file)
        other.exec("CREATE TABLE members (name TEXT); INSERT INTO members VALUES ('Not ours')")
        other.close()
      },
    ],
  ]

  for (const [name, sentence, make] of kinds) {
    test(`${name}: is said in a sentence, and not touched`, async ({ launch, folder }) => {
      const home = join(folder, 'documents')
      await mkdir(home)
      const file = join(home, 'Strange.coppice')
      await make(file)
      const before = await readFile(file)

      const atStart = await launch({ words: [file] })
      await expect(alert(atStart.window)).toHaveText(sentence)
      await atStart.answerOpenDialog(file)
      await atStart.window.getByRole('button', { name: 'Open…' }).click()
      await expect(alert(atStart.window)).toHaveCount(2)
      await expect(alert(atStart.window).last()).toContainText(sentence)
      await expect(atStart.window.getByRole('button', { name: 'Start empty' })).toBeEnabled()
      await atStart.close()

      expect(await readFile(file)).toEqual(before)
      expect(await readdir(home), 'nothing beside it either').toEqual(['Strange.coppice'])
    })
  }

  test('a file of a newer version: the same', async ({ launch, folder }) => {
    const home = join(folder, 'documents')
    await mkdir(home)
    const file = join(home, 'Newer.coppice')
    await makeFile(launch, file)
    const bytes = await readFile(file)
    bytes.writeUInt32BE(bytes.readUInt32BE(60) + 10, 60)
    await writeFile(file, bytes)
    const { window, close } = await launch({ words: [file] })
    await expect(alert(window)).toHaveText(/written by a newer version of Coppice/)
    await close()
    expect(await readFile(file)).toEqual(bytes)
    expect(await readdir(home)).toEqual(['Newer backups', 'Newer.coppice'])
  })
})

test('a file that cannot be opened leaves the open one as it is', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Mine'))
  await addMember(window, { name: 'Noor Haddad' })
  const other = join(folder, 'Other.coppice')
  await writeFile(other, 'nothing of the kind')
  await goTo(window, 'Settings')
  await coppice.answerOpenDialog(other)
  await window.getByRole('button', { name: 'Open another…' }).click()
  await expect(alert(window)).toContainText(/not a Coppice program file/)
  await expect(navigation(window)).toContainText('Mine.coppice')
  await addMember(window, { name: 'Kim Park' })
  await expect(navigation(window).getByRole('button', { name: /^Members/ })).toContainText('2')
})

test('a new file never takes the place of another', async ({ coppice, folder }) => {
  const file = join(folder, 'Taken.coppice')
  await writeFile(file, 'somebody’s only copy')
  await coppice.answerSaveDialog(file)
  await coppice.window.getByRole('button', { name: 'Start empty' }).click()
  await expect(alert(coppice.window)).toContainText(/There is a program file of that name already/)
  expect(await readFile(file, 'utf8')).toBe('somebody’s only copy')
})

test('a folder in which nothing may be written is said', async ({ coppice, folder }) => {
  const locked = join(folder, 'nowhere', 'Deep.coppice')
  await coppice.answerSaveDialog(locked)
  await coppice.window.getByRole('button', { name: 'Start empty' }).click()
  await expect(alert(coppice.window)).toContainText(/folder of this program file/)
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

for (const [what, pathOf] of [
  ['a file', (file: string) => file],
  ['a folder', (file: string) => dirname(file)],
] as const) {
  test(`${what} that may only be read is said, and not touched`, async ({ launch, folder }) => {
    const home = join(folder, 'documents')
    await mkdir(home)
    const file = join(home, 'Finished.coppice')
    await makeFile(launch, file)
    const before = await readFile(file)
    const path = pathOf(file)
    test.skip(!protect(path), 'Nothing can be protected on this disk.')
    try {
      const { window, close } = await launch({ words: [file] })
      await expect(alert(window)).toHaveText(/read-only|cannot be written to/)
      await close()
    } finally {
      unprotect(path)
    }
    expect(await readFile(file)).toEqual(before)
    expect(await readdir(home)).toEqual(['Finished backups', 'Finished.coppice'])
  })
}

test('a file that another Coppice has open is not opened twice', async ({ launch, folder }) => {
  const file = join(folder, 'Shared.coppice')
  const first = await launch()
  await startEmpty(first, file)
  const second = await launch({ words: [`--user-data-dir=${join(folder, 'other-profile')}`, file] })
  await expect(alert(second.window)).toHaveText(/This program file is open in another window or command/)
  await addMember(first.window, { name: 'Noor Haddad' })
  await first.close()

  await second.answerOpenDialog(file)
  await second.window.getByRole('button', { name: 'Open…' }).click()
  await expect(navigation(second.window).getByRole('button', { name: /^Members/ })).toContainText('1')
})

test('a second start shows the window that is there, with the file it was given', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'Second.coppice')
  await makeFile(launch, file)
  const { app, window } = await launch()
  await expect(window.getByRole('button', { name: 'Start empty' })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())

  const { runtime, flags, environment } = await machine()
  // As typed in the file's own folder: a name, no path.
  const again = spawn(
    runtime.executable,
    [checkout, ...flags, `--user-data-dir=${join(folder, 'profile')}`, 'Second.coppice'],
    { cwd: folder, env: environment, stdio: 'ignore' },
  )
  const [code] = await once(again, 'exit')
  expect(code).toBe(0)
  await expect(navigation(window)).toContainText('Second.coppice')
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.isMinimized()),
  )
  expect(windows).toEqual([false])
})

test('the next start goes on with the file, and where the window was', async ({ launch, folder }) => {
  const first = await launch()
  await startEmpty(first, join(folder, 'Again'))
  const bounds = { x: 140, y: 90, width: 1100, height: 720 }
  await first.app.evaluate(({ BrowserWindow }, place) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(place)
  }, bounds)
  await first.close()

  const again = await launch()
  await expect(navigation(again.window)).toContainText('Again.coppice')
  const restored = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(restored).toEqual(bounds)
  await closeFile(again.window)
  await again.close()

  const third = await launch()
  await expect(third.window.getByRole('button', { name: 'Start empty' })).toBeVisible()
})

test('recent files are listed, open with a click, and are forgotten', async ({ launch, folder }) => {
  await makeFile(launch, join(folder, 'One.coppice'))
  await makeFile(launch, join(folder, 'Two.coppice'))
  const { window } = await launch()
  const recent = window.getByRole('region', { name: 'Recent files' })
  await expect(recent.getByRole('button', { name: /^(One|Two)/ })).toHaveText([/^Two/, /^One/])
  await recent.getByRole('button', { name: /^One/ }).click()
  await expect(navigation(window)).toContainText('One.coppice')
  await closeFile(window)
  await expect(recent.getByRole('button', { name: /^(One|Two)/ })).toHaveText([/^One/, /^Two/])

  await recent.getByRole('button', { name: 'Forget One' }).click()
  await expect(recent.getByRole('button', { name: /^One/ })).toHaveCount(0)
  expect(existsSync(join(folder, 'One.coppice')), 'the file itself stays').toBe(true)
})

test('a file that was moved away is said to be gone, and found again', async ({ launch, folder }) => {
  const file = join(folder, 'Moved.coppice')
  const first = await launch()
  await startEmpty(first, file)
  await first.close()
  await rename(file, join(folder, 'Elsewhere.coppice'))

  const { window, answerOpenDialog } = await launch()
  await expect(alert(window)).toHaveText(/no program file at that place/)
  await expect(window.getByRole('button', { name: /^Moved/ })).toBeDisabled()
  await expect(window.getByText('no longer where it was')).toBeVisible()
  await answerOpenDialog(join(folder, 'Elsewhere.coppice'))
  await window.getByRole('button', { name: 'Open…' }).click()
  await expect(navigation(window)).toContainText('Elsewhere.coppice')
})

test('a file given at the start opens, and nothing but its backups stays beside it at the end', async ({
  launch,
  folder,
}) => {
  const home = join(folder, 'documents')
  await mkdir(home)
  const file = join(home, 'Given name – ünïcode.coppice')
  await makeFile(launch, file)
  const { window, close } = await launch({ words: [file] })
  await expect(navigation(window).getByRole('button', { name: /^Members/ })).toContainText('1')
  await close()
  expect(await readdir(home)).toEqual(['Given name – ünïcode backups', 'Given name – ünïcode.coppice'])
})

test('a broken settings file is set aside, and the app starts', async ({ launch, folder }) => {
  const profile = join(folder, 'profile')
  await mkdir(profile)
  await writeFile(join(profile, 'settings.json'), '{"recent": [')
  const { window } = await launch()
  await expect(window.getByRole('button', { name: 'Start empty' })).toBeVisible()
  expect(await readFile(join(profile, 'settings.json.broken'), 'utf8')).toBe('{"recent": [')
})

test('the check of a file reads all of it, and says what is wrong', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Checked'))
  await addMember(window, { name: 'Noor Haddad' })
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Check this file' }).click()
  await expect(window.getByText(/^All is well: [\d,]+ records? read and compared\.$/)).toBeVisible()
})
