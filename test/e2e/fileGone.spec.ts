import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addMember } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { goTo, navigation, notice, startEmpty } from './pages/shell'
import { expect, test } from './support/launch'

const banner = (window: Page) => window.getByRole('alert').filter({ hasText: 'while it was open' })

test('a file that is removed while one writes: a copy is saved, and writing goes on in it', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Spring'))
  await addMember(window, { name: 'Noor Haddad' })
  await goTo(window, 'Sessions')
  await window.getByRole('button', { name: 'New session' }).first().click()
  const editor = sessionEditor(window)
  await editor.who.pressSequentially('noor')
  await window.getByRole('option', { name: 'Noor Haddad' }).click()

  await rm(join(folder, 'Spring.coppice'))
  await editor.notes.click()
  await window.keyboard.type('Written after it was gone.')
  await expect(banner(window)).toContainText('“Spring.coppice” was removed while it was open.')
  await expect(navigation(window)).toContainText('Spring.coppice · cannot be saved')
  await editor.save.click()
  await expect(notice(window, 'nothing can be saved').first()).toBeVisible()

  await coppice.answerSaveDialog(join(folder, 'Rescued'))
  await window.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(notice(window, 'You go on in “Rescued.coppice”.')).toBeVisible()
  await expect(banner(window)).toHaveCount(0)
  await expect(navigation(window)).toContainText('Rescued.coppice · saved')
  await expect(editor.notes).toContainText('Written after it was gone.')
  await editor.save.click()
  await expect(notice(window, 'The session is saved.')).toBeVisible()
})

test('a file that is renamed while it is open: one click goes on there', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Spring'))
  await addMember(window, { name: 'Noor Haddad' })
  await rename(join(folder, 'Spring.coppice'), join(folder, 'Summer.coppice'))
  await expect(banner(window)).toContainText('was given another name while it was open')
  await window.getByRole('button', { name: 'Go on in “Summer.coppice”' }).click()
  await expect(navigation(window)).toContainText('Summer.coppice · saved')
  await expect(navigation(window).getByRole('button', { name: /^Members/ })).toContainText('1')
  await expect(banner(window)).toHaveCount(0)
})
