import { join } from 'node:path'
import { systemKey } from './pages/keys'
import { membersScreen } from './pages/members'
import { addMember, call } from './pages/records'
import { goTo, notice, startEmpty } from './pages/shell'
import { barriers } from './support/barriers'
import { type Coppice, expect, test } from './support/launch'

/** Two people work in a copy each, and one takes in what the other has done. */

const passphrase = 'four bees in a tall hive'

const chooseMerge = (coppice: Coppice) => choose(coppice, 'Merge a colleague’s copy or changes…')

async function choose({ app }: Coppice, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? [])
    items?.find((item) => item.label === wanted)?.click()
  }, label)
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

test('changes of a colleague are signed, compared the first time, and merged; the next ones need no comparing', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  const [mine, theirs] = [join(folder, 'Guild.coppice'), join(folder, 'Theirs.coppice')]
  await startEmpty(coppice, mine)
  await addMember(window, { name: 'Noor Haddad' })
  await coppice.answerSaveDialog(theirs)
  await call(window, 'programFile.saveCopy', {})
  await addMember(window, { name: 'Eve East' })

  const give = async (name: string) => {
    await choose(coppice, 'Changes for a colleague…')
    const giving = window.getByRole('dialog', { name: 'Changes for a colleague' })
    await expect(giving.getByRole('status')).toHaveText(/step/)
    await giving.getByLabel('Your name, as they know you').fill('Ines Duarte')
    await giving.getByLabel('Passphrase that you agreed on').fill(passphrase)
    expect(await barriers(window)).toEqual([])
    const file = join(folder, name)
    await coppice.answerSaveDialog(file)
    await giving.getByRole('button', { name: 'Save…' }).click()
    await expect(giving).toBeHidden()
    return file
  }
  const first = await give('first.coppice-changes')
  const told = notice(window, /^“first.coppice-changes” holds .* If they ask for your key, it is /)
  const key = /it is ([0-9A-F ]+)\./.exec((await told.textContent()) ?? '')?.[1] ?? 'none'
  await addMember(window, { name: 'Gil Grove' })
  const second = await give('second.coppice-changes')

  await coppice.answerOpenDialog(mine)
  await call(window, 'programFile.open', { token: null })
  await goTo(window, 'Members')
  const dialog = window.getByRole('dialog', { name: 'Merge a colleague’s copy' })
  const look = async (file: string) => {
    await chooseMerge(coppice)
    await coppice.answerOpenDialog(file)
    await dialog.getByRole('button', { name: 'Choose…' }).click()
    await dialog.getByLabel('Passphrase that you agreed on').fill(passphrase)
    await dialog.getByRole('button', { name: 'Look at it' }).click()
  }
  await look(first)
  await expect(dialog).toContainText(`Made by Ines Duarte on`)
  await expect(dialog).toContainText(key)
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled()
  expect(await barriers(window)).toEqual([])
  await dialog.getByRole('checkbox', { name: 'It is the same. Trust this key from now on' }).check()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(membersScreen(window).row('East, Eve')).toBeVisible()

  await look(second)
  await expect(dialog).toContainText('signed with the key that is known here')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(membersScreen(window).row('Grove, Gil')).toBeVisible()

  // Whoever is known can be forgotten, and is asked about again.
  await goTo(window, 'Settings')
  const known = window.getByRole('main').getByRole('listitem').filter({ hasText: key })
  await expect(known).toContainText('Ines Duarte')
  await known.getByRole('button', { name: 'Forget the key of Ines Duarte' }).click()
  await expect(known).toBeHidden()
  await systemKey(coppice, 'Z', 'control')
  await expect(known).toBeVisible()
  expect(await barriers(window)).toEqual([])
})
