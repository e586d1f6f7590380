import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { planImport } from '@main/importing/plan'
import { parse } from 'csv-parse/sync'
import { checkout } from '../../scripts/support/paths.mjs'
import { askAtOnce, pressAtOnce } from './pages/atOnce'
import { editMenu, historyScreen, openHistory, recordHistory } from './pages/history'
import { systemKey } from './pages/keys'
import { membersScreen } from './pages/members'
import { addMember, addSession, call, localToday } from './pages/records'
import { sessionsScreen } from './pages/sessions'
import { goTo, navigation, notice, notices, startEmpty, title } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

/** What was done can be taken back, told, and brought back. */

async function withSessions(coppice: Coppice, folder: string) {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'History'))
  const noor = await addMember(window, { name: 'Noor Haddad', location: 'Porto' })
  const kim = await addMember(window, { name: 'Kim Park' })
  await addSession(window, {
    attendeeIds: [noor, kim],
    title: 'Handover',
    notes: 'They agreed on one checklist.',
    topics: ['Shifts'],
    actionItems: [{ id: null, text: 'Print it', ownerId: kim, dueOn: null, doneOn: null }],
  })
  await addSession(window, { attendeeIds: [noor, kim], heldOn: localToday(-3), title: 'Languages' })
  return { window, noor, kim }
}

test('deleted by keyboard, restored, told in its history and in the file’s, and exported', async ({
  coppice,
  folder,
}) => {
  const { window } = await withSessions(coppice, folder)
  const sessions = sessionsScreen(window)
  const history = historyScreen(window)
  await goTo(window, 'Sessions')
  await window.keyboard.press('/')
  await window.keyboard.press('ArrowDown')
  await expect(sessions.active).toContainText('Handover')
  await window.keyboard.press('Delete')
  await expect(notice(window, 'Deleted: session with Noor Haddad, Kim Park')).toBeVisible()
  await expect(sessions.rows).toHaveText([/Languages/])
  // The keys go on where they were.
  await expect(sessions.active).toContainText('Languages')
  await expect(sessions.table).toBeFocused()

  await openHistory(coppice)
  await history.showTrash()
  await expect(history.trashed).toHaveText([/Session with Noor Haddad and Kim Park.*Handover · They agreed/])
  await history.trashed.first().click()
  await expect(history.deleted).toContainText('Comes back with 2 attendees, 1 topic, 1 action item.')
  await history.deleted.getByRole('button', { name: 'Restore' }).click()
  await expect(notice(window, 'Restored: Session with Noor Haddad and Kim Park')).toBeVisible()
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()

  await goTo(window, 'Sessions')
  await sessions.row('Handover').click()
  await expect(sessions.reader).toContainText('They agreed on one checklist.')
  await expect(sessions.reader.getByRole('checkbox', { name: /^Print it Kim Park/ })).toBeVisible()
  const lines = await recordHistory(sessions.reader)
  await expect(lines.filter({ hasText: 'Restored from the trash' })).toHaveCount(1)
  await expect(lines.filter({ hasText: /^Deleted/ })).toHaveCount(1)
  await expect(lines.filter({ hasText: /^Added.*Handover/ }).first()).toContainText('Noor Haddad')

  await openHistory(coppice)
  await history.filter('Area').click()
  await window.getByRole('checkbox', { name: 'Trash' }).check()
  await window.keyboard.press('Escape')
  await expect(history.changes).toHaveText([/Restored Session with Noor Haddad and Kim Park/])
  await history.search.fill('nothing like that')
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await history.search.fill('noor')
  await history.changes.first().click()
  await expect(history.details).toContainText('session added')
  await history.details.getByRole('button', { name: 'Open' }).click()
  await expect(sessions.reader.getByRole('heading', { name: 'Handover' })).toBeVisible()

  await openHistory(coppice)
  const path = join(folder, 'history.csv')
  await coppice.answerSaveDialog(path)
  await window.getByRole('button', { name: 'Export…' }).click()
  await expect(notice(window, '1 change saved as history.csv.')).toBeVisible()
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true })
  expect(new Set(rows.map(({ what }) => what))).toEqual(
    new Set(['Restored Session with Noor Haddad and Kim Park']),
  )
  expect(rows.find(({ field }) => field === 'Title')).toMatchObject({ before: '', after: 'Handover' })
})

