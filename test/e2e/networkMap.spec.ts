import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { exploreSample, goTo, notice, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

/** The map is drawn beside the window: this is when it is there. */
async function mapDrawn(window: Page): Promise<void> {
  await expect(window.getByRole('application')).toHaveAttribute('data-drawn', 'true')
}

test('the map is coloured, opened to a person and saved; a cell of the crossing opens to its contacts', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await exploreSample(coppice, join(folder, 'Sample'))
  await goTo(window, 'Communities')
  const main = window.getByRole('main')
  await main.getByRole('button', { name: /^Field Practice/ }).click()
  await expect(title(window)).toHaveText('Field Practice')
  const tab = (name: string) =>
    window.getByRole('navigation', { name: 'Community' }).getByRole('button', { name, exact: true }).click()

  await tab('Map')
  await mapDrawn(window)
  await main.getByRole('button', { name: 'Colour by level' }).click()
  const legend = main.getByRole('figure').getByRole('listitem')
  await expect(legend.filter({ hasText: /^(Core|Active|Peripheral|Outside) \d+$/ }).first()).toBeVisible()
  await main.getByRole('combobox', { name: 'Find a person' }).click()
  await window.getByRole('option').first().click()
  await expect(main.getByRole('complementary').getByText(/^In contact with /)).toBeVisible()
  expect.soft(await barriers(window), 'Somebody on the map').toEqual([])

  const path = join(folder, 'map.svg')
  await coppice.answerSaveDialog(path)
  await main.getByRole('button', { name: 'Save as drawing (SVG)' }).click()
  await expect(notice(window, 'Saved as map.svg.')).toBeVisible()
  const svg = await readFile(path, 'utf8')
  for (const part of ['>Who is in contact with whom</text>', 'Field Practice, ', '<circle ', '<path ']) {
    expect(svg).toContain(part)
  }

  await main.getByRole('button', { name: 'Groups', exact: true }).click()
  await mapDrawn(window)
  await main.getByRole('combobox', { name: 'Find a group' }).click()
  await window.getByRole('option').first().click()
  await main.getByRole('button', { name: 'Open group' }).click()
  await expect(main.getByRole('navigation', { name: 'Opened groups' })).toBeVisible()

  await tab('Crossing')
  const cells = main.getByRole('table', { name: 'Places with places' }).getByRole('button')
  await cells
    .filter({ hasText: /^[1-9]/ })
    .first()
    .click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Every contact' }).click()
  await expect(dialog.getByRole('list', { name: 'Contacts' }).getByRole('listitem').first()).toContainText(
    / (and|reached out to) .*, /,
  )
  expect.soft(await barriers(window), 'Contacts of a cell').toEqual([])
})
