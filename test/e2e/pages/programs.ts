import { expect, type Locator, type Page } from '@playwright/test'

/** The programs, and one of them with its parts. */

export async function openTab(window: Page, name: string): Promise<void> {
  const tab = window.getByRole('navigation', { name: 'Program' }).getByRole('button', { name, exact: true })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
}

/** One step of the board: its heading with the number, and its cards. */
export function boardStep(window: Page, step: string) {
  const cards = window.getByRole('listbox', { name: step, exact: true })
  return {
    cards,
    heading: window.getByRole('main').getByRole('heading', { name: new RegExp(`^${step}\\b`) }),
    card: (name: string): Locator => cards.getByRole('option').filter({ hasText: name }),
  }
}

/** The funnel, row by row: how many came to a step. */
export function funnelRow(window: Page, step: string): Locator {
  return window
    .getByRole('region', { name: 'How far they come' })
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader', { name: step, exact: true }) })
}

export function enrolmentPane(window: Page): Locator {
  return window.getByRole('complementary', { name: 'Enrolment' })
}