test('the Edit menu says what would be undone, and is quiet where there is nothing', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Menu'))
  await expect
    .poll(() => editMenu(coppice))
    .toEqual({
      undo: { label: 'Undo', enabled: false },
      redo: { label: 'Redo', enabled: false },
    })
  await addMember(window, { name: 'Rock & Roll' })
  await expect
    .poll(async () => (await editMenu(coppice)).undo)
    .toEqual({ label: 'Undo: New member Rock && Roll', enabled: true })
  await systemKey(coppice, 'Z', 'control')
  await expect(notice(window, 'Undone: New member Rock & Roll')).toBeVisible()
  await expect
    .poll(() => editMenu(coppice))
    .toEqual({
      undo: { label: 'Undo', enabled: false },
      redo: { label: 'Redo: New member Rock && Roll', enabled: true },
    })
  // A text that is being typed has its own.
  await goTo(window, 'Sessions')
  await systemKey(coppice, 'N', 'control')
  await expect(title(window)).toHaveText('New session')
  await expect.poll(async () => (await editMenu(coppice)).redo).toEqual({ label: 'Redo', enabled: true })
  await goTo(window, 'Settings')
  await expect.poll(async () => (await editMenu(coppice)).redo.label).toBe('Redo: New member Rock && Roll')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(window.getByRole('button', { name: 'Start empty' })).toBeVisible()
  await expect.poll(async () => (await editMenu(coppice)).redo).toEqual({ label: 'Redo', enabled: false })
})

test('the notice of a deletion brings it back, also after something else was done', async ({
  coppice,
  folder,
}) => {
  const { window } = await withSessions(coppice, folder)
  const sessions = sessionsScreen(window)
  await goTo(window, 'Sessions')
  await sessions.row('Languages').click()
  await sessions.reader.getByRole('button', { name: 'Delete' }).click()
  await expect(sessions.reader).toHaveCount(0)
  await notice(window, 'Deleted: session').getByRole('button', { name: 'Undo' }).click()
  await expect(notice(window, /^Undone: Deleted session/)).toBeVisible()
  // The next one has the same words.
  await expect(notice(window, 'Deleted: session')).toHaveCount(0)
  await expect(sessions.rows).toHaveCount(2)
  expect((await call(window, 'history.state', {})).redo?.summary).toContain('Deleted session')

  await sessions.row('Languages').click()
  await sessions.reader.getByRole('button', { name: 'Delete' }).click()
  await expect(sessions.rows).toHaveCount(1)
  await call(window, 'program.rename', { name: 'Renamed meanwhile' })
  await notice(window, 'Deleted: session').getByRole('button', { name: 'Undo' }).click()
  await expect(notice(window, /^Restored: Session with/)).toBeVisible()
  await expect(sessions.rows).toHaveCount(2)
  await expect(navigation(window)).toContainText('Renamed meanwhile')
})

test('a member who is part of something is archived instead; one added by mistake goes, and comes back', async ({
  coppice,
  folder,
}) => {
  const { window } = await withSessions(coppice, folder)
  await addMember(window, { name: 'Jon Typo', skillsOffered: ['Typing'] })
  const members = membersScreen(window)
  await goTo(window, 'Members')
  await members.row('Haddad').click()
  await window.keyboard.press('Delete')
  await expect(members.dialog).toContainText('Noor Haddad is part of 2 sessions')
  await members.dialog.getByRole('button', { name: 'Archive instead' }).click()
  await expect(notice(window, '1 member archived.')).toBeVisible()
  await expect(members.rows).toHaveCount(2)

  await members.row('Typo').click()
  await expect(members.profile.getByRole('heading', { name: 'Jon Typo' })).toBeVisible()
  await window.keyboard.press('Delete')
  await expect(members.profile).toHaveCount(0)
  await expect(members.rows).toHaveText([/Park/])
  await notice(window, 'Deleted: Jon Typo.').getByRole('button', { name: 'Undo' }).click()
  await expect(members.rows).toHaveCount(2)
  await members.row('Typo').click()
  await expect(members.profile).toContainText('Typing')
  const lines = await recordHistory(members.profile)
  await expect(lines.first()).toContainText('Undone: Deleted Jon Typo')
})

