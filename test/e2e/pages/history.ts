import { expect, type Locator, type Page } from '@playwright/test'
import type { Coppice } from '../support/launch'
import { title } from './shell'

/** What was done in the file, and the trash. */
export function historyScreen(window: Page) {
  const table = (name: string) => window.getByRole('grid', { name })
  return {
    search: window.getByRole('searchbox', { name: 'Search what was done' }),
    changes: table('Changes').locator('[data-index]'),
    change: (text: string | RegExp): Locator =>
      table('Changes').locator('[data-index]').filter({ hasText: text }),
    details: window.getByRole('complementary', { name: 'Details' }),
    trash: table('Trash'),
    trashed: table('Trash').locator('[data-index]'),
    deleted: window.getByRole('complementary', { name: 'Deleted' }),
    filter: (label: string): Locator =>
      window
        .getByRole('main')
        .locator('[class*=chip]')
        .filter({ hasText: new RegExp(`^${label}`) }),
    async showTrash(): Promise<void> {
      await window.getByText(/^Trash \(\d+\)$/).click()
      await expect(title(window)).toHaveText('Trash')
    },
    async showChanges(): Promise<void> {
      await window.getByText('Changes', { exact: true }).click()
      await expect(title(window)).toHaveText('History')
    },
  }
}

interface MenuItem {
  label: string
  enabled: boolean
}

/** Undo and redo as the Edit menu of the system has them. */
export async function editMenu({ app }: Coppice): Promise<{ undo: MenuItem; redo: MenuItem }> {
  return app.evaluate(({ Menu }) => {
    const item = (id: string) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(id)
      return { label: found?.label ?? '', enabled: found?.enabled ?? false }
    }
    return { undo: item('undo'), redo: item('redo') }
  })
}

/** Opens the history by the menu. */
export async function openHistory({ app, window }: Coppice): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const edit = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? [])
    edit?.find(({ label }) => label === 'History and trash…')?.click()
  })
  await expect(title(window)).toHaveText('History')
}

/** The quiet section in a profile or session; opens it. */
export async function recordHistory(pane: Locator): Promise<Locator> {
  const section = pane.getByRole('region', { name: 'History' })
  await section.getByRole('button', { name: 'History' }).click()
  return section.getByRole('listitem')
}
