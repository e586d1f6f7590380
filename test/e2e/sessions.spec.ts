import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemKey } from './pages/keys'
import { addMember, addSession, localToday } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { sessionsScreen } from './pages/sessions'
import { goTo, navigation, notice, startEmpty, title } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

/** Three sessions of Noor and Kim: about a checklist, about C++ and money, and one without notes. */
async function withSessions(coppice: Coppice, folder: string): Promise<Page> {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Notes'))
  const noor = await addMember(window, { name: 'Noor Haddad', role: 'mentor' })
  const kim = await addMember(window, { name: 'Kim Park', role: 'mentee' })
  const attendeeIds = [noor, kim]
  await addSession(window, {
    attendeeIds,
    heldOn: localToday(-14),
    title: 'Handover',
    notes: 'They agreed on **one checklist** for the night shift, "short and dull".',
    minutes: 45,
    medium: 'phone',
    actionItems: [
      { id: null, text: 'Print the checklist', ownerId: kim, dueOn: localToday(-2), doneOn: null },
      { id: null, text: 'Ask about beds', ownerId: noor, dueOn: null, doneOn: null },
    ],
  })
  await addSession(window, {
    attendeeIds,
    heldOn: localToday(-7),
    title: 'Languages',
    notes: 'Whether C++ pays better than night-shift work: 50% more, she says.',
  })
  await addSession(window, { attendeeIds, heldOn: localToday(-1) })
  await goTo(window, 'Sessions')
  await expect(sessionsScreen(window).found).toHaveText('3 sessions')
  return window
}

test('a session is read, edited, and put back with one undo', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { row, reader } = sessionsScreen(window)
  const editor = sessionEditor(window)
  await row('Handover').click()
  await expect(reader.getByRole('heading', { name: 'Handover' })).toBeVisible()
  await expect(reader).toContainText('45 min · phone')
  await expect(reader.locator('strong')).toHaveText('one checklist')
  await reader.getByRole('button', { name: 'Edit' }).click()
  await expect(title(window)).toHaveText('Edit session')
  await expect(editor.title).toHaveValue('Handover')
  await expect(editor.notes).toBeFocused()
  await window.keyboard.press('Control+End')
  await window.keyboard.type(' Kim prints it.')
  await editor.minutes.fill('50')
  await editor.save.click()
  await expect(reader).toContainText('Kim prints it.')
  await expect(reader).toContainText('50 min')
  await expect(row('Handover')).toContainText('50 min')

  await systemKey(coppice, 'Z', 'control')
  await expect(notice(window, /^Undone/)).toBeVisible()
  await expect(reader).toContainText('45 min')
  await expect(reader).not.toContainText('Kim prints it.')
})

test('a deleted session comes back whole', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { row, rows, reader } = sessionsScreen(window)
  await row('Handover').click()
  await reader.getByRole('button', { name: 'Delete' }).click()
  await expect(notice(window, /^Deleted: session with/)).toBeVisible()
  await expect(reader).toHaveCount(0)
  await expect(rows).toHaveCount(2)
  await expect(navigation(window).getByRole('button', { name: /^Sessions/ })).toContainText('2')
  await systemKey(coppice, 'Z', 'control')
  await expect(rows).toHaveCount(3)
  await row('Handover').click()
  await expect(reader.getByRole('checkbox', { name: /^Print the checklist Kim Park/ })).not.toBeChecked()
})

test('an action item is done where it is read, and Today forgets it', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { row, reader } = sessionsScreen(window)
  await goTo(window, 'Today')
  const overdue = window.getByRole('listitem').filter({ hasText: 'Print the checklist' })
  await expect(overdue).toContainText('2 days late')
  await goTo(window, 'Sessions')
  await expect(row('Handover')).toContainText('2 open')
  await row('Handover').click()
  await reader.getByRole('checkbox', { name: /^Print the checklist/ }).click()
  await expect(reader).toContainText(/Kim Park, done/)
  await expect(row('Handover')).toContainText('1 open')
  await goTo(window, 'Today')
  await expect(window.getByText('Notes to write')).toBeVisible()
  await expect(overdue).toHaveCount(0)
  await systemKey(coppice, 'Z', 'control')
  await expect(overdue).toHaveCount(1)
  await overdue.getByRole('button', { name: 'Done: Print the checklist' }).click()
  await expect(overdue).toHaveCount(0)
})

test('whatever is typed into the search is searched for, signs and all', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { search, rows, hits, found } = sessionsScreen(window)
  await search.fill('check')
  await expect(rows).toHaveText([/Handover/])
  await expect(hits.first()).toHaveText(/^check/i)
  await search.fill('night shift')
  await expect(rows).toHaveCount(2)
  for (const [typed, titles] of [
    ['"short', [/Handover/]],
    ['check*', [/Handover/]],
    ['-checklist', [/Handover/]],
    ['night-shift', [/Languages/, /Handover/]],
    ['C++ pays', [/Languages/]],
    ['50%', [/Languages/]],
    ['title:handover', []],
    ['checklist OR beds', []],
    ['NEAR(night shift)', []],
    ['(', [/./, /Languages/, /Handover/]],
    ['"', [/./, /Languages/, /Handover/]],
    ["'; DROP TABLE sessions; --", []],
  ] as const) {
    await search.fill(typed)
    if (titles.length === 0) {
      await expect(window.getByRole('heading', { name: 'Nothing found' }), typed).toBeVisible()
    } else {
      await expect(rows, typed).toHaveText([...titles])
    }
    await expect(window.getByRole('alert'), typed).toHaveCount(0)
  }
  await window.getByRole('button', { name: 'Clear the search' }).last().click()
  await expect(found).toHaveText('3 sessions')
  await expect(search).toHaveValue('')
})