test('what is deleted for good is gone, and undo stops there', async ({ coppice, folder }) => {
  const { window } = await withSessions(coppice, folder)
  const sessions = sessionsScreen(window)
  const history = historyScreen(window)
  await goTo(window, 'Sessions')
  for (const name of ['Handover', 'Languages']) {
    await sessions.row(name).click()
    await window.keyboard.press('Delete')
    await expect(sessions.row(name)).toHaveCount(0)
  }
  await openHistory(coppice)
  await history.showTrash()
  await expect(history.trashed).toHaveCount(2)
  await history.trash.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Delete')
  const dialog = window.getByRole('dialog', { name: 'Delete for good?' })
  await expect(dialog).toContainText('Undo stops here')
  // Enter alone does not do it.
  await window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(history.trashed).toHaveCount(2)
  await window.keyboard.press('Delete')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(notice(window, 'Deleted for good: 1 thing.')).toBeVisible()
  await expect(history.trashed).toHaveText([/Handover/])
  await expect.poll(async () => (await editMenu(coppice)).undo).toEqual({ label: 'Undo', enabled: false })

  await history.showChanges()
  await expect(history.changes.first()).toContainText('Deleted for good: 1 session')
  await expect(history.change('Languages')).toHaveCount(0)
  await history.changes.first().click()
  await expect(history.details).toContainText('This is final')
  await history.showTrash()
  await window.getByRole('button', { name: 'Empty the trash…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
})

test('the undo of a large import says how far it is, holds up nothing, and can be stopped', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000)
  const file = join(folder, 'Large.coppice')
  const count = 60_000
  await importPeople(file, join(folder, 'people.csv'), count)
  const coppice = await launch({ words: [file] })
  const { window } = coppice
  await goTo(window, 'Members')
  const members = membersScreen(window)
  await expect(members.found).toHaveText(`${count.toLocaleString('en')} members`)
  const undoing = {
    shown: /^Undoing: Import of 60,000 members from people\.csv \(\d+ %\)/,
    within: notices,
  }
  const stopped = pressAtOnce(window, undoing, 'Stop')
  await systemKey(coppice, 'Z', 'control')
  await stopped
  await expect(notice(window, 'Cancelled. Nothing was changed.')).toBeVisible()
  await expect(notice(window, /^Undoing/)).toHaveCount(0)
  await expect(members.found).toHaveText(`${count.toLocaleString('en')} members`)
  await expect.poll(async () => (await editMenu(coppice)).undo.label).toContain('Undo: Import of 60,000')
  // Meanwhile the file can be read.
  const read = askAtOnce(window, undoing, 'members.find', { query: 'Person 59999', limit: 2 })
  await systemKey(coppice, 'Z', 'control')
  expect(await read).toEqual({ answer: expect.stringContaining('Person 59999'), still: true })
  await expect(notice(window, 'Undone: Import of 60,000 members from people.csv')).toBeVisible({
    timeout: 90_000,
  })
  await expect(window.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible()
})

/** A program file into which somebody has imported many people. */
async function importPeople(file: string, csv: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => `Person ${n},p${n}@x.example,Porto`)
  writeFileSync(csv, `Name,Email,Location\n${rows.join('\n')}\n`)
  const client = await DatabaseClient.open({
    file,
    mode: 'create',
    workerPath: join(checkout, 'out', 'main', 'worker.js'),
  })
  try {
    await client.ask('program.begin', { name: 'Large', timeZone: 'UTC' })
    const found = await client.ask('imports.inspect', {
      file: csv,
      kind: 'members',
      encoding: null,
      delimiter: null,
      headerLine: null,
      mapping: null,
    })
    await client.ask('imports.run', {
      file: csv,
      plan: planImport(found, {}),
      onDuplicate: 'merge',
      decisions: [],
      addUnknown: true,
      today: localToday(),
    })
  } finally {
    await client.close()
  }
}
