import type { Locator, Page } from '@playwright/test'

/** The directory of members. */
export function membersScreen(window: Page) {
  const main = window.getByRole('main')
  const table = window.getByRole('grid', { name: 'Members' })
  return {
    search: window.getByRole('searchbox', { name: 'Search names, skills, places' }),
    table,
    /** How many fit the filters, in words. */
    found: main.getByRole('status').filter({ hasText: /members?$/ }),
    /** The rows of records that are in view, without the head. */
    rows: table.locator('[data-index]'),
    row: (name: string): Locator => table.locator('[data-index]').filter({ hasText: name }),
    /** The row that the keyboard is on. */
    active: table.locator('[data-index][data-active=true]'),
    head: (label: string): Locator => table.getByRole('columnheader', { name: label }),
    filter: (label: string): Locator =>
      main.locator('[class*=chip]').filter({ hasText: new RegExp(`^${label}\\b`) }),
    profile: window.getByRole('complementary', { name: 'Profile' }),
    dialog: window.getByRole('dialog'),
    selection: window.getByRole('toolbar', { name: 'Selected members' }),
  }
}
