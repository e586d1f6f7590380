import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { mentionLink } from '@shared/domain/mentions'
import { systemKey } from './pages/keys'
import { membersScreen } from './pages/members'
import { privacyOf } from './pages/privacy'
import { addMember, addSession, ask, call, localToday } from './pages/records'
import { sessionsScreen } from './pages/sessions'
import { goTo, notice, startEmpty } from './pages/shell'
import { barriers } from './support/barriers'
import { type Coppice, expect, test } from './support/launch'

/** Mira, who will be erased, among others who write about her. */
async function withMira({ window }: Coppice): Promise<{ mira: number; tariq: number }> {
  const mira = await addMember(window, {
    name: 'Mira Okafor',
    email: 'mira@riverside.example',
    phone: '+44 20 7946 0958',
    location: 'Leeds',
    department: 'Nursing',
    role: 'mentee',
    about: 'Keeps zebras.',
  })
  const tariq = await addMember(window, { name: 'Tariq Haddad', role: 'mentor', location: 'Amman' })
  await addSession(window, {
    attendeeIds: [mira, tariq],
    title: 'Quagga',
    notes: 'The aardvark came.',
    actionItems: [{ id: null, text: 'Feed the okapi', ownerId: mira, dueOn: localToday(2), doneOn: null }],
  })
  await addSession(window, {
    attendeeIds: [mira, tariq],
    notes: 'A narwhal, for nobody else.',
    confidentiality: 'private',
  })
  await addSession(window, {
    attendeeIds: [tariq],
    notes: `${mentionLink(mira, 'Mira Okafor')} does well, says everybody.`,
  })
  return { mira, tariq }
}

async function openProfile(window: Page, name: string): Promise<void> {
  await goTo(window, 'Members')
  const { row, profile } = membersScreen(window)
  await row(name).click()
  await expect(profile.getByRole('heading', { name: 'Consent' })).toBeVisible()
  await expect(profile.getByRole('list').last()).toBeVisible()
}

test('consent is written down in two clicks, told with its date, filtered by, and undone', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  await withMira(coppice)
  await openProfile(window, 'Okafor, Mira')
  const { answer, record, dialog } = privacyOf(window)
  await expect(answer('Naming in reports')).toHaveText('Not asked')
  await expect(membersScreen(window).filter('Consent')).toHaveCount(0)
  await record('Naming in reports', 'Given')
  await expect(answer('Naming in reports')).toContainText('Given')

  await answer('Naming in reports').click()
  await dialog.getByRole('combobox', { name: 'How' }).fill('e-mail')
  await window.getByRole('option', { name: 'e-mail' }).click()
  await expect(window.getByRole('option', { name: 'e-mail' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Refused', exact: true }).click()
  await expect(answer('Naming in reports')).toContainText('Refused')
  await expect(answer('Naming in reports')).toContainText('e-mail')
  const { profile, filter, rows } = membersScreen(window)
  await profile.getByRole('button', { name: 'Earlier answers' }).click()
  await expect(profile.getByRole('list', { name: 'Earlier answers' })).toContainText(
    'Naming in reports: given',
  )

  await filter('Consent').click()
  await window
    .getByRole('group', { name: 'Consent' })
    .getByRole('checkbox', { name: /^Reports: refused/ })
    .check()
  await window.keyboard.press('Escape')
  await expect(rows).toHaveText([/Okafor, Mira/])
  await systemKey(coppice, 'Z', 'control')
  await expect(answer('Naming in reports')).toContainText('Given')
})

test('a report leaves out who does not want to be named, and says so', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  const { mira } = await withMira(coppice)
  await call(window, 'consents.record', {
    memberIds: [mira],
    purpose: 'reports',
    answer: 'withdrawn',
    answeredOn: localToday(),
    how: '',
  })
  await goTo(window, 'Reports')
  const page = window.frameLocator('iframe[title="Preview of the summary"]')
  await expect(page.locator('body')).toContainText('Tariq Haddad')
  await expect(page.locator('body')).toContainText('a member')
  await expect(page.locator('body')).not.toContainText('Okafor')
  await window.getByRole('switch', { name: 'Leave out who does not want to be named' }).click()
  await expect(page.locator('body')).toContainText('Mira Okafor')
  await expect(window.getByText('It names 1 member who did not agree to be named.')).toBeVisible()
})

test('everything kept about a member leaves as it was previewed, without what is private', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  await withMira(coppice)
  await openProfile(window, 'Okafor, Mira')
  const { open, dialog } = privacyOf(window)
  await open(/^Export everything kept about Mira Okafor/)
  const page = window.frameLocator('iframe[title^="Preview of everything"]')
  await expect(page.locator('body')).toContainText('The aardvark came.')
  await expect(page.locator('body')).not.toContainText(/narwhal|Tariq/)
  await expect(dialog).toContainText('1 private session')

  const json = join(folder, 'mira.json')
  await coppice.answerSaveDialog(json)
  await dialog.getByRole('button', { name: /^JSON/ }).click()
  await expect(notice(window, 'Saved as mira.json.')).toBeVisible()
  const text = readFileSync(json, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ member: { name: 'Mira Okafor' }, holds: 'Private notes left out' })
  expect(text).not.toMatch(/narwhal|Tariq/)

  await dialog.getByRole('switch', { name: 'With what is private to you' }).click()
  await dialog.getByRole('radio', { name: 'By their names' }).check()
  await expect(page.locator('body')).toContainText('narwhal')
  const pdf = join(folder, 'mira.pdf')
  await coppice.answerSaveDialog(pdf)
  await dialog.getByRole('button', { name: 'PDF document' }).click()
  await expect(notice(window, 'Saved as mira.pdf.')).toBeVisible()
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})

