import { systemKey } from '../../pages/keys'
import { membersScreen } from '../../pages/members'
import { sessionEditor } from '../../pages/sessionEditor'
import { sessionsScreen } from '../../pages/sessions'
import { goTo, title } from '../../pages/shell'
import { expect } from '../launch'
import type { State } from './state'

/** What one does every day: Today, members, sessions, activity, reports. */
export const daily: readonly State[] = [
  ['Today', (_coppice, window) => goTo(window, 'Today')],
  [
    'Members with a profile',
    async (_coppice, window) => {
      await goTo(window, 'Members')
      const { rows, profile } = membersScreen(window)
      await rows.nth(3).click()
      await expect(profile.getByRole('listitem').first()).toBeVisible()
    },
  ],
  [
    'Members, some selected',
    async (_coppice, window) => {
      const { rows, selection } = membersScreen(window)
      await rows.nth(1).click({ modifiers: ['Control'] })
      await expect(selection).toBeVisible()
    },
  ],
  [
    'A filter of members',
    async (_coppice, window) => {
      await membersScreen(window).filter('Department').click()
      await expect(window.getByRole('group', { name: 'Department' })).toBeVisible()
    },
  ],
  [
    'Columns of members',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: 'Columns' }).click()
      await expect(window.getByRole('menuitemcheckbox').first()).toBeVisible()
    },
  ],
  [
    'Saved views',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: 'Saved views' }).click()
      await expect(window.getByRole('button', { name: 'Archived members' })).toBeVisible()
    },
  ],
  [
    'New member',
    async (coppice, window) => {
      await window.keyboard.press('Escape')
      await systemKey(coppice, 'N', 'control', 'shift')
      await expect(window.getByRole('dialog')).toBeVisible()
      await window.getByLabel('E-mail').fill('nobody')
      await window.getByRole('textbox', { name: 'Name' }).fill('Nobody')
      await window.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(window.getByText('This does not look like an e-mail address.')).toBeVisible()
    },
  ],
  [
    'Sessions with one to read',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Sessions')
      const { search, rows, hits, reader } = sessionsScreen(window)
      await search.fill('they')
      await expect(hits.first()).toBeVisible()
      await rows.nth(1).click()
      await expect(reader.getByRole('button', { name: /Edit|Write notes/ })).toBeVisible()
    },
  ],
  [
    'A session being written',
    async (_coppice, window) => {
      const { reader } = sessionsScreen(window)
      await reader.getByRole('button', { name: /Edit|Write notes/ }).click()
      await expect(sessionEditor(window).notes).toBeVisible()
    },
  ],
  [
    'A new session with what was agreed',
    async (coppice, window) => {
      await systemKey(coppice, 'N', 'control')
      await expect(title(window)).toHaveText('New session')
      await sessionEditor(window).addAction.click()
      await window.keyboard.type('Somebody does something')
      await sessionEditor(window).who.click()
      await window.keyboard.type('an')
      await expect(window.locator('[data-combobox-selected]')).toBeVisible()
    },
  ],
  [
    'A date being chosen',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await window.getByRole('textbox', { name: 'Date', exact: true }).click()
      await expect(window.getByRole('table')).toBeVisible()
    },
  ],
  [
    'Activity',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Activity')
      await expect(window.getByRole('figure')).toHaveCount(8)
      await expect(window.getByText('Counting…')).toHaveCount(0)
    },
  ],
  [
    'Activity as tables',
    async (_coppice, window) => {
      const buttons = window.getByRole('button', { name: 'Show as table' })
      for (let left = await buttons.count(); left > 0; left--) await buttons.first().click()
      await expect(window.getByRole('table')).toHaveCount(8)
    },
  ],
  [
    'Reports',
    async (_coppice, window) => {
      await goTo(window, 'Reports')
      await expect(window.locator('iframe')).toBeVisible()
    },
  ],
]
