import { historyScreen, openHistory, recordHistory } from '../../pages/history'
import { membersScreen } from '../../pages/members'
import { call } from '../../pages/records'
import { goTo, navigation } from '../../pages/shell'
import { expect } from '../launch'
import type { State } from './state'

/** What concerns the file as a whole: its history, the trash, settings, a passphrase. */
export const file: readonly State[] = [
  [
    'History',
    async (coppice, window) => {
      const [member] = await call(window, 'members.find', { query: '', limit: 1 })
      const { id } = member ?? { id: 0 }
      await call(window, 'members.archive', { ids: [id], archived: true })
      await call(window, 'history.undo', {})
      const filter = {
        query: '',
        memberId: null,
        matchId: null,
        topicIds: [],
        media: [],
        confidentialities: [],
        from: null,
        to: null,
        withoutNotes: false,
      }
      const { rows } = await call(window, 'sessions.list', { filter, page: { offset: 0, limit: 1 } })
      await call(window, 'sessions.remove', { id: rows[0]?.id ?? 0 })
      await openHistory(coppice)
      await historyScreen(window).changes.first().click()
      await expect(historyScreen(window).details).toContainText('session deleted')
    },
  ],
  [
    'Trash',
    async (_coppice, window) => {
      await historyScreen(window).showTrash()
      await historyScreen(window).trashed.first().click()
      await expect(historyScreen(window).deleted).toBeVisible()
    },
  ],
  [
    'Deleting for good',
    async (_coppice, window) => {
      await historyScreen(window).deleted.getByRole('button', { name: 'Delete for good…' }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'History of a record',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Members')
      await membersScreen(window).rows.first().click()
      await recordHistory(membersScreen(window).profile)
      await window.keyboard.press('Escape')
    },
  ],
  ['Settings', (_coppice, window) => goTo(window, 'Settings')],
  [
    'Settings, encryption',
    async (_coppice, window) => {
      await window.getByRole('button', { name: 'Encryption' }).click()
      await expect(window.getByRole('button', { name: 'Encrypt this file…' })).toBeVisible()
    },
  ],
  [
    'Encrypting',
    async (_coppice, window) => {
      await window.getByRole('button', { name: 'Encrypt this file…' }).click()
      await window.getByLabel('New passphrase').fill('maple ferry candle orbit')
      await window.getByLabel('The same once more').fill('maple ferry candle orbit')
      await window.getByRole('button', { name: 'Next' }).click()
      await expect(window.getByRole('group', { name: 'Recovery key' })).toBeVisible()
    },
  ],
  [
    'Encrypted',
    async (_coppice, window) => {
      const key = await window.getByRole('group', { name: 'Recovery key' }).textContent()
      await window.getByRole('button', { name: 'I have it on paper' }).click()
      await window.getByRole('textbox', { name: 'Recovery key' }).fill(key ?? '')
      await window.getByRole('button', { name: 'Encrypt', exact: true }).click()
      await expect(window.getByRole('button', { name: 'Try your recovery key…' })).toBeVisible()
    },
  ],
  [
    'Locked',
    async (_coppice, window) => {
      await navigation(window).getByRole('button', { name: 'Lock' }).click()
      await expect(window.getByLabel('Passphrase')).toBeVisible()
    },
  ],
  [
    'Unlocked',
    async (_coppice, window) => {
      await window.getByLabel('Passphrase').fill('maple ferry candle orbit')
      await window.getByRole('button', { name: 'Unlock' }).click()
      await expect(navigation(window)).toBeVisible()
    },
  ],
]