test('an erasure shows what goes, asks for the name, and leaves the name nowhere', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  const { mira, tariq } = await withMira(coppice)
  await openProfile(window, 'Okafor, Mira')
  const { open, dialog, typedName, eraseForGood } = privacyOf(window)
  await open(/^Erase Mira Okafor/)
  await expect(dialog).toContainText(
    'Title, agenda and notes of 2 sessions, also for Tariq Haddad who was there.',
  )
  await expect(dialog).toContainText('The name in 1 other text, which will say “someone”.')
  await expect(dialog).toContainText('An “Erased member” in 2 sessions')
  await expect(eraseForGood).toBeDisabled()
  await typedName.fill('Mira')
  await expect(eraseForGood).toBeDisabled()
  await typedName.fill('Mira Okafor')
  await eraseForGood.click()
  await expect(notice(window, 'Erased. Sessions and contacts still count.')).toBeVisible()

  const { rows, search, found, profile } = membersScreen(window)
  await expect(rows).toHaveText([/Erased member/, /Haddad, Tariq/])
  for (const query of ['mira', 'okafor', 'riverside']) {
    await search.fill(query)
    await expect(window.getByRole('heading', { name: 'Nobody fits' })).toBeVisible()
    await search.fill('')
  }
  await expect(found).toHaveText('2 members')
  await rows.first().click()
  await expect(profile).toContainText('Nothing personal is kept')
  await expect(profile.getByRole('button', { name: 'Edit' })).toHaveCount(0)

  await goTo(window, 'Sessions')
  const sessions = sessionsScreen(window)
  await expect(sessions.rows).toHaveCount(3)
  for (const query of ['aardvark', 'quagga', 'narwhal', 'okafor']) {
    await sessions.search.fill(query)
    await expect(sessions.rows).toHaveCount(0)
  }
  await sessions.search.fill('does well')
  await expect(sessions.rows).toHaveText([/someone does well/])
  await sessions.search.fill('')
  await sessions.rows.nth(1).click()
  await expect(sessions.reader).toContainText('The notes were erased on')

  await systemKey(coppice, 'K', 'control')
  await window.getByRole('textbox', { name: 'Find or do' }).fill('okafor')
  await expect(window.getByRole('dialog')).not.toContainText(/Okafor/)
  await window.keyboard.press('Escape')
  await goTo(window, 'Reports')
  const page = window.frameLocator('iframe')
  await expect(page.locator('body')).toContainText('Erased member')
  await expect(page.locator('body')).not.toContainText(/Okafor|aardvark/)
  expect(await call(window, 'history.state', {})).toMatchObject({ undo: null, redo: null })
  const history = JSON.stringify(
    await ask(window, 'history.list', {
      filter: { query: '', areas: [], kinds: [], from: null, to: null },
      after: null,
      limit: 100,
    }),
  )
  expect(history).toContain('Erased a member')
  expect(history).not.toMatch(/mira|okafor/i)
  const overview = await call(window, 'program.overview', {})
  expect([overview.members, overview.sessions]).toEqual([2, 3])
  expect([mira, tariq]).toEqual([1, 2])

  await coppice.close()
  expect(filesWith(folder, ['Okafor', 'mira@riverside', 'aardvark', 'narwhal', 'Quagga'])).toEqual([])
})

/** Every file of a test's folder, the app's profile included, that holds one of the texts. */
function filesWith(folder: string, texts: string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
    })
}

