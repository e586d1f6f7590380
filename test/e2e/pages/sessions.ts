import type { Locator, Page } from '@playwright/test'

/** The list of sessions, and the one that is read. */
export function sessionsScreen(window: Page) {
  const main = window.getByRole('main')
  const table = window.getByRole('grid', { name: 'Sessions' })
  return {
    search: window.getByRole('searchbox', { name: 'Search all notes' }),
    table,
    found: main.getByRole('status').filter({ hasText: /sessions?$/ }),
    rows: table.locator('[data-index]'),
    row: (text: string): Locator => table.locator('[data-index]').filter({ hasText: text }),
    active: table.locator('[data-index][data-active=true]'),
    hits: table.locator('mark'),
    filter: (label: string): Locator =>
      main.locator('[class*=chip]').filter({ hasText: new RegExp(`^${label}`) }),
    reader: window.getByRole('complementary', { name: 'Session' }),
  }
}
