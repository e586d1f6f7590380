import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemKey, tabTo } from './pages/keys'
import { membersScreen } from './pages/members'
import { makeProgramFile } from './pages/programFile'
import { addMember, addSession } from './pages/records'
import { goTo, navigation, notice, startEmpty, title } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

/** A directory of four, in Leeds and Amman. */
async function withMembers(coppice: Coppice, folder: string): Promise<Page> {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Directory'))
  await addMember(window, {
    name: 'Amara Okafor',
    role: 'mentor',
    capacity: 2,
    location: 'Leeds',
    department: 'Operations',
    email: 'amara@riverside.example',
    skillsOffered: ['Negotiation'],
  })
  const noor = await addMember(window, { name: 'Noor Haddad', role: 'mentee', location: 'Amman' })
  await addMember(window, { name: 'Zoë D’Arcy', role: 'mentee', location: 'Leeds', status: 'invited' })
  const kim = await addMember(window, { name: 'Kim Park', location: 'Amman', department: 'Nursing' })
  await addSession(window, { attendeeIds: [noor, kim], notes: 'They read the rota together.' })
  await goTo(window, 'Members')
  await expect(membersScreen(window).found).toHaveText('4 members')
  return window
}

async function openView(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: 'Saved views' }).click()
  await window.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

test('the search narrows with every letter, and says so when nobody fits', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { search, rows, found, table } = membersScreen(window)
  await search.pressSequentially('zoe')
  await expect(rows).toHaveText([/D’Arcy, Zoë/])
  await expect(found).toHaveText('1 member')
  await window.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(rows).toHaveCount(4)
  await search.fill('negot')
  await expect(rows).toHaveText([/Okafor, Amara/])
  await search.fill('nobody of this name')
  await expect(window.getByRole('heading', { name: 'Nobody fits' })).toBeVisible()
  await window.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(table).toBeVisible()
  await expect(rows).toHaveCount(4)
})

test('filters add up, with their counts, and leave again', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { filter, rows, found } = membersScreen(window)
  await filter('Location').click()
  const menu = window.getByRole('group', { name: 'Location' })
  await expect(menu.getByRole('checkbox', { name: /^Leeds\s*2$/ })).not.toBeChecked()
  await menu.getByRole('checkbox', { name: /^Leeds/ }).check()
  await expect(found).toHaveText('2 members')
  await window.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(filter('Location')).toContainText('Location: Leeds')

  await filter('Role').click()
  await window
    .getByRole('group', { name: 'Role' })
    .getByRole('checkbox', { name: /^Mentee/ })
    .check()
  await window.keyboard.press('Escape')
  await expect(rows).toHaveText([/D’Arcy, Zoë/])

  const any = (label: string) =>
    window.getByRole('dialog', { name: label }).getByRole('button', { name: 'Any', exact: true })
  await filter('Location').click()
  await any('Location').click()
  await expect(rows).toHaveCount(2)
  await window.keyboard.press('Escape')
  await filter('Role').click()
  await any('Role').click()
  await window.keyboard.press('Escape')
  await filter('With room').click()
  await expect(rows).toHaveText([/Okafor, Amara/])
})

test('columns sort both ways, and which are shown is remembered', async ({ launch, folder }) => {
  const first = await launch()
  const window = await withMembers(first, folder)
  const { head, rows } = membersScreen(window)
  await expect(rows).toHaveText([/D’Arcy/, /Haddad/, /Okafor/, /Park/])
  await head('Name').getByRole('button').click()
  await expect(head('Name')).toHaveAttribute('aria-sort', 'descending')
  await expect(rows).toHaveText([/Park/, /Okafor/, /Haddad/, /D’Arcy/])
  await head('Location').getByRole('button').click()
  await expect(head('Location')).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows.first()).toContainText('Amman')

  await window.getByRole('button', { name: 'Columns' }).click()
  await window.getByRole('menuitemcheckbox', { name: 'E-mail' }).click()
  await window.getByRole('menuitemcheckbox', { name: 'Department' }).click()
  await window.keyboard.press('Escape')
  await expect(head('E-mail')).toBeVisible()
  await expect(head('Department')).toHaveCount(0)
  await expect(rows.filter({ hasText: 'amara@riverside.example' })).toHaveCount(1)
  await first.close()

  const again = await launch()
  await goTo(again.window, 'Members')
  const second = membersScreen(again.window)
  await expect(second.head('E-mail')).toBeVisible()
  await expect(second.head('Department')).toHaveCount(0)
})

