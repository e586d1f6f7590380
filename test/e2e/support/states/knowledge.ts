import { goTo } from '../../pages/shell'
import { expect } from '../launch'
import type { State } from './state'

/** The knowledge base, from the list to a piece of it and what was made of it. */
export const knowledge: readonly State[] = [
  [
    'Knowledge',
    async (_coppice, window) => {
      await goTo(window, 'Knowledge')
      await expect(window.getByRole('grid', { name: 'Knowledge' })).toBeVisible()
    },
  ],
  [
    'Who teaches whom',
    async (_coppice, window) => {
      await window.getByRole('button', { name: 'Who teaches whom' }).click()
      await expect(window.getByRole('heading', { name: 'What came of it' })).toBeVisible()
    },
  ],
  [
    'Coverage',
    async (_coppice, window) => {
      await goTo(window, 'Knowledge')
      await window.getByRole('button', { name: 'Coverage', exact: true }).click()
      await expect(window.getByRole('heading', { name: /^Covered/ })).toBeVisible()
    },
  ],
  [
    'A piece of knowledge',
    async (_coppice, window) => {
      await goTo(window, 'Knowledge')
      await window.getByRole('row').filter({ hasText: 'Show the crew their chart' }).first().click()
      await expect(window.getByRole('heading', { name: 'Who used it' })).toBeVisible()
    },
  ],
  [
    'Writing knowledge',
    async (_coppice, window) => {
      await window.locator('main header').getByRole('button', { name: 'Edit', exact: true }).click()
      await expect(window.getByRole('toolbar', { name: 'Formatting' })).toBeVisible()
    },
  ],
]
