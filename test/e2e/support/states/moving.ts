import { chooseFile, fixture, forecast, runImport } from '../../pages/importing'
import { systemKey } from '../../pages/keys'
import { expect } from '../launch'
import type { State } from './state'

/** Bringing records in, and finding one’s way by keyboard. */
export const moving: readonly State[] = [
  [
    'Import, before a file',
    async (coppice, window) => {
      await systemKey(coppice, 'I', 'control')
      await expect(window.getByRole('button', { name: 'Choose a file…' })).toBeVisible()
    },
  ],
  [
    'Import, before it is done',
    async (coppice, window) => {
      await chooseFile(coppice, fixture('hr-people.csv'))
      await expect(forecast(window)).toContainText('not taken')
    },
  ],
  ['Import, done', (_coppice, window) => runImport(window)],
  [
    'Find or do',
    async (coppice, window) => {
      await systemKey(coppice, 'K', 'control')
      await window.getByRole('textbox', { name: 'Find or do' }).fill('an')
      await expect(window.getByRole('dialog').getByRole('button', { name: 'Go to Today' })).toBeHidden()
      await expect(window.getByRole('dialog').getByRole('button', { name: 'Import a file' })).toBeHidden()
    },
  ],
  [
    'Keyboard shortcuts',
    async (coppice, window) => {
      await window.keyboard.press('Escape')
      await systemKey(coppice, '/', 'control')
      await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  ],
]
