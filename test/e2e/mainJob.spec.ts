import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chooseFile, columnTarget, fixture, forecast, runImport } from './pages/importing'
import { systemKey, tabTo } from './pages/keys'
import { addSession, call } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { goTo, navigation, notice, startEmpty, title } from './pages/shell'
import { expect, test } from './support/launch'

test('from nothing to a page for the pair: import, write, find, see, export', async ({ coppice, folder }) => {
  const { window } = coppice

  await test.step('an empty program file', async () => {
    await startEmpty(coppice, join(folder, 'Spring'))
    await expect(navigation(window)).toContainText('Spring.coppice')
  })

  await test.step('members from an HR list, its columns known but for one', async () => {
    await systemKey(coppice, 'I', 'control')
    await chooseFile(coppice, fixture('bamboohr-report.csv'))
    await expect(columnTarget(window, 'First Name')).toHaveValue('Given name')
    await expect(columnTarget(window, 'Work Email')).toHaveValue('E-mail')
    await expect(columnTarget(window, 'Hire Date')).toHaveValue('Joined on')
    await expect(columnTarget(window, 'Division')).toHaveValue('')

    await columnTarget(window, 'Division').click()
    await window.getByRole('option', { name: 'Organisation' }).click()
    await expect(columnTarget(window, 'Division')).toHaveValue('Organisation')
    await expect(forecast(window)).toHaveText('2 rows added.')
    await runImport(window)

    await window.getByRole('button', { name: 'Show them' }).click()
    await expect(window.getByRole('grid', { name: 'Members' })).toContainText('Haddad, Noor')
    await window.getByText('Haddad, Noor').click()
    await expect(window.getByRole('complementary', { name: 'Profile' })).toContainText('North')
  })

  await test.step('a session, written without touching the mouse', async () => {
    const editor = sessionEditor(window)
    await systemKey(coppice, 'N', 'control')
    await expect(title(window)).toHaveText('New session')
    await expect(editor.who).toBeFocused()
    for (const [letters, name] of [
      ['noo', 'Noor Haddad'],
      ['par', 'Kim Park'],
    ] as const) {
      await window.keyboard.type(letters)
      await expect(window.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible()
      await window.keyboard.press('Enter')
      await expect(editor.who).toHaveValue('')
    }
    await tabTo(window, editor.minutes)
    await window.keyboard.type('45')

    await tabTo(window, editor.notes, 'Shift+Tab')
    await window.keyboard.type('## Handover\nThey agreed on **one checklist** for the night shift. Ask ')
    await window.keyboard.type('@kim', { delay: 60 })
    await expect(editor.mentions).toContainText('Kim Park')
    await window.keyboard.press('Enter')
    await window.keyboard.type('about beds.')
    await expect(editor.notes).toContainText('@Kim Park')
    // Live: the line reads as it will be read, without its signs, as soon as the caret is elsewhere.
    await expect(editor.notes).toContainText('one checklist')
    await window.keyboard.press('Enter')
    await expect(editor.notes).not.toContainText('**')
    await expect(editor.notes).not.toContainText('##')

    await tabTo(window, editor.addAction)
    await window.keyboard.press('Enter')
    await expect(editor.action(1)).toBeFocused()
    await window.keyboard.type('Bring the checklist')
    await tabTo(window, editor.owner(1))
    await window.keyboard.press('ArrowDown')
    await expect(window.getByRole('option', { name: 'Noor Haddad' })).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(editor.owner(1)).toHaveValue('Noor Haddad')

    await window.keyboard.press('Control+Enter')
    await expect(notice(window, 'The session is saved.')).toBeVisible()
    const session = window.getByRole('complementary', { name: 'Session' })
    await expect(session.getByRole('heading', { name: 'Handover' })).toBeVisible()
    await expect(session).toContainText('45 min')
    await expect(session.getByRole('checkbox', { name: 'Bring the checklist Noor Haddad' })).not.toBeChecked()
    await expect(session.getByText('@Kim Park')).toBeVisible()
  })

  await test.step('found again by a word', async () => {
    await goTo(window, 'Sessions')
    await window.keyboard.press('/')
    await window.keyboard.type('checkl')
    const hit = window.getByRole('grid', { name: 'Sessions' }).locator('mark').first()
    await expect(hit).toHaveText(/^checkl/i)
  })

  await test.step('seen in the activity of this week', async () => {
    await goTo(window, 'Activity')
    const chart = window.getByRole('figure', { name: /^Sessions and interactions/ })
    await chart.getByRole('button', { name: 'Show as table' }).click()
    const lastRow = chart.getByRole('row').last()
    await expect(chart.getByRole('columnheader')).toHaveText([/week/i, 'Interactions', 'Sessions'])
    await expect(lastRow.getByRole('cell')).toHaveText(['1', '1'])
  })

  await test.step('and on a page for the pair, without what is private', async () => {
    const people = await call(window, 'members.find', { query: 'noor', limit: 1 })
    await addSession(window, {
      attendeeIds: people.map(({ id }) => id),
      notes: 'Between us: the ward is *overworked*.',
      confidentiality: 'private',
    })
    await goTo(window, 'Reports')
    await expect(window.getByText('2 sessions. The text of 1 private session stays here.')).toBeVisible()
    const file = join(folder, 'pair.pdf')
    await coppice.answerSaveDialog(file)
    await window.getByRole('button', { name: 'Export…' }).click()
    await window.getByRole('menuitem', { name: 'PDF document' }).click()
    await expect(notice(window, 'Saved as pair.pdf.')).toBeVisible({ timeout: 20_000 })
    const text = await pdfText(file)
    expect(text).toContain('one checklist for the night shift')
    expect(text).toContain('Noor Haddad')
    expect(text).toContain('Bring the checklist')
    expect(text).not.toContain('overworked')
  })
})

/** All words of a PDF, as somebody would select and copy them, lines joined. */
async function pdfText(file: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(await readFile(file)) }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent()
      return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
    }),
  )
  return pages.join(' ').replace(/\s+/g, ' ')
}
