import { join } from 'node:path'
import { membersScreen } from './pages/members'
import { addMember, call } from './pages/records'
import { goTo, notice, startEmpty } from './pages/shell'
import { barriers } from './support/barriers'
import { type Coppice, expect, test } from './support/launch'

/** Two people work in a copy each, and one takes in what the other has done. */

const passphrase = 'four bees in a tall hive'

async function chooseMerge({ app }: Coppice): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? [])
    items?.find(({ label }) => label === 'Merge a colleague’s copy or changes…')?.click()
  })
}

test('a colleague’s encrypted copy comes in, a conflict decided otherwise, and undo takes it back', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  const [mine, theirs] = [join(folder, 'Guild.coppice'), join(folder, 'Theirs.coppice')]
  await startEmpty(coppice, mine)
  const noor = await addMember(window, { name: 'Noor Haddad', location: 'Porto' })
  const inPlace = (location: string) => addMember(window, { name: 'Noor Haddad', location }, noor)
  await coppice.answerSaveDialog(theirs)
  await call(window, 'programFile.saveCopy', {})
  await addMember(window, { name: 'Eve East' })
  await inPlace('Bergen')
  const { recoveryKey } = await call(window, 'encryption.newRecoveryKey', {})
  await call(window, 'encryption.start', { recoveryKey, passphrase })
  await coppice.answerOpenDialog(mine)
  await call(window, 'programFile.open', { token: null })
  await goTo(window, 'Members')
  await inPlace('Oslo')

  // The file itself is none to merge with.
  await chooseMerge(coppice)
  const dialog = window.getByRole('dialog', { name: 'Merge a colleague’s copy' })
  await dialog.getByRole('button', { name: 'Choose…' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/This is the file that is open/)

  await coppice.answerOpenDialog(theirs)
  await dialog.getByRole('button', { name: 'Choose…' }).click()
  await dialog.getByLabel('Passphrase of the copy').fill('something else')
  await dialog.getByRole('button', { name: 'Look at it' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/That does not open this file/)
  await dialog.getByLabel('Passphrase of the copy').fill(passphrase)
  await dialog.getByRole('button', { name: 'Look at it' }).click()

  const counts = dialog.getByRole('table', { name: 'What would come in' })
  await expect(counts.getByRole('row', { name: /^members/ })).toHaveText(/^members1/)
  const conflict = dialog.getByRole('region', { name: 'Changed by both' }).getByRole('listitem')
  await expect(conflict).toHaveText(
    /Noor Haddad.*Location.*Before.*Porto.*Yours \(stays\).*Oslo.*Theirs.*Bergen/,
  )
  expect(await barriers(window)).toEqual([])
  await conflict.getByText('Theirs', { exact: true }).first().click()
  await expect(conflict).toHaveText(/Theirs \(stays\)/)
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(
    notice(window, /^Merged “Theirs.coppice”: .* came in\. Undo takes all of it back\.$/),
  ).toBeVisible()
  await expect(dialog).toBeHidden()
  const members = membersScreen(window)
  await expect(members.row('East, Eve')).toBeVisible()
  await expect(members.row('Haddad, Noor')).toContainText('Bergen')

  await call(window, 'history.undo', {})
  await expect(members.row('East, Eve')).toBeHidden()
  await expect(members.row('Haddad, Noor')).toContainText('Oslo')
})
