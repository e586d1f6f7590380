import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stallingFolder } from '../crash/support/stall'
import { addMember } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { goTo, navigation, notice, startEmpty } from './pages/shell'
import { expect, test } from './support/launch'

const noCompiler = 'There is no C compiler here to make a folder stall with.'

test('while the folder does not answer one writes on; the save waits and is done', async ({
  launch,
  folder,
}) => {
  const network = join(folder, 'network')
  await mkdir(network)
  const stalling = stallingFolder(network, folder)
  test.skip(stalling === null, noCompiler)
  if (!stalling) return
  const coppice = await launch({ environment: stalling.environment })
  const { window } = coppice
  await startEmpty(coppice, join(network, 'Far'))
  await addMember(window, { name: 'Noor Haddad' })
  await goTo(window, 'Sessions')
  await window.getByRole('button', { name: 'New session' }).first().click()
  const editor = sessionEditor(window)
  await editor.who.pressSequentially('noor')
  await window.getByRole('option', { name: 'Noor Haddad' }).click()
  await editor.notes.click()
  await window.keyboard.type('Before. ')

  stalling.stall()
  await window.keyboard.press('Control+Enter')
  const banner = window.getByRole('status').filter({ hasText: 'has not answered' })
  await expect(banner).toContainText(/has not answered for \d+ seconds\. What you wrote is kept here/, {
    timeout: 15_000,
  })
  await editor.notes.click()
  await window.keyboard.type('And while it did not answer.')
  await expect(editor.notes).toContainText('Before. And while it did not answer.')
  await goTo(window, 'Settings')
  await expect(banner).toBeVisible()

  stalling.answer()
  await expect(banner).toHaveCount(0)
  await expect(notice(window, 'The session is saved.')).toBeVisible()
})

test('a file of the last time in a folder that stalls keeps nobody from starting', async ({
  launch,
  folder,
}) => {
  const network = join(folder, 'network')
  await mkdir(network)
  const stalling = stallingFolder(network, folder)
  test.skip(stalling === null, noCompiler)
  if (!stalling) return
  const { environment } = stalling
  const first = await launch({ environment })
  await startEmpty(first, join(network, 'Far'))
  await first.close()

  stalling.stall()
  const coppice = await launch({ environment })
  const { window } = coppice
  const opening = window.getByRole('dialog', { name: 'Opening “Far.coppice”…' })
  await expect(opening).toContainText('has not answered yet')
  await opening.getByRole('button', { name: 'Cancel' }).click()
  await expect(opening).toHaveCount(0)
  const recent = window.getByRole('region', { name: 'Recent files' })
  await expect(recent.getByRole('button', { name: /^Far/ })).toContainText('cannot be reached just now')
  await startEmpty(coppice, join(folder, 'Near'))
  await addMember(window, { name: 'Kim Park' })
  // It ends though a thread still hangs on the folder.
  await coppice.close()
  stalling.answer()

  const again = await launch({ environment })
  await expect(navigation(again.window)).toContainText('Near.coppice')
})
