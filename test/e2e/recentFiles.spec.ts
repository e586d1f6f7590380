import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeProgramFile } from './pages/programFile'
import { goTo, navigation } from './pages/shell'
import { expect, test } from './support/launch'

test('the menu has the recent files, told apart by their folders, and says of one that it is gone', async ({
  launch,
  folder,
}) => {
  for (const year of ['2025', '2026']) {
    await mkdir(join(folder, year))
    await makeProgramFile(join(folder, year, 'Spring.coppice'), { members: 12, sessions: 5, interactions: 5 })
  }
  const coppice = await launch({ words: [join(folder, '2025', 'Spring.coppice')] })
  const { app, window } = coppice
  await expect(navigation(window)).toContainText('Spring.coppice')
  const recent = () =>
    app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.getMenuItemById('open-recent')
        ?.submenu?.items.map(({ label }) => label),
    )
  const choose = (label: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items ?? []
      items.find((item) => item.label === wanted)?.click()
    }, label)
  await expect.poll(recent).toEqual(['Spring', '', 'Clear list'])
  await coppice.answerOpenDialog(join(folder, '2026', 'Spring.coppice'))
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Open another…' }).click()
  await expect.poll(recent).toEqual(['Spring – 2026', 'Spring – 2025', '', 'Clear list'])

  await rm(join(folder, '2025', 'Spring.coppice'))
  await choose('Spring – 2025')
  await expect(window.getByRole('alert')).toContainText(/“Spring\.coppice” is no longer in “.*2025”/)
  await choose('Clear list')
  // The open one stays: the next start goes on with it.
  await expect.poll(recent).toEqual(['Spring', '', 'Clear list'])
})