test('who has to be kept cannot be erased until the mark is taken away', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  await withMira(coppice)
  await openProfile(window, 'Okafor, Mira')
  const { open, dialog, typedName } = privacyOf(window)
  await open(/^Keep from retention rules/)
  await dialog.getByLabel('Because').fill('an inquiry')
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(membersScreen(window).profile).toContainText('an inquiry')
  await open(/^Erase/)
  await expect(dialog).toContainText('Mira Okafor has to be kept: an inquiry.')
  await expect(typedName).toHaveCount(0)
  await window.keyboard.press('Escape')
  await open(/^Kept from retention rules/)
  await dialog.getByRole('button', { name: 'Take the mark away' }).click()
  await open(/^Erase/)
  await expect(typedName).toBeVisible()
})

test('a rule finds who is past the time, shows them, and removes them when their number is typed', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  await addMember(window, { name: 'Long Gone', status: 'alumni', joinedOn: '2015-02-03' })
  await addMember(window, { name: 'Still There', joinedOn: '2015-02-03' })
  await goTo(window, 'Today')
  await expect(window.getByRole('heading', { name: /To look at/ })).toHaveCount(0)
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Privacy' }).click()
  await window.getByRole('switch', { name: 'Erase former members, alumni or archived' }).click()
  await expect(window.getByText('1 due')).toBeVisible()
  const months = window.getByRole('textbox', { name: 'Erase former members, alumni or archived: months' })
  await months.fill('600')
  await months.press('Enter')
  await expect(window.getByText('nothing due')).toBeVisible()
  await months.fill('24')
  await months.press('Enter')
  await expect(window.getByText('1 due')).toBeVisible()

  await goTo(window, 'Today')
  await expect(window.getByText('1 member is past the retention period')).toBeVisible()
  await window.getByRole('button', { name: 'Look at them' }).click()
  await window.getByRole('button', { name: 'Look at 1 former member' }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog).toContainText('Long Gone')
  await expect(dialog).not.toContainText('Still There')
  const remove = dialog.getByRole('button', { name: 'Remove for good' })
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox', { name: /type how many/ }).fill('1')
  await remove.click()
  await expect(notice(window, 'Done: 1 former member.')).toBeVisible()
  await expect(window.getByText('1 member was erased')).toBeVisible()
  await goTo(window, 'Members')
  await expect(membersScreen(window).rows).toHaveText([/Erased member/, /There, Still/])
})

test('nothing serious stands in anybody’s way in what concerns privacy', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Privacy'))
  await withMira(coppice)
  await addMember(window, { name: 'Long Gone', status: 'alumni', joinedOn: '2015-02-03' })
  await openProfile(window, 'Okafor, Mira')
  const { open, answer, record, dialog, typedName } = privacyOf(window)
  await record('Naming in reports', 'Refused')
  await answer('Being contacted').click()
  await expect(dialog).toBeVisible()
  expect.soft(await barriers(window), 'Consent').toEqual([])
  await window.keyboard.press('Escape')
  await membersScreen(window)
    .profile.getByRole('button', { name: /^More about/ })
    .click()
  await expect(window.getByRole('menuitem').first()).toBeVisible()
  expect.soft(await barriers(window), 'More').toEqual([])
  await window.keyboard.press('Escape')
  await open(/^Export/)
  await expect(window.locator('iframe')).toBeVisible()
  expect.soft(await barriers(window), 'Export').toEqual([])
  await window.keyboard.press('Escape')
  await open(/^Keep/)
  expect.soft(await barriers(window), 'Keep').toEqual([])
  await window.keyboard.press('Escape')
  await open(/^Erase/)
  await typedName.fill('Mira Okafor')
  expect.soft(await barriers(window), 'Erase').toEqual([])
  await window.keyboard.press('Escape')
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Privacy' }).click()
  await window.getByRole('switch', { name: 'Erase former members, alumni or archived' }).click()
  await expect(window.getByText('1 due')).toBeVisible()
  expect.soft(await barriers(window), 'Settings').toEqual([])
  await window.getByRole('button', { name: 'Look at 1 former member' }).click()
  await dialog.getByRole('textbox', { name: /type how many/ }).fill('1')
  expect.soft(await barriers(window), 'Past the time').toEqual([])
  await window.keyboard.press('Escape')
  await goTo(window, 'Reports')
  await expect(window.locator('iframe')).toBeVisible()
  expect.soft(await barriers(window), 'Reports').toEqual([])
  await goTo(window, 'Today')
  await expect(window.getByText('1 member is past the retention period')).toBeVisible()
  expect.soft(await barriers(window), 'Today').toEqual([])
})