test('the whole list by keyboard: find, move, open, select, close', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { search, active, profile, selection, rows } = membersScreen(window)
  await window.keyboard.press('/')
  await expect(search).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(active).toContainText('D’Arcy')
  await window.keyboard.press('ArrowDown')
  await expect(active).toContainText('Haddad')
  await window.keyboard.press('End')
  await expect(active).toContainText('Park')
  await window.keyboard.press('Home')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(profile.getByRole('heading', { name: 'Noor Haddad' })).toBeVisible()
  await expect(profile).toContainText('Session with Kim Park')
  await window.keyboard.press('ArrowDown')
  await expect(active).toContainText('Okafor')
  await window.keyboard.press('Escape')
  await expect(profile).toHaveCount(0)

  await window.keyboard.press('Space')
  await expect(selection).toContainText('1 member selected')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Space')
  await expect(selection).toContainText('2 members selected')
  await tabTo(window, selection.getByRole('button', { name: 'Archive' }))
  await window.keyboard.press('Enter')
  await expect(notice(window, '2 members archived.')).toBeVisible()
  await expect(rows).toHaveText([/D’Arcy/, /Haddad/])
})

test('after a click the keys go on from there, however far', async ({ launch, folder }) => {
  const file = join(folder, 'Some.coppice')
  await makeProgramFile(file, { members: 400, sessions: 20, interactions: 20 })
  const { window } = await launch({ words: [file] })
  await goTo(window, 'Members')
  const { rows, active, table } = membersScreen(window)
  await rows.nth(2).click()
  await expect(active).toHaveAttribute('data-index', '2')
  await window.keyboard.press('End')
  await expect(active).toHaveAttribute('data-index', '399')
  await window.keyboard.press('ArrowUp')
  await expect(active).toHaveAttribute('data-index', '398')
  await expect(active).toBeInViewport()
  await expect(table).toBeFocused()
})

test('a member is written down, corrected, and undone', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { dialog, profile, rows, row } = membersScreen(window)
  await systemKey(coppice, 'N', 'control', 'shift')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await window.keyboard.type('Rui Silva')
  await dialog.getByLabel('E-mail').fill('rui at home')
  await dialog.getByLabel('Role in mentoring').click()
  await window.getByRole('option', { name: 'Mentor', exact: true }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('This does not look like an e-mail address.')).toBeVisible()
  await expect(dialog.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('E-mail').fill('rui@home.example')
  await window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(notice(window, 'Rui Silva is in the directory.')).toBeVisible()
  await expect(profile).toContainText('rui@home.example')
  await expect(row('Silva, Rui')).toContainText('Mentor')

  await profile.getByRole('button', { name: 'Edit' }).click()
  await expect(dialog.getByLabel('E-mail')).toHaveValue('rui@home.example')
  await dialog.getByLabel('Location').fill('Porto')
  await dialog.getByLabel('Name').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('This cannot be empty.')).toBeVisible()
  await dialog.getByLabel('Name').fill('Rui da Silva')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(profile.getByRole('heading', { name: 'Rui da Silva' })).toBeVisible()
  await expect(row('Porto')).toHaveCount(1)

  // Twice back: the correction, then the member.
  await systemKey(coppice, 'Z', 'control')
  await expect(profile.getByRole('heading', { name: 'Rui Silva' })).toBeVisible()
  await systemKey(coppice, 'Z', 'control')
  await expect(rows).toHaveCount(4)
  await systemKey(coppice, 'Y', 'control')
  await expect(rows).toHaveCount(5)
})

test('a new member begins empty, whoever was open before', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { dialog, profile, row } = membersScreen(window)
  for (const name of ['Okafor, Amara', 'Haddad, Noor']) {
    await row(name).click()
    await profile.getByRole('button', { name: 'Edit' }).click()
    await expect(dialog.getByLabel('Name')).not.toHaveValue('')
    await systemKey(coppice, 'N', 'control', 'shift')
    await expect(dialog.getByRole('heading')).toHaveText('New member')
    await expect(dialog.getByLabel('Name')).toHaveValue('')
    await expect(dialog.getByLabel('Location')).toHaveValue('')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toHaveCount(0)
  }
})

test('somebody of the same name is pointed out while it is typed', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { dialog, profile } = membersScreen(window)
  await window.getByRole('button', { name: 'New member' }).click()
  await dialog.getByLabel('Name').pressSequentially('noor hadad')
  await dialog.getByRole('button', { name: /^Noor Haddad/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(profile.getByRole('heading', { name: 'Noor Haddad' })).toBeVisible()
})

test('archived members leave the list and come back with one undo', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { row, rows, profile } = membersScreen(window)
  await row('Park, Kim').click()
  await profile.getByRole('button', { name: 'Archive' }).click()
  await expect(notice(window, 'Archived.')).toBeVisible()
  await expect(rows).toHaveCount(3)
  await expect(navigation(window).getByRole('button', { name: /^Members/ })).toContainText('3')
  await profile.getByRole('button', { name: 'Bring back' }).click()
  await expect(rows).toHaveCount(4)

  await profile.getByRole('button', { name: 'Archive' }).click()
  await expect(rows).toHaveCount(3)
  await openView(window, 'Archived members')
  await expect(title(window)).toHaveText('Archived members')
  await expect(rows).toHaveText([/Park, Kim/])
  await openView(window, 'All members')
  await systemKey(coppice, 'Z', 'control')
  await expect(notice(window, /^Undone/)).toBeVisible()
  await expect(rows).toHaveCount(4)
})

