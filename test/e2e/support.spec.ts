import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DueCheckIn } from '@shared/contract/support'
import { ownPlan } from '@shared/domain/support/plan'
import { systemKey } from './pages/keys'
import { matchArticle, todayList } from './pages/matches'
import { call, localToday } from './pages/records'
import { exploreSample, goTo, navigation, notice } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

/** A plan by which nearly everybody is overdue, and one of those whom Today shows first, who is on it once. */
async function overdue(window: Page): Promise<DueCheckIn> {
  const today = localToday()
  const { preset, quick, inDepth } = ownPlan(3, 90, null)
  for (const { id, status } of await call(window, 'programs.names', {})) {
    if (status !== 'running') continue
    const plan = { preset, quick: [...quick], inDepth: [...inDepth] }
    await call(window, 'support.choose', { programId: id, plan })
  }
  const { checkIns } = await call(window, 'support.due', { today, days: 7, limit: 50 })
  const once = checkIns
    .slice(0, 7)
    .find(({ person }) => checkIns.filter((other) => other.person.id === person.id).length === 1)
  if (!once) throw new Error('Nobody of the sample is overdue once.')
  expect(once.daysLate).toBeGreaterThan(0)
  return once
}

test('an overdue check-in is settled in one click, and a match led to its end and reopened', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await exploreSample(coppice, join(folder, 'Sample'))
  const { person, match } = await overdue(window)
  const people = match.members.map(({ name }) => name).join(' and ')
  const talked = window.getByRole('button', { name: `Talked today: ${person.name}`, exact: true })
  const count = navigation(window).getByRole('button', { name: /^Today \d/ })

  await test.step('on Today, in one click, and taken back', async () => {
    await goTo(window, 'Today')
    await expect(todayList(window, 'Check-ins')).toBeVisible()
    await expect(talked).toBeVisible()
    const before = Number(((await count.textContent()) ?? '').replace(/\D/g, ''))
    expect(await barriers(window)).toEqual([])
    await talked.click()
    await expect(talked).toBeHidden()
    await expect(count).toHaveText(`Today${before - 1}`)
    await systemKey(coppice, 'Z', 'control')
    await expect(talked).toBeVisible()
    await expect(count).toHaveText(`Today${before}`)
  })

  await test.step('the days go into a calendar', async () => {
    const file = join(folder, 'days.ics')
    await coppice.answerSaveDialog(file)
    await window.getByRole('button', { name: 'My week' }).click()
    await window.getByRole('menuitem', { name: 'Save sessions and check-ins for a calendar…' }).click()
    await expect(notice(window, 'Saved: days.ics')).toBeVisible()
    expect(await readFile(file, 'utf8')).toContain('BEGIN:VCALENDAR')
  })

  const article = matchArticle(window, people)
  const end = article.getByRole('region', { name: 'The end of the match' })
  await test.step('to the end of the match, step by step', async () => {
    await window.getByRole('button', { name: `Open the match of ${person.name}`, exact: true }).click()
    await expect(article).toBeVisible()
    if (await end.isHidden()) {
      await article.getByRole('button', { name: 'More', exact: true }).click()
      await window.getByRole('menuitem', { name: 'Bring it to an end…' }).click()
      await window.getByRole('button', { name: 'Begin the closing' }).click()
    }
    await expect(end).toBeVisible()
    expect(await barriers(window)).toEqual([])
    await end.getByLabel(`Notes: Last talk with ${person.name}`).fill('A good year.')
    const talk = end.getByRole('checkbox', { name: `Last talk with ${person.name}` })
    await talk.click()
    await expect(talk).toBeChecked()
    await end.getByRole('button', { name: 'Close the match' }).click()
    await expect(article.getByText(/^Completed, since /)).toBeVisible()
    await expect(end.getByText('Afterwards: They may stay in touch as they like.')).toBeVisible()
    await expect(end.getByLabel(`Notes: Last talk with ${person.name}`)).toHaveValue('A good year.')
  })

  await test.step('and on again', async () => {
    await article.getByRole('button', { name: 'Reopen…' }).click()
    await window.getByLabel('Because').fill('They want to go on')
    await window.getByRole('button', { name: 'Reopen the match' }).click()
    await expect(article.getByText(/^Active, since /)).toBeVisible()
    const story = article.getByRole('region', { name: 'Story' })
    await expect(story.getByText('They want to go on')).toBeVisible()
    await expect(end).toBeHidden()
  })
})
