import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addMember, addSession, call } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { goTo, notice, startEmpty, title } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

const restored = 'This is the draft that was not saved last time.'

/** Ends the app as a power cut would. */
async function kill({ app }: Coppice): Promise<void> {
  const main = app.process()
  const ended = once(main, 'exit')
  main.kill('SIGKILL')
  await ended
}

/** What the program file holds of a session that is being written; '' when nothing is kept. */
async function kept(window: Page, key = 'session:new'): Promise<string> {
  return (await call(window, 'drafts.get', { key }))?.body ?? ''
}

async function startSession(window: Page): Promise<void> {
  await goTo(window, 'Sessions')
  await window.getByRole('button', { name: 'New session' }).first().click()
  await expect(title(window)).toHaveText('New session')
}

test('a crash while writing loses the last moment at most', async ({ launch, folder }) => {
  const first = await launch()
  await startEmpty(first, join(folder, 'Crash'))
  await addMember(first.window, { name: 'Noor Haddad' })
  await startSession(first.window)
  const editor = sessionEditor(first.window)
  await editor.who.pressSequentially('noor')
  await first.window.getByRole('option', { name: 'Noor Haddad' }).click()
  await editor.notes.click()
  const words = 'She wants to speak at the spring meeting, and asks who could read her first draft'
  await first.window.keyboard.type(words, { delay: 15 })
  // A second of rest is what a person may count on; whatever was typed after it may be lost.
  await first.window.waitForTimeout(1000)
  await first.window.keyboard.type(', perhaps')
  await kill(first)

  const { window } = await launch()
  await startSession(window)
  await expect(window.getByText(restored)).toBeVisible()
  await expect(sessionEditor(window).notes).toContainText(words)
  await expect(window.getByText('Noor Haddad')).toBeVisible()

  await window.keyboard.press('Control+Enter')
  await expect(notice(window, 'The session is saved.')).toBeVisible()
  await expect(window.getByRole('complementary', { name: 'Session' })).toContainText(words)
  expect(await kept(window)).toBe('')
  await startSession(window)
  await expect(window.getByText(restored)).toHaveCount(0)
  await expect(sessionEditor(window).notes).not.toContainText('spring meeting')
})

test('leaving the editor and coming back goes on where it was', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Back'))
  await startSession(window)
  const editor = sessionEditor(window)
  await editor.notes.click()
  await window.keyboard.type('Half a sentence')
  await goTo(window, 'Members')
  await startSession(window)
  await expect(window.getByText(restored)).toBeVisible()
  await expect(editor.notes).toContainText('Half a sentence')
})

test('discarding a draft forgets it, and starting over empties it', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Discard'))
  await startSession(window)
  const editor = sessionEditor(window)
  await editor.notes.click()
  await window.keyboard.type('Not worth keeping')
  await expect.poll(() => kept(window)).toContain('Not worth keeping')
  await editor.discard.click()
  await expect(title(window)).toHaveText('Sessions')
  expect(await kept(window)).toBe('')
  await startSession(window)
  await expect(editor.notes).not.toContainText('Not worth')
  await expect(window.getByText(restored)).toHaveCount(0)

  await editor.notes.click()
  await window.keyboard.type('Second thoughts')
  await goTo(window, 'Today')
  await startSession(window)
  await expect(editor.notes).toContainText('Second thoughts')
  await window.getByRole('button', { name: 'Start over' }).click()
  await expect(editor.notes).not.toContainText('Second thoughts')
  await expect.poll(() => kept(window)).toBe('')
})

test('what was changed in a saved session and not saved does not change it', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Edit'))
  const attendee = await addMember(window, { name: 'Noor Haddad' })
  const id = await addSession(window, { attendeeIds: [attendee], notes: 'First version.' })
  await goTo(window, 'Sessions')
  await window.getByText('First version.').click()
  const reader = window.getByRole('complementary', { name: 'Session' })
  await reader.getByRole('button', { name: 'Edit' }).click()
  const editor = sessionEditor(window)
  await editor.notes.click()
  await window.keyboard.press('Control+End')
  await window.keyboard.type(' And more.')
  await expect.poll(() => kept(window, `session:${id}`)).toContain('And more.')
  await editor.discard.click()
  await expect(reader).toContainText('First version.')
  await expect(reader).not.toContainText('And more.')
})