test('Ctrl+Z in a field takes back typing, and nothing in the file', async ({ coppice, folder }) => {
  const window = await withMembers(coppice, folder)
  const { search, rows } = membersScreen(window)
  await search.focus()
  await window.keyboard.type('noor')
  await expect(rows).toHaveCount(1)
  await systemKey(coppice, 'Z', 'control')
  await expect(search).not.toHaveValue('noor')
  await search.fill('')
  await expect(rows).toHaveCount(4)
  await expect(notice(window, 'Undone')).toHaveCount(0)
  await expect(navigation(window).getByRole('button', { name: /^Sessions/ })).toContainText('1')
})

test('a view is kept under a name and found again', async ({ launch, folder }) => {
  const first = await launch()
  const window = await withMembers(first, folder)
  const { search, rows } = membersScreen(window)
  await search.fill('leeds')
  await expect(rows).toHaveCount(2)
  await window.getByRole('button', { name: 'Saved views' }).click()
  await window.getByLabel('Name of this view').fill('Leeds people')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Remove Leeds people' })).toBeVisible()
  await first.close()

  const again = await launch()
  await goTo(again.window, 'Members')
  const second = membersScreen(again.window)
  await expect(second.rows).toHaveCount(4)
  await openView(again.window, 'Leeds people')
  await expect(second.search).toHaveValue('leeds')
  await expect(second.rows).toHaveCount(2)
})

test('twenty thousand members scroll to the very last', async ({ launch, folder }) => {
  const file = join(folder, 'Large.coppice')
  await makeProgramFile(file, { members: 20_000, sessions: 50, interactions: 50 })
  const { window } = await launch({ words: [file] })
  await goTo(window, 'Members')
  const { found, rows, active, search, table } = membersScreen(window)
  await expect(found).toHaveText(/[\d,]+ members$/)
  const shown = Number((await found.textContent())?.replace(/\D/g, ''))
  expect(shown).toBeGreaterThan(15_000)
  await search.focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('End')
  await expect(active).toHaveAttribute('data-index', `${shown - 1}`)
  await expect(active).toBeInViewport()
  await expect(active).toHaveText(/\p{L}/u)
  const last = await active.textContent()
  // By the wheel as well, from the top to the end and no further.
  await window.keyboard.press('Home')
  await expect(active).toHaveAttribute('data-index', '0')
  await table.hover()
  await window.mouse.wheel(0, 10_000_000)
  await expect(rows.last()).toHaveText(last ?? '')
  await expect(rows.last()).toBeInViewport()
  expect(await rows.count()).toBeLessThan(100)
})

test('two records of one person are compared, become one, and are taken apart again', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Twice'))
  const email = 'amara@riverside.example'
  await addMember(window, { name: 'Amara Okafor', email, location: 'Leeds' })
  await addMember(window, { name: 'A. Okafor', email, phone: '+44 113 496 0000' })
  await goTo(window, 'Members')
  await window.getByRole('button', { name: 'Find duplicates…' }).click()
  await expect(window.getByRole('heading', { name: /^Almost certainly the same/ })).toBeVisible()
  await window.getByRole('button', { name: /^Compare… Amara Okafor and A. Okafor/ }).click()
  await expect(title(window)).toHaveText('Merge two members')
  const names = window.getByRole('radiogroup', { name: 'Name' })
  await expect(names.getByRole('radio', { name: 'Amara Okafor' })).toBeChecked()
  await expect(window.getByRole('radio', { name: '+44 113 496 0000' })).toBeChecked()
  await window.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(window.getByRole('heading', { name: 'Nobody seems to be here twice' })).toBeVisible()
  await goTo(window, 'Members')
  const { rows } = membersScreen(window)
  await expect(rows).toHaveText([/Okafor, Amara/])
  await rows.first().dblclick()
  const profile = window.getByRole('complementary', { name: 'Profile' })
  await expect(profile).toContainText('+44 113 496 0000')
  await profile.getByRole('button', { name: 'Take apart…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Take the merge apart' })
  await expect(dialog).toContainText('A. Okafor comes back as a member of their own.')
  await dialog.getByRole('button', { name: /^Take apart/ }).click()
  await expect(rows).toHaveCount(2)
})
