import type { Locator, Page } from '@playwright/test'

/** The fields in which a session is written. */
export function sessionEditor(window: Page) {
  const field = (name: string): Locator => window.getByLabel(name, { exact: true })
  return {
    who: window.getByRole('combobox', { name: 'Who met' }),
    minutes: field('Minutes'),
    notes: window.getByRole('textbox', { name: 'Notes' }),
    title: field('Title'),
    addAction: window.getByRole('button', { name: 'Add an action item' }),
    action: (number: number): Locator => field(`Action item ${number}`),
    owner: (number: number): Locator =>
      window.getByRole('combobox', { name: `Owner of action item ${number}` }),
    save: window.getByRole('button', { name: 'Save', exact: true }),
    discard: window.getByRole('button', { name: 'Discard' }),
    /** The members that a typed `@` offers, once they are those for the last letter. */
    mentions: window
      .locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)')
      .getByRole('option'),
  }
}
