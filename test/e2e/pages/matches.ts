import type { Locator, Page } from '@playwright/test'

/** The story of one match. */
export function matchArticle(window: Page, people: string): Locator {
  return window.getByRole('article', { name: people })
}

/** The list of Today under a heading. */
export function todayList(window: Page, heading: string): Locator {
  return window
    .getByRole('main')
    .locator('section')
    .filter({ has: window.getByRole('heading', { name: new RegExp(`^${heading}`) }) })
}
