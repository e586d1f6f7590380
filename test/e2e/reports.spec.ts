import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import exceljs from 'exceljs'
import { addMember, addSession, localToday } from './pages/records'
import { goTo, notice, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

async function withSessions(coppice: Coppice, folder: string): Promise<Page> {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Report'))
  const noor = await addMember(window, { name: 'Noor Haddad', location: 'Amman' })
  const kim = await addMember(window, { name: 'Kim Park', location: 'Leeds' })
  await addSession(window, {
    attendeeIds: [noor, kim],
    heldOn: localToday(-3),
    notes: 'They agreed on **one checklist**.',
    topics: ['handover'],
    minutes: 45,
    actionItems: [{ id: null, text: 'Print it', ownerId: kim, dueOn: null, doneOn: null }],
  })
  await addSession(window, {
    attendeeIds: [noor],
    heldOn: localToday(-60),
    notes: 'Thinks of leaving the ward.',
    title: 'A quiet word',
    confidentiality: 'private',
  })
  await goTo(window, 'Reports')
  await expect(window.getByText('2 sessions. The text of 1 private session stays here.')).toBeVisible()
  return window
}

/** The preview, as it will leave. */
function page(window: Page): Locator {
  return window.frameLocator('iframe[title="Preview of the summary"]').locator('body')
}

async function exportAs(coppice: Coppice, format: string, file: string, name: string): Promise<Buffer> {
  const { window } = coppice
  await coppice.answerSaveDialog(file)
  await window.getByRole('button', { name: 'Export…' }).click()
  await window.getByRole('menuitem', { name: format }).click()
  await expect(notice(window, `Saved as ${name}.`)).toBeVisible({ timeout: 20_000 })
  return readFile(file)
}

test('every format is saved, and is what it says', async ({ coppice, folder }) => {
  await withSessions(coppice, folder)
  const save = (format: string, name: string) => exportAs(coppice, format, join(folder, name), name)

  const pdf = await save('PDF document', 'a.pdf')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

  for (const [format, name] of [
    ['Word document (DOCX)', 'a.docx'],
    ['Excel workbook (XLSX)', 'a.xlsx'],
  ] as const) {
    const bytes = await save(format, name)
    expect([...bytes.subarray(0, 4)], name).toEqual([0x50, 0x4b, 3, 4])
    expect(bytes.length).toBeGreaterThan(1500)
  }
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(join(folder, 'a.xlsx'))
  const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues()).join(' ')
  expect(cells).toContain('Noor Haddad')
  expect(cells).not.toContain('leaving the ward')

  const csv = (await save('CSV table', 'a.csv')).toString('utf8')
  expect(csv.trim().split(/\r?\n/).length).toBeGreaterThanOrEqual(3)
  expect(csv).toContain('one checklist')

  const markdown = (await save('Markdown', 'a.md')).toString('utf8')
  expect(markdown).toMatch(/^# /m)
  expect(markdown).toContain('one checklist')

  const html = (await save('Web page (HTML)', 'a.html')).toString('utf8')
  expect(html).toMatch(/^<!doctype html>/i)
  expect(html).toContain('one checklist')
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/i)
  for (const text of [csv, markdown, html]) {
    expect(text).toContain('Noor Haddad')
    expect(text).not.toContain('leaving the ward')
  }
})

test('a dismissed dialog writes nothing and says nothing', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  await coppice.answerSaveDialog(null)
  await window.getByRole('button', { name: 'Export…' }).click()
  await window.getByRole('menuitem', { name: 'CSV table' }).click()
  await expect(window.getByRole('button', { name: 'Export…' })).toBeEnabled()
  await expect(notice(window, 'Saved')).toHaveCount(0)
  await expect(window.getByRole('alert')).toHaveCount(0)
})

test('a folder that is not there is said, and the window goes on', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  await coppice.answerSaveDialog(join(folder, 'nowhere', 'a.csv'))
  await window.getByRole('button', { name: 'Export…' }).click()
  await window.getByRole('menuitem', { name: 'CSV table' }).click()
  await expect(window.getByRole('alert')).toContainText(/folder|place|written/i)
  await expect(window.getByRole('alert')).not.toContainText(/ENOENT|inside Coppice/)
  await expect(window.getByRole('button', { name: 'Export…' })).toBeEnabled()
})

test('the preview follows what may be said', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const preview = page(window)
  await expect(preview).toContainText('one checklist')
  await expect(preview).toContainText('Noor Haddad')
  await expect(preview).not.toContainText('leaving the ward')

  await window.getByRole('radio', { name: 'Everything' }).check()
  await expect(preview).toContainText('leaving the ward')
  await expect(window.getByText(/^2 sessions\.$/)).toBeVisible()

  await window.getByRole('radio', { name: 'Figures only' }).check()
  await expect(preview).not.toContainText('checklist')
  for (const hidden of ['Noor', 'Haddad', 'Kim', 'Park', 'leaving', 'quiet word', 'Print it'])
    await expect(preview).not.toContainText(hidden)
  await expect(preview).toContainText(/2\s*sessions/)
})

test('figures alone name nobody in any format', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  await window.getByRole('radio', { name: 'Figures only' }).check()
  await expect(page(window)).not.toContainText('checklist')
  for (const [format, name] of [
    ['CSV table', 'f.csv'],
    ['Markdown', 'f.md'],
    ['Web page (HTML)', 'f.html'],
  ] as const) {
    const text = (await exportAs(coppice, format, join(folder, name), name)).toString('utf8')
    expect(text.length).toBeGreaterThan(20)
    for (const hidden of ['Noor', 'Haddad', 'Kim Park', 'checklist', 'leaving', 'quiet word', 'Print it'])
      expect(text, name).not.toContain(hidden)
  }
})

test('a member, a pair and a period narrow the summary', async ({ coppice, folder }) => {
  const window = await withSessions(coppice, folder)
  const members = window.getByRole('combobox', { name: 'Members' })
  await members.click()
  await members.pressSequentially('kim')
  await window.getByRole('option', { name: /^Kim Park/ }).click()
  await expect(window.getByText(/^1 session\./)).toBeVisible()
  await expect(page(window)).toContainText('one checklist')
  await members.pressSequentially('noor')
  await window.getByRole('option', { name: /^Noor Haddad/ }).click()
  await expect(window.getByText('Sessions in which all of them met.')).toBeVisible()
  await expect(window.getByText(/^1 session\./)).toBeVisible()
})
