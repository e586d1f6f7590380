import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chooseFile, forecast, runImport } from './pages/importing'
import { matchArticle } from './pages/matches'
import { matchingTab } from './pages/matching'
import { boardStep, funnelRow, openTab } from './pages/programs'
import { sessionEditor } from './pages/sessionEditor'
import { goTo, notice, startEmpty, title } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

const program = 'Leading sites'
const pair = 'Mentor 01 and Mentee 01'

/** Thirty applicants of one side, as they come out of a form; what the first is about, nobody else is. */
function applicants(side: 'Mentor' | 'Mentee', skills: string): string {
  const rows = Array.from({ length: 30 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    const place = index % 2 === 0 ? 'Leeds' : 'Amman'
    return `${side} ${number},${side.toLowerCase()}${number}@riverside.example,${place},${index === 0 ? 'Bees' : ''}`
  })
  return `Name,Email,Location,${skills}\n${rows.join('\n')}\n`
}

async function importApplicants(coppice: Coppice, side: 'mentors' | 'mentees', file: string): Promise<void> {
  const { window } = coppice
  await openTab(window, 'Enrolments')
  await window.getByRole('button', { name: 'Add people' }).click()
  await window.getByRole('menuitem', { name: `Import ${side} from a file…` }).click()
  await chooseFile(coppice, file)
  await expect(forecast(window)).toHaveText('30 rows added, 30 people enrolled.')
  await runImport(window)
  await window.getByRole('button', { name: 'Show them' }).click()
}

async function openProgram(window: Page, tab: string): Promise<void> {
  await goTo(window, 'Mentoring')
  await window
    .getByRole('main')
    .getByRole('button', { name: new RegExp(program) })
    .first()
    .click()
  await expect(title(window)).toHaveText(program)
  await openTab(window, tab)
}

async function openMatch(window: Page) {
  await openProgram(window, 'Matches')
  const article = matchArticle(window, pair)
  const back = window.getByRole('button', { name: '‹ All matches' })
  const row = window
    .getByRole('grid', { name: 'Matches' })
    .locator('[data-index]')
    .filter({ hasText: 'Mentee 01' })
  await expect(back.or(row)).toBeVisible()
  if (await row.isVisible()) await row.dblclick()
  await expect(article).toBeVisible()
  return article
}

