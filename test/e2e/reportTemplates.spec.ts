import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unzipTexts } from '../unit/exporting/packages'
import { exploreSample, goTo, notice } from './pages/shell'
import { barriers } from './support/barriers'
import { type Coppice, expect, test } from './support/launch'

const page = (window: Page) => window.frameLocator('iframe[title="Preview of the summary"]')
const headings = (window: Page) => page(window).locator('h2')
const settings = (window: Page) => window.getByRole('region', { name: 'Settings of the report' })
const list = (window: Page) => window.getByRole('navigation', { name: 'Reports' })

async function choose(window: Page, field: string, option: string | RegExp): Promise<void> {
  await settings(window).getByRole('combobox', { name: field }).click()
  await window.getByRole('option', { name: option }).first().click()
}

async function exportAs(
  { window, answerSaveDialog }: Coppice,
  item: string | RegExp,
  path: string,
): Promise<void> {
  await answerSaveDialog(path)
  await window.getByRole('button', { name: 'Export…' }).click()
  await window.getByRole('menuitem', { name: item }).click()
}

test('a report is designed, kept as a template, handed out, and made for each pair', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await exploreSample(coppice, join(folder, 'Sample'))
  await goTo(window, 'Reports')

  await test.step('the program report says what it is about, and is made up of what is ticked', async () => {
    await list(window).getByRole('button', { name: 'Program report', exact: true }).click()
    await expect(window.getByRole('heading', { name: 'Which program?' })).toBeVisible()
    await choose(window, 'Program', 'Crosscurrents, cohort 7')
    await expect(headings(window).first()).toHaveText('How far people came')
    for (const left of ['Check-ins', 'What surveys say'])
      await settings(window).getByRole('checkbox', { name: left }).uncheck()
    await settings(window).getByRole('button', { name: 'Move What took place up' }).click()
    await expect(headings(window).first()).toHaveText('What took place')
    await settings(window).getByRole('checkbox', { name: 'What took place' }).press('Alt+ArrowDown')
    await expect(headings(window).first()).toHaveText('How far people came')
    await expect(headings(window).filter({ hasText: 'Check-ins' })).toHaveCount(0)
  })

  await test.step('words and a logo stand around it', async () => {
    await settings(window).getByRole('textbox', { name: 'Title' }).fill('To our friends')
    await settings(window)
      .getByRole('textbox', { name: 'Opening words' })
      .fill('We are **grateful**. <b onclick=x>')
    await expect(page(window).getByRole('heading', { level: 1 })).toHaveText('To our friends')
    await expect(page(window).locator('strong')).toHaveText('grateful')
    await expect(page(window).locator('[onclick]')).toHaveCount(0)
    const logo = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') }
    await window.locator('input[type=file]').setInputFiles({ ...logo, buffer: Buffer.from('<html>') })
    await expect(window.getByRole('alert')).toContainText('A logo is a PNG or JPEG picture')
    await window.locator('input[type=file]').setInputFiles(logo)
    await expect(page(window).locator('img.logo')).toBeVisible()
    expect.soft(await barriers(window), 'Reports').toEqual([])
  })

  await test.step('it is kept under a name, changed, and comes back after it was removed', async () => {
    await window.getByRole('button', { name: 'Save as template…' }).click()
    await window.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Letter to the sponsor')
    await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(window.getByRole('dialog')).toContainText(
      'There is a template called “Letter to the sponsor” already.',
    )
    await window.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('To friends')
    await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(list(window).getByRole('button', { name: /^To friends/ })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await choose(window, 'Period', 'This program year')
    await window.getByRole('button', { name: 'Save changes' }).click()
    await expect(window.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
    await list(window).getByRole('button', { name: 'More about To friends' }).click()
    await window.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(list(window).getByRole('button', { name: /^To friends, copy/ })).toBeVisible()
    await list(window).getByRole('button', { name: 'More about To friends, copy' }).click()
    await window.getByRole('menuitem', { name: 'Remove' }).click()
    await expect(list(window).getByRole('button', { name: /^To friends, copy/ })).toHaveCount(0)
    await notice(window, 'Removed: template').getByRole('button', { name: 'Undo' }).click()
    await expect(list(window).getByRole('button', { name: /^To friends, copy/ })).toBeVisible()
    await list(window)
      .getByRole('button', { name: /^To friends/ })
      .first()
      .click()
    await expect(settings(window).getByRole('textbox', { name: 'Title' })).toHaveValue('To our friends')
    await expect(settings(window).getByRole('checkbox', { name: 'Check-ins' })).not.toBeChecked()
  })

  await test.step('it leaves as it was shown', async () => {
    await exportAs(coppice, 'Web page (HTML)', join(folder, 'letter.html'))
    await expect(notice(window, 'Saved as letter.html.')).toBeVisible({ timeout: 20_000 })
    const html = (await readFile(join(folder, 'letter.html'))).toString('utf8')
    expect(html).toContain('We are <strong>grateful</strong>. &lt;b onclick=x&gt;')
    expect(html).toContain(`data:image/png;base64,${pixel}`)
    expect(html).not.toContain('<h2>Check-ins</h2>')
    await exportAs(coppice, 'PDF document', join(folder, 'letter.pdf'))
    await expect(notice(window, 'Saved as letter.pdf.')).toBeVisible({ timeout: 30_000 })
    const pdf = (await readFile(join(folder, 'letter.pdf'))).toString('latin1')
    for (const key of ['/StructTreeRoot', '/Outlines', '/Lang']) expect(pdf).toContain(key)
  })

  await test.step('each pair gets a file of its own in one archive', async () => {
    await list(window)
      .getByRole('button', { name: /^Record of each pair/ })
      .click()
    await choose(window, 'Format', 'Markdown')
    await exportAs(coppice, /^A file for each pair/, join(folder, 'pairs.zip'))
    await expect(notice(window, /^Saved \d+ reports in pairs\.zip\.$/)).toBeVisible({ timeout: 60_000 })
    const texts = await unzipTexts(join(folder, 'pairs.zip'))
    expect(texts.size).toBeGreaterThan(5)
    for (const [name, text] of [...texts].slice(0, 5))
      for (const person of name.replace(/( \(\d+\))?\.md$/, '').split(' and ')) expect(text).toContain(person)
    expect(readdirSync(folder).filter((name) => name.startsWith('.coppice-'))).toEqual([])
  })
})

/** One green pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOwq/IDAAIAAQdmZ8OVAAAAAElFTkSuQmCC'
