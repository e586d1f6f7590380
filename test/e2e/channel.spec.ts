import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Answer } from '@shared/errors'
import type { Bridge } from '@shared/events'
import { makeProgramFile } from './pages/programFile'
import { addMember, ask, call } from './pages/records'
import { goTo, navigation, startEmpty } from './pages/shell'
import { expect, test } from './support/launch'

/** The line between the window and the rest of the app, with everything real on both ends. */

test('every one of many calls at once gets its own answer', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Many'))
  const ids: number[] = []
  for (const name of ['Amara Okafor', 'Noor Haddad', 'Kim Park']) ids.push(await addMember(window, { name }))
  const names = await window.evaluate(async (members) => {
    const { coppice: bridge } = globalThis as unknown as { coppice: Bridge }
    const asked = Array.from({ length: 300 }, (_, index) => members[index % members.length])
    const texts = await Promise.all(
      asked.map((id, index) => bridge.call('members.get', { id }, `many ${index}`)),
    )
    return texts.map((text) => (JSON.parse(text) as { value: { name: string } }).value.name)
  }, ids)
  expect(names).toEqual(
    Array.from({ length: 300 }, (_, index) => ['Amara Okafor', 'Noor Haddad', 'Kim Park'][index % 3]),
  )
})

test('without a file, an answer says so', async ({ coppice, folder }) => {
  const { window } = coppice
  const overview = () => ask(window, 'program.overview', {})
  expect(await overview()).toMatchObject({ ok: false, error: { code: 'no-file-open' } })
  await startEmpty(coppice, join(folder, 'Open'))
  expect(await overview()).toMatchObject({ ok: true, value: { members: 0 } })
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(window.getByRole('button', { name: 'Start empty' })).toBeVisible()
  expect(await overview()).toMatchObject({ ok: false, error: { code: 'no-file-open' } })
})

test('a call that takes long can be stopped, and holds up no other', async ({ launch, folder }) => {
  const file = join(folder, 'Large.coppice')
  await makeProgramFile(file, { members: 4000, sessions: 20_000, interactions: 60_000 })
  const { window } = await launch({ words: [file] })
  await expect(navigation(window)).toBeVisible()
  const { answer, meanwhile } = await window.evaluate(async () => {
    const { coppice: bridge } = globalThis as unknown as { coppice: Bridge }
    const checking = bridge.call('programFile.check', {}, 'the check')
    const others: string[] = []
    for (let index = 0; index < 5; index++)
      others.push(await bridge.call('program.overview', {}, `beside ${index}`))
    bridge.cancel('no such call')
    bridge.cancel('the check')
    return { answer: await checking, meanwhile: others }
  })
  expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  for (const text of meanwhile) expect((JSON.parse(text) as Answer<unknown>).ok).toBe(true)
  expect(await call(window, 'program.overview', {})).toMatchObject({ sessions: 20_000 })
})

test('every open view is true after any change, whoever made it', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Views'))
  await addMember(window, { name: 'Noor Haddad' })
  await goTo(window, 'Members')
  const table = window.getByRole('grid', { name: 'Members' })
  await expect(table.locator('[data-index]')).toHaveCount(1)
  await addMember(window, { name: 'Kim Park' })
  await expect(table.locator('[data-index]')).toHaveCount(2)
  await expect(membersCount(window)).toContainText('2')
  await call(window, 'program.rename', { name: 'Pathways' })
  await expect(navigation(window)).toContainText('Pathways')
  await call(window, 'history.undo', {})
  await call(window, 'history.undo', {})
  await expect(table.locator('[data-index]')).toHaveCount(1)
  await expect(navigation(window)).not.toContainText('Pathways')
})

function membersCount(window: Page) {
  return navigation(window).getByRole('button', { name: /^Members/ })
}
