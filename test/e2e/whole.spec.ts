import { join } from 'node:path'
import { membersScreen } from './pages/members'
import { addMember } from './pages/records'
import { goTo, startEmpty } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

test('everything goes out of a file, and a new file comes of it', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Guild.coppice'))
  await addMember(window, { name: 'Noor Haddad' })

  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Export everything…' }).click()
  const exporting = window.getByRole('dialog', { name: 'Export everything' })
  await expect(exporting.getByText('Nothing in this file is marked so.')).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await exporting.getByLabel('Keep it in').check()
  const exported = join(folder, 'Guild.json')
  await coppice.answerSaveDialog(exported)
  await exporting.getByRole('button', { name: 'Export…' }).click()
  await expect(window.getByText(/^\d+ records are in “Guild.json”.$/)).toBeVisible()

  await window.getByRole('button', { name: 'Open an export…' }).click()
  const opening = window.getByRole('dialog', { name: 'Open an export' })
  const choose = opening.getByRole('button', { name: 'Choose…' })
  await coppice.answerOpenDialog(join(folder, 'Guild.coppice'))
  await coppice.answerSaveDialog(join(folder, 'New.coppice'))
  await choose.click()
  await expect(opening.getByRole('alert')).toContainText('“Guild.coppice” is not a text in UTF-8')
  await coppice.answerOpenDialog(exported)
  await choose.click()
  await expect(window.getByText(/^“New.coppice” holds everything of the export: \d+ records.$/)).toBeVisible()
  await expect(opening).toBeHidden()
  await goTo(window, 'Members')
  await expect(membersScreen(window).row('Haddad, Noor')).toBeVisible()
})
