import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { openTab } from './pages/programs'
import { exploreSample, goTo, notice } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

test('a program’s report is read, told how much it may say, and saved', async ({ coppice, folder }) => {
  const { window } = coppice
  await exploreSample(coppice, join(folder, 'Sample'))
  await goTo(window, 'Mentoring')
  await window
    .getByRole('main')
    .getByRole('button', { name: /matches/ })
    .first()
    .click()
  await openTab(window, 'Report')
  const report = window.getByRole('article', { name: 'Report' })
  await expect(report).toContainText('It holds no names and no texts.')
  await expect(report.getByRole('heading', { name: 'What took place' })).toBeVisible()
  await expect(report.getByRole('table', { name: 'Matches', exact: true })).toHaveCount(0)
  expect.soft(await barriers(window), 'Report').toEqual([])

  await window.getByRole('radiogroup', { name: 'What it may say' }).getByText('With names').click()
  const first = report.getByRole('table', { name: 'Matches', exact: true }).getByRole('row').nth(1)
  const pair = await first.getByRole('rowheader').textContent()
  const sessions = await first.getByRole('cell').first().textContent()
  expect(pair).toContain(' and ')

  const save = async (format: string, name: string) => {
    await coppice.answerSaveDialog(join(folder, name))
    await window.getByRole('button', { name: 'Export…' }).click()
    await window.getByRole('menuitem', { name: format }).click()
    await expect(notice(window, `Saved as ${name}.`)).toBeVisible({ timeout: 30_000 })
  }
  await save('Excel workbook (XLSX)', 'report.xlsx')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(join(folder, 'report.xlsx'))
  expect(workbook.getWorksheet('Matches')?.getRow(2).values).toEqual(
    expect.arrayContaining([pair, Number(sessions)]),
  )
  await save('PDF document', 'report.pdf')
  expect((await readFile(join(folder, 'report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
})
