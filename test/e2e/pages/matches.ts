import { expect, type Locator, type Page } from '@playwright/test'

/** The story of one match. */
export function matchArticle(window: Page, people: string): Locator {
  return window.getByRole('article', { name: people })
}

/** Opens a match from the list of its program. */
export async function openMatch(window: Page, people: string): Promise<Locator> {
  await window.getByRole('grid', { name: 'Matches' }).getByText(people).click()
  const article = matchArticle(window, people)
  await expect(article).toBeVisible()
  return article
}

/** A line of Today with a heading. */
export function todayList(window: Page, heading: string): Locator {
  return window
    .getByRole('main')
    .locator('section')
    .filter({ has: window.getByRole('heading', { name: new RegExp(`^${heading}`) }) })
}
