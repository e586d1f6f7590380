import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemKey } from './pages/keys'
import { matchingTab } from './pages/matching'
import { openTab } from './pages/programs'
import { addMember, call, localToday } from './pages/records'
import { goTo, startEmpty } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

async function addEmptyProgram(window: Page, name: string, format: 'one to one' | 'peer'): Promise<number> {
  const { id } = await call(window, 'programs.save', {
    id: null,
    program: {
      name,
      purpose: 'To find one’s way.',
      format,
      status: 'running',
      startsOn: '2026-01-05',
      endsOn: null,
      cadenceDays: 14,
      roles: null,
      eligibility: null,
      mentorPlaces: null,
      menteePlaces: null,
      mentorCapacity: null,
      support: null,
      checks: [],
    },
  })
  return id
}

/** Two mentors and two mentees who are ready: Cy wants what Ana offers, Dee what Bo offers. */
async function addProgram(window: Page): Promise<void> {
  const programId = await addEmptyProgram(window, 'Pathways', 'one to one')
  const people = [
    { name: 'Ana Abel', role: 'mentor', skillsOffered: ['Bees'] },
    { name: 'Bo Baker', role: 'mentor', skillsOffered: ['Law'] },
    { name: 'Cy Cole', role: 'mentee', skillsWanted: ['Bees'] },
    { name: 'Dee Dale', role: 'mentee', skillsWanted: ['Law'] },
  ] as const
  for (const { role, ...person } of people) {
    const own = { ...person, role, languages: ['English'], skillsOffered: [], skillsWanted: [] }
    const id = await addMember(window, {
      ...own,
      ...('skillsOffered' in person
        ? { skillsOffered: [...person.skillsOffered] }
        : { skillsWanted: [...person.skillsWanted] }),
    })
    await call(window, 'enrolments.add', {
      programId,
      memberIds: [id],
      role,
      step: 'ready',
      onDay: localToday(-7),
    })
  }
}

test('pairs are proposed with their reasons, settled by hand, solved again around it, accepted, and taken back', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Matching'))
  await addProgram(window)
  await goTo(window, 'Mentoring')
  await window
    .getByRole('main')
    .getByRole('button', { name: /Pathways/ })
    .first()
    .click()
  await openTab(window, 'Matching')
  const { reading, line, lines, pane, reasons, action } = matchingTab(window)

  await test.step('why', async () => {
    await expect(reading).toContainText('Both mentees have a mentor.')
    await expect(lines).toHaveText([/Cy Cole with Ana Abel.*100\s%/s, /Dee Dale with Bo Baker.*100\s%/s])
    await line('Cy Cole').click()
    await expect(reasons.first()).toContainText('Offers the one skill wanted: Bees')
    await expect(reasons).toContainText([/Skills/, /Both speak English/])
    await expect(pane).toContainText('Instead, for Cy Cole')
    await expect(pane).toContainText('All together lose 167 points of fit.')
    expect.soft(await barriers(window), 'A pair').toEqual([])
  })

  await test.step('another mentor, by dragging', async () => {
    await line('Cy Cole').getByRole('group').dragTo(line('Bo Baker').getByRole('group'))
    await expect(line('Cy Cole')).toContainText('Cy Cole with Bo Baker')
    await expect(line('Dee Dale')).toContainText('Dee Dale with Ana Abel')
    await expect(pane).toContainText('You have locked this pair.')
    await action('Unlock').click()
    await expect(line('Cy Cole')).toContainText('Cy Cole with Ana Abel')
  })

  await test.step('the same from a list, with what it costs', async () => {
    await action('Match with…').click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Bo Baker' })).toContainText(
      'All together lose 167 points of fit.',
    )
    expect.soft(await barriers(window), 'Match with').toEqual([])
    await dialog.getByRole('button', { name: 'Match with Bo Baker' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(line('Dee Dale')).toContainText('Dee Dale with Ana Abel')
  })

  await test.step('kept apart, with the reason for who is left', async () => {
    await line('Dee Dale').click()
    await action('Not these two…').click()
    await window.getByRole('textbox', { name: 'Why, for you alone' }).fill('They share an office.')
    await window.getByRole('button', { name: 'Keep apart', exact: true }).click()
    await expect(reading).toContainText('1 of 2 mentees have a mentor.')
    await expect(line('Dee Dale')).toContainText(
      'Only 1 of 2 mentors is possible, whose places all go to others.',
    )
    await systemKey(coppice, 'Z', 'control')
    await expect(reading).toContainText('Both mentees have a mentor.')
  })

  await test.step('accepted, and taken back', async () => {
    await window.getByRole('button', { name: 'Accept all…' }).click()
    expect.soft(await barriers(window), 'Accept').toEqual([])
    await window.getByRole('button', { name: 'Accept 2 pairs' }).click()
    await expect(reading).toContainText('No mentee is ready')
    await systemKey(coppice, 'Z', 'control')
    await expect(lines).toHaveText([/with/, /with/])
  })

  await test.step('peers are paired off with each other, and are peers in their match', async () => {
    await addEmptyProgram(window, 'Circle', 'peer')
    await goTo(window, 'Mentoring')
    await window
      .getByRole('main')
      .getByRole('button', { name: /Circle/ })
      .first()
      .click()
    await openTab(window, 'Matching')
    await expect(reading).toContainText('All 4 people have a partner.')
    await line('Cy Cole').click()
    // Of these two only the language is known of both, so that nobody could fit better.
    await expect(pane).toContainText('Cy Cole with Dee Dale')
    await expect(pane).toContainText('the best of 3 people for Cy Cole')
    expect.soft(await barriers(window), 'Peers').toEqual([])
    await window.getByRole('button', { name: 'Accept all…' }).click()
    await window.getByRole('button', { name: 'Accept 2 pairs' }).click()
    await openTab(window, 'Matches')
    await window.getByRole('main').getByText('Cy Cole and Dee Dale').click()
    await expect(window.getByRole('main')).toContainText('Cy Cole, peer')
  })
})
