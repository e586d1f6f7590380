import { expect, type Locator, type Page } from '@playwright/test'
import type { Coppice } from '../support/launch'

/** The frame around every screen, and the page that shows when no file is open. */

/** Makes an empty program file from the first page. */
export async function startEmpty(coppice: Coppice, file: string): Promise<void> {
  await coppice.answerSaveDialog(file)
  await coppice.window.getByRole('button', { name: 'Start empty' }).click()
  await expect(coppice.window.getByRole('heading', { name: 'A fresh page' })).toBeVisible()
}

/** Makes a program file with the sample program from the first page. */
export async function exploreSample(coppice: Coppice, file: string): Promise<void> {
  await coppice.answerSaveDialog(file)
  await coppice.window.getByRole('button', { name: 'Explore the sample program' }).click()
  await expect(navigation(coppice.window)).toBeVisible({ timeout: 30_000 })
}

export type Destination =
  | 'Today'
  | 'Members'
  | 'Mentoring'
  | 'Sessions'
  | 'Communities'
  | 'Knowledge'
  | 'Activity'
  | 'Reports'
  | 'Settings'

export async function goTo(window: Page, destination: Destination): Promise<void> {
  await navigation(window)
    .getByRole('button', { name: new RegExp(`^${destination}`) })
    .click()
  if (destination !== 'Today') await expect(title(window)).toHaveText(titleOf(destination))
}

export function navigation(window: Page): Locator {
  return window.getByRole('navigation', { name: 'Main' })
}

/** The heading of the screen that is shown. */
export function title(window: Page): Locator {
  return window.getByRole('main').getByRole('heading', { level: 1 })
}

function titleOf(destination: Destination): string | RegExp {
  return destination === 'Members' ? /members/i : destination
}

/** Where the app says something in the corner. */
export const notices = '.mantine-Notification-root'

/** What the app says in the corner, such as "Saved." */
export function notice(window: Page, text: string | RegExp): Locator {
  return window.locator(notices).filter({ hasText: text })
}
