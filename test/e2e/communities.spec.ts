import { join } from 'node:path'
import { call } from './pages/records'
import { goTo, startEmpty, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

test('a community is begun, meets, and who was there is noted by keyboard', async ({ coppice, folder }) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Circle'))
  await goTo(window, 'Communities')
  const main = window.getByRole('main')
  await expect(main.getByRole('heading', { name: 'No community yet' })).toBeVisible()
  await main.getByRole('button', { name: 'Begin with an example' }).click()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('Field Practice')
  expect(await barriers(window)).toEqual([])

  await main.getByRole('button', { name: 'Gatherings', exact: true }).click()
  await main.getByRole('button', { name: 'New gathering' }).click()
  await window.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Harbour walk')
  await window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(main.getByRole('heading', { name: 'Harbour walk' })).toBeVisible()

  const status = main.getByRole('status')
  await main.getByRole('textbox', { name: 'And guests who are in no directory' }).fill('3')
  await expect(status).toContainText('3 there.')
  await window.keyboard.press('Control+Enter')
  await expect(main.getByRole('button', { name: 'Save who was there' })).toBeDisabled()
  expect(await barriers(window)).toEqual([])
  const communities = await call(window, 'communities.list', { today: '2100-01-01' })
  expect(communities).toMatchObject([{ gatherings: { held: 1 } }])
  await main.getByRole('button', { name: 'All gatherings' }).click()
  await expect(main.getByRole('button', { name: /Harbour walk.*3 there, 3 of them guests/ })).toBeVisible()
})