test('filters by medium, and by what is still to be written', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { filter, rows, found } = sessionsScreen(window)
  await filter('Medium').click()
  await window.getByRole('checkbox', { name: 'phone' }).check()
  await window.keyboard.press('Escape')
  await expect(rows).toHaveText([/Handover/])
  await expect(found).toHaveText('1 session')
  await filter('Medium').click()
  await window.getByRole('checkbox', { name: 'phone' }).uncheck()
  await window.keyboard.press('Escape')
  await filter('Without notes').click()
  await expect(rows).toHaveText([/No notes yet/])
})

test('the list by keyboard: open, next, close', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { search, active, reader } = sessionsScreen(window)
  await window.keyboard.press('/')
  await expect(search).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await expect(active).toContainText('Languages')
  await window.keyboard.press('Enter')
  await expect(reader.getByRole('heading', { name: 'Languages' })).toBeVisible()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(reader.getByRole('heading', { name: 'Handover' })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(reader).toHaveCount(0)
  await window.keyboard.press('ArrowUp')
  await expect(active).toContainText('Languages')
})

test('a session that lacks what it needs says so at the field', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const editor = sessionEditor(window)
  await systemKey(coppice, 'N', 'control')
  await editor.notes.click()
  await window.keyboard.type('Somebody met.')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('Say who met: at least one attendee.')).toBeVisible()
  await editor.who.click()
  await window.keyboard.type('noor')
  await window.getByRole('option', { name: 'Noor Haddad' }).click()
  await window.keyboard.press('Control+Enter')
  await expect(notice(window, 'The session is saved.')).toBeVisible()
})

test('fast fingers get whom they typed, and Enter alone saves nothing', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const editor = sessionEditor(window)
  const who = window.getByRole('complementary', { name: 'Facts' })
  await systemKey(coppice, 'N', 'control')
  await expect(editor.who).toBeFocused()
  // Not a moment between the letters and Enter: the answer to the last letter is still on its way.
  await window.keyboard.type('kim')
  await window.keyboard.press('Enter')
  await expect(who.getByText('Kim Park')).toBeVisible()
  await expect(editor.who).toHaveValue('')
  await window.keyboard.type('noo')
  await window.keyboard.press('Enter')
  await expect(who.getByText('Noor Haddad')).toBeVisible()
  await window.keyboard.type('nobody of that name')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Nobody of that name')).toBeVisible()
  await editor.title.fill('Not yet')
  await window.keyboard.press('Enter')
  await expect(title(window)).toHaveText('New session')
  await window.keyboard.press('Control+Enter')
  await expect(notice(window, 'The session is saved.')).toBeVisible()
  const { row } = sessionsScreen(window)
  await expect(row('Not yet')).toContainText('Noor Haddad, Kim Park')
})

test('a new session begins empty, even from the middle of another', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const { row, reader } = sessionsScreen(window)
  const editor = sessionEditor(window)
  await row('Handover').click()
  await reader.getByRole('button', { name: 'Edit' }).click()
  await expect(editor.notes).toContainText('one checklist')
  await systemKey(coppice, 'N', 'control')
  await expect(title(window)).toHaveText('New session')
  await expect(editor.notes).not.toContainText('one checklist')
  await expect(editor.title).toHaveValue('')
  await expect(editor.action(1)).toHaveCount(0)
  await expect(editor.who).toBeFocused()
})

test('Ctrl+Z in the notes takes back words, and no session', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const editor = sessionEditor(window)
  await systemKey(coppice, 'N', 'control')
  await editor.notes.click()
  await window.keyboard.type('One thought.')
  await systemKey(coppice, 'Z', 'control')
  await expect(editor.notes).not.toContainText('One thought.')
  await systemKey(coppice, 'Y', 'control')
  await expect(editor.notes).toContainText('One thought.')
  await expect(navigation(window).getByRole('button', { name: /^Sessions/ })).toContainText('3')
  await expect(notice(window, 'Undone')).toHaveCount(0)
})

test('an empty file says on every screen what to do first', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Empty'))
  await expect(window.getByRole('main').getByRole('button', { name: 'Import a file' })).toBeVisible()
  for (const [screen, heading, way] of [
    ['Members', 'Nobody here yet', 'Import a file'],
    ['Sessions', 'No session yet', 'New session'],
    ['Activity', 'Nothing has happened yet', 'New session'],
    ['Reports', 'No session to report', 'Export…'],
  ] as const) {
    await goTo(window, screen)
    await expect(window.getByRole('heading', { name: heading })).toBeVisible()
    await expect(window.getByRole('main').getByRole('button', { name: way }).last()).toBeVisible()
  }
  await expect(window.getByRole('button', { name: 'Export…' })).toBeDisabled()
})
