import type { Locator, Page } from '@playwright/test'

/** One chart of the activity, by the beginning of its title. */
export function chart(window: Page, title: string) {
  const figure = window.getByRole('figure', { name: new RegExp(`^${title}`) })
  const tool = (name: string): Locator => figure.getByRole('button', { name })
  const table = figure.getByRole('table')
  return {
    figure,
    table,
    rows: table.locator('tbody tr'),
    tool,
    async showTable(): Promise<void> {
      await tool('Show as table').click()
    },
    /** The numbers of a column of the table, counted from 0 after the first. */
    async column(place: number): Promise<number[]> {
      const cells = await table.locator(`tbody td:nth-child(${place + 2})`).allTextContents()
      return cells.map((text) => Number(text.replace(/\D/g, '')))
    },
  }
}
