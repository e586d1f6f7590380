import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './shell'

/** The backups of a program file, as its folder has them. */
export function backupsOf(file: string): string[] {
  const folder = `${file.replace(/\.coppice$/, '')} backups`
  return readdirSync(folder)
    .filter((name) => name.endsWith('.coppice'))
    .sort()
    .map((name) => join(folder, name))
}

/** Settings, at the part about backups. */
export async function openBackups(window: Page): Promise<ReturnType<typeof backupsPart>> {
  await goTo(window, 'Settings')
  await window.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Backups' }).click()
  const part = backupsPart(window)
  await expect(part.makeNow).toBeVisible()
  return part
}

function backupsPart(window: Page) {
  const dialog = window.getByRole('dialog')
  return {
    makeNow: window.getByRole('button', { name: 'Back up now' }),
    rows: window.getByRole('list', { name: 'Backups' }).getByRole('listitem'),
    row: (text: string | RegExp): Locator =>
      window.getByRole('list', { name: 'Backups' }).getByRole('listitem').filter({ hasText: text }),
    checkAll: window.getByRole('button', { name: 'Check all backups' }),
    dialog,
    /** A line of what there is now and afterwards. */
    count: (kind: string): Locator =>
      dialog.getByRole('row').filter({ has: window.getByRole('rowheader', { name: kind }) }),
    since: dialog.getByRole('region', { name: 'Done since, and gone afterwards' }).getByRole('listitem'),
    restore: dialog.getByRole('button', { name: 'Restore', exact: true }),
    restoreAs: dialog.getByRole('button', { name: 'Restore into a new file…' }),
  }
}
