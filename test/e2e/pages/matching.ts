import type { Page } from '@playwright/test'

/** The matching of a program: what is proposed, and why. */
export function matchingTab(window: Page) {
  const pane = window.getByRole('complementary', { name: 'Why' })
  return {
    reading: window.getByRole('region', { name: 'Proposal' }).getByRole('status').first(),
    lines: window.getByRole('grid', { name: 'Proposal' }).locator('[data-index]'),
    /** The line in which somebody is named. */
    line: (name: string) =>
      window.getByRole('grid', { name: 'Proposal' }).locator('[data-index]').filter({ hasText: name }),
    pane,
    reasons: pane.getByRole('list', { name: 'Reasons' }).getByRole('listitem'),
    action: (name: string) => pane.getByRole('button', { name, exact: true }),
  }
}
