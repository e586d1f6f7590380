import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseFile, forecast, runImport } from './pages/importing'
import { systemKey } from './pages/keys'
import { boardStep, enrolmentPane, funnelRow, openTab } from './pages/programs'
import { goTo, notice, startEmpty, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

/** As they come out of a form: sixty applicants, each with an address of their own. */
function applicants(): string {
  const rows = Array.from({ length: 60 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    return `Applicant ${number},a${number}@riverside.example,${index % 2 === 0 ? 'Leeds' : 'Amman'}`
  })
  return `Name,Email,Location\n${rows.join('\n')}\n`
}

test('a program from a template takes sixty applicants, who are moved along, and the funnel says so', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Programs'))

  await goTo(window, 'Mentoring')
  await window.getByRole('main').getByRole('button', { name: 'New program' }).first().click()
  await window.getByRole('button', { name: /^Leadership/ }).click()
  await window.getByRole('textbox', { name: 'Name' }).fill('Leading sites')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('Leading sites')
  await expect(window.getByText('Half-day workshop')).toBeHidden()
  await expect(window.getByText('Nobody is in it yet: import applicants, or add members.')).toBeVisible()

  const file = join(folder, 'applicants.csv')
  await writeFile(file, applicants())
  await openTab(window, 'Enrolments')
  await window.getByRole('button', { name: 'Add people' }).click()
  await window.getByRole('menuitem', { name: 'Import mentees from a file…' }).click()
  await chooseFile(coppice, file)
  await expect(forecast(window)).toHaveText('60 rows added, 60 people enrolled.')
  await runImport(window)
  await window.getByRole('button', { name: 'Show them' }).click()
  const [applied, screened, trained] = ['Applied', 'Screened', 'Trained'].map((step) =>
    boardStep(window, step),
  ) as [ReturnType<typeof boardStep>, ReturnType<typeof boardStep>, ReturnType<typeof boardStep>]
  await expect(applied.heading).toHaveText('Applied 60')

  await test.step('by the keyboard, one at a time', async () => {
    await expect(applied.card('Applicant 01')).toBeVisible()
    await applied.cards.focus()
    await window.keyboard.press('Shift+ArrowRight')
    await expect(screened.heading).toHaveText('Screened 1')
    await expect(screened.card('Applicant 01')).toBeVisible()
    await window.keyboard.press('ArrowRight')
    await expect(screened.cards).toBeFocused()
    await window.keyboard.press('Shift+ArrowRight')
    await expect(trained.card('Applicant 01')).toBeVisible()
    await systemKey(coppice, 'Z', 'control')
    await expect(screened.card('Applicant 01')).toBeVisible()
  })

  await test.step('by dragging, several at once, over a step', async () => {
    for (const name of ['Applicant 02', 'Applicant 03'])
      await applied.card(name).click({ modifiers: ['ControlOrMeta'] })
    await expect(window.getByRole('toolbar', { name: 'Selected people' })).toContainText('2 people selected')
    await applied.card('Applicant 03').dragTo(trained.cards)
    await expect(trained.heading).toHaveText('Trained 2')
    await expect(applied.heading).toHaveText('Applied 57')
  })
  expect.soft(await barriers(window), 'Board').toEqual([])

  await test.step('one with checks, and one who leaves', async () => {
    await applied.card('Applicant 04').click()
    const pane = enrolmentPane(window)
    const check = pane.getByRole('checkbox', { name: /Put forward by the manager/ })
    await check.click()
    await expect(check).toBeChecked()
    await expect(applied.card('Applicant 04')).toContainText('1/2')
    await pane.getByRole('button', { name: 'Left…' }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Why' }).fill('Not eligible')
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await expect(notice(window, 'Applicant 04 left before the end.')).toBeVisible()
    await expect(pane).toContainText('Left before the end: Not eligible.')
    await expect(boardStep(window, 'Closed').heading).toHaveText('Closed 1')
  })

  await test.step('the funnel', async () => {
    await openTab(window, 'Overview')
    await expect(window.getByText('56 applications to screen.')).toBeVisible()
    await expect(funnelRow(window, 'Applied')).toContainText(/60\s*100 %/)
    await expect(funnelRow(window, 'Screened')).toContainText(/3\s*5 %/)
    await expect(funnelRow(window, 'Trained')).toContainText(/2\s*3 %/)
    await expect(
      window.getByText('Of 60 people, 0 came to a match. 1 person left before the end.'),
    ).toBeVisible()
    expect.soft(await barriers(window), 'Overview').toEqual([])
  })
})
