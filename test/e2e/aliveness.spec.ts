import { join } from 'node:path'
import { exploreSample, goTo, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

test('a community’s aliveness is read, opened down to its records, and a step is taken', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await exploreSample(coppice, join(folder, 'Sample'))
  await goTo(window, 'Communities')
  // The one that fades: there is always something that would help.
  await window
    .getByRole('main')
    .getByRole('button', { name: /^Field Practice/ })
    .click()
  await expect(title(window)).toHaveText('Field Practice')
  const region = (name: string) => window.getByRole('region', { name })
  const parts = region('Aliveness').getByRole('listitem')
  await expect(parts).toHaveCount(11)
  const steps = region('What would help').getByRole('listitem')
  await expect(steps.first()).toBeVisible()
  await expect(window.getByRole('figure', { name: 'Participation' }).getByRole('img')).toBeVisible()
  await expect(window.getByRole('figure', { name: /^Rhythm/ }).getByRole('grid')).toBeVisible()
  await expect(region('Aliveness').getByText('Show as one number')).toBeVisible()
  expect.soft(await barriers(window), 'Overview').toEqual([])

  await region('Aliveness').getByRole('button', { name: 'Breadth' }).focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Participation breadth' })
  await expect(
    dialog.getByText('members with at least one contact, or at one gathering / members'),
  ).toBeVisible()
  const records = dialog.getByRole('group').first()
  await records.getByText('Members who took part').click()
  await expect(records.getByRole('button').first()).toBeVisible()
  expect.soft(await barriers(window), 'Part').toEqual([])
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await region('Aliveness').getByRole('button', { name: 'Show as one number' }).click()
  await expect(region('Aliveness').getByText(/of 10 parts/)).toBeVisible()

  const text = (await steps.first().getByRole('paragraph').first().textContent()) ?? ''
  await steps
    .first()
    .getByRole('button', { name: `Done: ${text}` })
    .click()
  const taken = region('Steps taken').getByRole('listitem')
  await expect(taken).toHaveCount(1)
  await expect(steps.filter({ hasText: text })).toHaveCount(0)
  await taken.getByRole('button', { name: /^Not done after all/ }).click()
  await expect(region('Steps taken')).toHaveCount(0)
  await expect(steps.filter({ hasText: text })).toHaveCount(1)

  // One that is not for them is set aside, and comes back when it is asked for.
  await steps
    .first()
    .getByRole('button', { name: `Dismiss… ${text}` })
    .click()
  const menu = window.getByRole('dialog', { name: `Dismiss… ${text}` })
  await menu.getByRole('radio', { name: 'When there is news of it' }).check()
  expect.soft(await barriers(window), 'Dismissing').toEqual([])
  await menu.getByRole('button', { name: 'Dismiss' }).click()
  await expect(steps.filter({ hasText: text })).toHaveCount(0)
  await expect(taken.getByText('Dismissed, until there is news of it: not for us')).toBeVisible()
  await taken.getByRole('button', { name: /^Propose it again/ }).click()
  await expect(steps.filter({ hasText: text })).toHaveCount(1)
})