test('sixty applicants become thirty matches, of which one is led to its end, and the report tells of it', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Life'))
  const dialog = window.getByRole('dialog')

  await test.step('a program', async () => {
    await goTo(window, 'Mentoring')
    await window.getByRole('main').getByRole('button', { name: 'New program' }).first().click()
    await window.getByRole('button', { name: /^Leadership/ }).click()
    await window.getByRole('textbox', { name: 'Name' }).fill(program)
    await window.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(title(window)).toHaveText(program)
  })

  await test.step('sixty applicants', async () => {
    const [mentors, mentees] = [join(folder, 'mentors.csv'), join(folder, 'mentees.csv')]
    await writeFile(mentors, applicants('Mentor', 'Skills offered'))
    await writeFile(mentees, applicants('Mentee', 'Skills wanted'))
    await importApplicants(coppice, 'mentors', mentors)
    await expect(boardStep(window, 'Applied').heading).toHaveText('Applied 30')
    await importApplicants(coppice, 'mentees', mentees)
    await expect(boardStep(window, 'Applied').heading).toHaveText('Applied 60')
  })

  await test.step('are made ready together', async () => {
    await boardStep(window, 'Applied')
      .card('Mentee 01')
      .click({ modifiers: ['ControlOrMeta'] })
    await window.getByRole('button', { name: 'Select all 60' }).click()
    const bar = window.getByRole('toolbar', { name: 'Selected people' })
    await expect(bar).toContainText('60 people selected')
    await bar.getByRole('button', { name: 'Move…' }).click()
    await dialog.getByRole('combobox', { name: 'To' }).click()
    await window.getByRole('option', { name: 'Ready', exact: true }).click()
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await expect(boardStep(window, 'Ready').heading).toHaveText('Ready 60')
  })

  await test.step('are matched', async () => {
    await openTab(window, 'Matching')
    const { reading, line } = matchingTab(window)
    await expect(reading).toContainText('All 30 mentees have a mentor.')
    await expect(line('Mentee 01')).toContainText('Mentee 01 with Mentor 01')
    await window.getByRole('button', { name: 'Accept all…' }).click()
    await dialog.getByRole('button', { name: 'Accept 30 pairs' }).click()
    await expect(notice(window, '30 pairs are matches now.')).toBeVisible()
    await expect(reading).toContainText('No mentee is ready')
    await openTab(window, 'Overview')
    await expect(funnelRow(window, 'Matched')).toContainText(/60\s*100 %/)
  })

  await test.step('with the plan for check-ins that came with the template', async () => {
    await openTab(window, 'Matches')
    await expect(window.getByRole('button', { name: 'Change the plan' })).toBeVisible()
    await expect(window.getByRole('main')).toContainText('A check-in with each person')
  })

  await test.step('two of them meet three times', async () => {
    for (const held of ['Hello', 'A first visit', 'Looking back']) {
      const article = await openMatch(window)
      await article.getByRole('button', { name: 'New session' }).click()
      const editor = sessionEditor(window)
      await editor.title.fill(held)
      await editor.minutes.fill('40')
      await editor.save.click()
      await expect(
        window.getByRole('complementary', { name: 'Session' }).getByRole('heading', { name: held }),
      ).toBeVisible()
    }
  })

  await test.step('and are talked with', async () => {
    const article = await openMatch(window)
    await expect(article).toContainText('3 sessions')
    await article.getByRole('button', { name: 'Talked today: Mentee 01' }).click()
    await expect(article).toContainText('Last check-in on')
    for (const held of ['Hello', 'A first visit', 'Looking back'])
      await expect(article.getByRole('button', { name: held, exact: true })).toBeVisible()
  })

  await test.step('five people answer a survey', async () => {
    await openTab(window, 'Surveys')
    await window.getByRole('button', { name: 'New survey' }).click()
    await window.getByRole('menuitem', { name: /^Match quality/ }).click()
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await window.getByRole('button', { name: 'Enter answers' }).click()
    for (const count of ['1 sheet', '2 sheets', '3 sheets', '4 sheets', '5 sheets']) {
      await dialog.getByRole('radiogroup').first().focus()
      await window.keyboard.type('44244242')
      await expect(dialog.getByRole('button', { name: 'Save, and the next' })).toBeFocused()
      await window.keyboard.press('Enter')
      await expect(dialog.getByRole('status')).toHaveText(`${count} entered.`)
    }
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(window.getByRole('main').getByRole('status').first()).toContainText(
      '5 people answered: 4.0 of 5 on the whole.',
    )
  })

  await test.step('the match is led to its end', async () => {
    const article = await openMatch(window)
    await article.getByRole('button', { name: 'More', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Bring it to an end…' }).click()
    await window.getByRole('button', { name: 'Begin the closing' }).click()
    const end = article.getByRole('region', { name: 'The end of the match' })
    for (const name of ['Mentor 01', 'Mentee 01']) {
      const talk = end.getByRole('checkbox', { name: `Last talk with ${name}` })
      await talk.click()
      await expect(talk).toBeChecked()
    }
    await end.getByRole('button', { name: 'Close the match' }).click()
    await expect(article.getByText(/^Completed, since /)).toBeVisible()
  })

  await test.step('the report tells of all of it', async () => {
    await openTab(window, 'Report')
    const report = window.getByRole('article', { name: 'Report' })
    const part = (name: string) => report.getByRole('region', { name, exact: true })
    await expect(report).toContainText('60 people were enrolled. Fewer than five of 30 matches met.')
    await expect(part('How far people came')).toContainText(
      'Of 60 people, 60 came to a match and fewer than five to the end.',
    )
    await expect(part('What surveys say')).toContainText(
      'Five people answered “Match quality”: 4 of 5 on the whole.',
    )
    await window.getByRole('radiogroup', { name: 'What it may say' }).getByText('With names').click()
    await expect(report).toContainText(
      '60 people were enrolled. One of 30 matches met, in three sessions and two hours. One match came to an end.',
    )
    await expect(part('How matches ended')).toContainText('One match was completed.')
    await expect(part('Check-ins')).toContainText('One check-in was logged, with one person.')
  })
})
