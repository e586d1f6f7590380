import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openTab } from './pages/programs'
import { goTo, startEmpty, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

test('answers typed in and imported are told together from five people on', async ({ coppice, folder }) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Surveys'))
  await goTo(window, 'Mentoring')
  await window.getByRole('main').getByRole('button', { name: 'New program' }).first().click()
  await window.getByRole('button', { name: /^Leadership/ }).click()
  await window.getByRole('textbox', { name: 'Name' }).fill('Leading sites')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('Leading sites')

  await openTab(window, 'Surveys')
  await window.getByRole('button', { name: 'New survey' }).click()
  await window.getByRole('menuitem', { name: /^Match quality/ }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByRole('complementary', { name: 'Preview' })).toContainText(
    'We often go in circles.',
  )
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  const reading = window.getByRole('main').getByRole('status').first()
  await expect(reading).toHaveText('Nobody has answered it in this program yet.')

  await test.step('three sheets by hand, on the keyboard alone', async () => {
    await window.getByRole('button', { name: 'Enter answers' }).click()
    for (const count of ['1 sheet', '2 sheets', '3 sheets']) {
      await dialog.getByRole('radiogroup').first().focus()
      await window.keyboard.type('44244242')
      await expect(dialog.getByRole('button', { name: 'Save, and the next' })).toBeFocused()
      await window.keyboard.press('Enter')
      await expect(dialog.getByRole('status')).toHaveText(`${count} entered.`)
    }
    await dialog.getByRole('combobox', { name: 'Who' }).click()
    await expect(window.getByRole('option', { name: 'Nobody of that name' })).toBeDisabled()
    expect.soft(await barriers(window), 'Answers, with a list of nobody').toEqual([])
    await dialog.getByRole('radiogroup').first().focus()
    await expect(window.getByRole('option', { name: 'Nobody of that name' })).toBeHidden()
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(reading).toContainText('3 people have answered.')
    await expect(reading).toContainText('2 more are missing.')
    await expect(window.getByRole('region', { name: 'Its parts' })).toBeHidden()
  })

  await test.step('the rest from a form tool', async () => {
    const file = join(folder, 'form.csv')
    const rows = ['5,5,1,5,5,1,5,1', 'Mostly,4,2,4,4,2,4,2', '7,4,2,4,4,2,4,2']
    await writeFile(file, `Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8\n${rows.join('\n')}\n`)
    await window.getByRole('button', { name: 'Import a CSV…' }).click()
    await coppice.answerOpenDialog(file)
    await dialog.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(dialog.getByRole('combobox', { name: 'Q3 is' })).toHaveValue(/^3\. I think twice/)
    await expect(dialog.getByRole('status')).toHaveText('2 rows can be taken, without names. 1 row cannot:')
    await expect(dialog.getByRole('list', { name: 'Rows that cannot be taken' })).toHaveText(
      /Line 4\s*“7” is not an answer on the scale of 5\./,
    )
    expect.soft(await barriers(window), 'Import').toEqual([])
    await dialog.getByRole('button', { name: 'Take 2 rows' }).click()
    await expect(reading).toContainText('5 people answered: 4.2 of 5 on the whole.')
    await expect(
      window.getByRole('region', { name: 'Its parts' }).getByRole('row', { name: /Trust/ }),
    ).toContainText('4.2')
    expect.soft(await barriers(window), 'Results').toEqual([])
  })

  await test.step('nobody was asked outside of the program', async () => {
    await window.getByRole('button', { name: 'Of everybody', exact: true }).click()
    await expect(reading).toHaveText('Nobody has answered it outside of a program yet.')
    await goTo(window, 'Mentoring')
    await window.getByRole('button', { name: 'Surveys of everybody' }).click()
    await expect(title(window)).toHaveText('Surveys of everybody')
    await expect(reading).toHaveText('Nobody has answered it outside of a program yet.')
  })
})
