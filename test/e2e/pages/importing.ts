import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { checkout } from '../../../scripts/support/paths.mjs'
import type { Coppice } from '../support/launch'

/** The screen that brings in a CSV. */

export function fixture(name: string): string {
  return join(checkout, 'test', 'fixtures', 'imports', name)
}

/** Chooses a file in the system's dialog; the import screen has to be open. */
export async function chooseFile(coppice: Coppice, file: string): Promise<void> {
  await coppice.answerOpenDialog(file)
  await coppice.window.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(coppice.window.getByRole('heading', { name: 'The columns' })).toBeVisible()
}

/** Where a column of the file goes. */
export function columnTarget(window: Page, column: string): Locator {
  return window.getByRole('combobox', { name: `${column} goes to`, exact: true })
}

/** The sentence that says what an import would do. */
export function forecast(window: Page): Locator {
  return section(window, 'What would happen').getByRole('status')
}

export function section(window: Page, heading: string): Locator {
  return window.locator('section').filter({ has: window.getByRole('heading', { name: heading }) })
}

/** Imports, and waits until it is done. */
export async function runImport(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click()
  await expect(window.getByRole('button', { name: 'Show them' })).toBeVisible({ timeout: 60_000 })
}
