import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemKey } from './pages/keys'
import { addMember, addSession } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { goTo, navigation, notice, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

const passphrase = 'maple ferry candle orbit'

async function openEncryption(window: Page): Promise<void> {
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Encryption' }).click()
}

/** Encrypts the open file as a user does. @returns the recovery key. */
async function encrypt({ window }: Coppice): Promise<string> {
  await openEncryption(window)
  await window.getByRole('button', { name: 'Encrypt this file…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Encrypt this file' })
  await dialog.getByLabel('New passphrase').fill(passphrase)
  await dialog.getByLabel('The same once more').fill(passphrase)
  await dialog.getByRole('button', { name: 'Next' }).click()
  const key = (await dialog.getByRole('group', { name: 'Recovery key' }).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'I have it on paper' }).click()
  await dialog.getByRole('textbox', { name: 'Recovery key' }).fill(key.toLowerCase())
  await dialog.getByRole('button', { name: 'Encrypt', exact: true }).click()
  await expect(notice(window, 'This file is encrypted now')).toBeVisible()
  return key
}

async function unlock(window: Page, words: string): Promise<void> {
  await window.getByLabel('Passphrase').fill(words)
  await window.getByRole('button', { name: 'Unlock' }).click()
}

/** Begins a session and leaves it unsaved. */
async function write(coppice: Coppice, words: string): Promise<void> {
  await systemKey(coppice, 'n', 'control')
  await sessionEditor(coppice.window).notes.click()
  await coppice.window.keyboard.type(words)
}

/** The files below a folder that hold a text as it is. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    // Chromium's own files come and go.
    const bytes = await stat(path)
      .then((stats) => (stats.isFile() ? readFile(path) : null))
      .catch(() => null)
    if (bytes?.includes(text) || bytes?.includes(Buffer.from(text, 'utf16le'))) found.push(name)
  }
  return found
}

test('a file is encrypted, locked, and opened with its passphrase; nothing of it is on the disk in plain', async ({
  launch,
  folder,
}) => {
  const coppice = await launch()
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Guild'))
  const noor = await addMember(window, { name: 'Noor Haddad' })
  await addSession(window, { attendeeIds: [noor], notes: 'The quetzalcoatl matter' })
  expect(await filesWith(folder, 'quetzalcoatl')).not.toEqual([])
  await encrypt(coppice)
  await expect(navigation(window).getByLabel('Encrypted')).toBeVisible()
  await write(coppice, 'glockenspiel draft')
  await window.waitForTimeout(1000)
  expect(await filesWith(folder, 'quetzalcoatl')).toEqual([])
  expect(await filesWith(folder, 'glockenspiel')).toEqual([])

  await navigation(window).getByRole('button', { name: 'Lock' }).click()
  await expect(window.getByLabel('Passphrase')).toBeFocused()
  expect(await window.content()).not.toMatch(/Noor|quetzal|glocken/)
  await unlock(window, 'maple ferry candle')
  await expect(window.getByText('That does not open this file.')).toBeVisible()
  await unlock(window, passphrase)
  await goTo(window, 'Sessions')
  await window.getByRole('searchbox').fill('quetzal')
  await expect(window.getByText('quetzalcoatl').first()).toBeVisible()
  await coppice.close()

  const again = await launch()
  await expect(again.window.getByLabel('Passphrase')).toBeVisible()
  await unlock(again.window, passphrase)
  await expect(navigation(again.window)).toBeVisible()
  // The draft of before it was locked.
  await systemKey(again, 'n', 'control')
  await expect(sessionEditor(again.window).notes).toContainText('glockenspiel draft')
  expect(await filesWith(folder, 'Noor Haddad')).toEqual([])
})

test('a forgotten passphrase: the recovery key opens the file and gives it a new one', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Guild'))
  const key = await encrypt(coppice)
  await window.getByRole('button', { name: 'Try your recovery key…' }).click()
  const drill = window.getByRole('dialog', { name: 'Try your recovery key' })
  await drill.getByRole('textbox').fill(key)
  await drill.getByRole('button', { name: 'Try it' }).click()
  await expect(drill.getByRole('status')).toContainText('It opens this file')
  await drill.getByRole('button', { name: 'Close' }).last().click()

  await navigation(window).getByRole('button', { name: 'Lock' }).click()
  await window.getByRole('button', { name: 'Use the recovery key' }).click()
  await window.getByLabel('Recovery key').fill(`${key.slice(0, -1)}#`)
  await window.getByRole('button', { name: 'Unlock' }).click()
  await expect(window.getByText('one character of it is wrong')).toBeVisible()
  await window.getByLabel('Recovery key').fill(key)
  await window.getByRole('button', { name: 'Unlock' }).click()
  await openEncryption(window)
  await window.getByRole('button', { name: 'Change the passphrase…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Change the passphrase' })
  await dialog.getByRole('button', { name: 'Use the recovery key' }).click()
  await dialog.getByRole('textbox', { name: 'Recovery key' }).fill(key)
  await dialog.getByLabel('New passphrase').fill('nectar gravel sonnet wharf')
  await dialog.getByLabel('The same once more').fill('nectar gravel sonnet wharf')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await expect(notice(window, 'The new passphrase holds')).toBeVisible()

  await navigation(window).getByRole('button', { name: 'Lock' }).click()
  await unlock(window, passphrase)
  await expect(window.getByText('That does not open this file.')).toBeVisible()
  await unlock(window, 'nectar gravel sonnet wharf')
  await openEncryption(window)
  await window.getByRole('button', { name: 'Remove the passphrase…' }).click()
  const remove = window.getByRole('dialog', { name: 'Remove the passphrase' })
  await remove.getByLabel('Passphrase of today').fill('nectar gravel sonnet wharf')
  await remove.getByRole('button', { name: 'Remove the passphrase' }).click()
  await expect(window.getByRole('button', { name: 'Encrypt this file…' })).toBeVisible()
})

test('nobody at the computer: the file locks itself, and what was being written is kept', async ({
  coppice,
  folder,
}) => {
  test.slow()
  const { app, window } = coppice
  await startEmpty(coppice, join(folder, 'Guild'))
  await encrypt(coppice)
  await write(coppice, 'half a thought')
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 15 * 60
  })
  await expect(window.getByLabel('Passphrase')).toBeVisible({ timeout: 20_000 })
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0
  })
  await unlock(window, passphrase)
  await expect(navigation(window)).toBeVisible()
  await systemKey(coppice, 'n', 'control')
  await expect(sessionEditor(window).notes).toContainText('half a thought')
  await systemKey(coppice, 'n', 'control', 'shift')
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Somebody New')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(window.getByLabel('Passphrase')).toBeVisible()
  await unlock(window, passphrase)
  await expect(navigation(window)).toBeVisible()
  await systemKey(coppice, 'n', 'control', 'shift')
  await expect(window.getByText('This is what was not saved last time.')).toBeVisible()
  await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Somebody New')
  await window.getByRole('button', { name: 'Start over' }).click()
  await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('')
})
