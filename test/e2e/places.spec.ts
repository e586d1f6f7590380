import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeProgramFile } from './pages/programFile'
import { goTo, navigation, notice } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

/** A folder that Syncthing keeps the same on several computers. */
async function synchronised(folder: string): Promise<string> {
  const kept = join(folder, 'Kept')
  await mkdir(join(kept, '.stfolder'), { recursive: true })
  return kept
}

/** The "save" dialogs that come are answered with these files in turn, and what is asked in between with these buttons. */
async function answerInTurn({ app }: Coppice, paths: string[], buttons: number[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, answers) => {
      dialog.showSaveDialog = async () => {
        const filePath = answers.paths.shift()
        return { canceled: filePath === undefined, filePath: filePath ?? '' }
      }
      dialog.showMessageBox = async () => ({ response: answers.buttons.shift() ?? 0, checkboxChecked: false })
    },
    { paths, buttons },
  )
}

test('a new file in a synchronised folder is asked about before it is made', async ({ coppice, folder }) => {
  const { window } = coppice
  const kept = await synchronised(folder)
  await answerInTurn(coppice, [join(kept, 'Spring.coppice'), join(folder, 'Elsewhere.coppice')], [0])
  await window.getByRole('button', { name: 'Start empty' }).click()
  await expect(navigation(window)).toContainText('Elsewhere.coppice')
  expect(await readdir(kept), 'nothing was made there').toEqual(['.stfolder'])

  await goTo(window, 'Settings')
  await answerInTurn(coppice, [join(kept, 'Spring.coppice')], [1])
  await window.getByRole('button', { name: 'New file…' }).click()
  await expect(navigation(window)).toContainText('Spring.coppice')
  expect(await readdir(kept)).toContain('Spring.coppice')
})

test('a file in a synchronised folder says so once, moves out, and a copy beside it is named', async ({
  launch,
  folder,
}) => {
  const kept = await synchronised(folder)
  const spring = join(kept, 'Spring.coppice')
  const summer = join(kept, 'Summer.coppice')
  for (const file of [spring, summer])
    await makeProgramFile(file, { members: 12, sessions: 5, interactions: 5 })

  const first = await launch({ words: [spring] })
  const place = first.window.getByRole('region', { name: 'Where this file is' })
  await expect(place).toContainText('This file is in a folder that Syncthing synchronises.')
  await place.getByRole('button', { name: 'Keep it here' }).click()
  await expect(place).toHaveCount(0)

  await goTo(first.window, 'Settings')
  await first.answerOpenDialog(summer)
  await first.window.getByRole('button', { name: 'Open another…' }).click()
  await expect(navigation(first.window)).toContainText('Summer.coppice')
  await first.answerSaveDialog(join(folder, 'Moved.coppice'))
  await place.getByRole('button', { name: 'Move it out…' }).click()
  await expect(navigation(first.window)).toContainText('Moved.coppice')
  await expect(place).toHaveCount(0)
  await expect(notice(first.window, 'You go on in “Moved.coppice”')).toContainText(
    /The old file stays in .*Kept as “Summer \(moved \d{4}-\d\d-\d\d\)\.coppice”/,
  )
  await expect(navigation(first.window).getByRole('button', { name: /^Members/ })).toContainText('12')
  const left = (await readdir(kept)).filter((name) => name.endsWith('.coppice'))
  expect(left).toEqual(['Spring.coppice', expect.stringMatching(/^Summer \(moved /)])
  await first.close()

  await writeFile(join(kept, 'Spring (conflicted copy 2026-11-20).coppice'), 'of another computer')
  const again = await launch({ words: [spring] })
  const beside = again.window.getByRole('region', { name: 'Where this file is' })
  await expect(beside).toContainText('Beside this file lies “Spring (conflicted copy 2026-11-20).coppice”.')
  await expect(beside).not.toContainText('Syncthing')
  await beside.getByRole('button', { name: 'All right' }).click()
  await expect(beside).toHaveCount(0)
})
