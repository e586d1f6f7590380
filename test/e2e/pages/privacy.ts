import { expect, type Page } from '@playwright/test'
import { membersScreen } from './members'

/** What concerns one member's privacy, from the profile that is open. */
export function privacyOf(window: Page) {
  const { profile } = membersScreen(window)
  const dialog = window.getByRole('dialog')
  return {
    dialog,
    /** The current answer about a purpose, such as "Naming in reports". */
    answer: (purpose: string) => profile.getByRole('button', { name: new RegExp(`^${purpose}:`) }),
    /** Two clicks: the purpose, and what was answered. */
    async record(purpose: string, answer: 'Given' | 'Refused' | 'Withdrawn'): Promise<void> {
      await profile.getByRole('button', { name: new RegExp(`^${purpose}:`) }).click()
      await dialog.getByRole('button', { name: answer, exact: true }).click()
      await expect(dialog).toHaveCount(0)
    },
    /** Opens one of the things behind the dots. */
    async open(item: RegExp): Promise<void> {
      await profile.getByRole('button', { name: /^More about/ }).click()
      await window.getByRole('menuitem', { name: item }).click()
      await expect(dialog).toBeVisible()
    },
    typedName: dialog.getByRole('textbox', { name: /type the name/ }),
    eraseForGood: dialog.getByRole('button', { name: 'Erase for good' }),
  }
}
