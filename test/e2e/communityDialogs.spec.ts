import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemKey } from './pages/keys'
import { addMember, call, localToday } from './pages/records'
import { goTo, notice, startEmpty, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

async function addCommunity(window: Page): Promise<number> {
  const community = {
    name: 'Bridges',
    domain: 'How we build across rivers',
    purpose: '',
    rhythmDays: 14,
    sponsorId: null,
    coordinatorId: null,
    beganOn: null,
    endedOn: null,
    publicSpaces: null,
    privateSpaces: null,
  }
  const begins = { stage: 'maturing', since: localToday(-300), note: null } as const
  return (await call(window, 'communities.save', { id: null, community, begins })).id
}

test('an ask is noted from the palette, waits on Today, and is answered in its dialog', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Asks'))
  const main = window.getByRole('main')
  const noor = await addMember(window, { name: 'Noor Haddad' })
  await addMember(window, { name: 'Kim Ode' })
  const communityId = await addCommunity(window)
  const old = { askerId: noor, text: 'Who has crossed the Tagus?', askedOn: localToday(-9), topic: null }
  await call(window, 'asks.save', { id: null, communityId, ask: { ...old, isPrivate: false } })

  const palette = window.getByRole('dialog', { name: 'Find or do' })
  await systemKey(coppice, 'K', 'control')
  await expect(palette.getByRole('textbox')).toBeFocused()
  await window.keyboard.type('tagus')
  await expect(palette.getByRole('button', { name: /Who has crossed the Tagus\?/ })).toBeVisible()
  await palette.getByRole('textbox').fill('bridges grow')
  await expect(palette.getByRole('button', { name: /^Bridges: Growth/ })).toBeVisible()
  await palette.getByRole('textbox').fill('new ask')
  await expect(palette.getByRole('button', { name: 'New ask in Bridges' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(title(window)).toHaveText('Bridges')
  // Whoever hears it writes at once.
  await expect(main.getByRole('combobox', { name: 'Who asks' })).toBeFocused()
  await window.keyboard.type('kim')
  await window.getByRole('option', { name: /Kim Ode/ }).click()
  await main.getByRole('textbox', { name: 'What' }).fill('How wide is wide?')
  await window.keyboard.press('Control+Enter')
  const waiting = main.getByRole('region', { name: 'Waiting for an answer' }).getByRole('listitem')
  await expect(waiting).toHaveCount(2)

  await goTo(window, 'Today')
  const line = main.getByRole('listitem').filter({ hasText: 'Who has crossed the Tagus?' })
  await expect(line).toContainText('Noor Haddad, Bridges; nobody has answered')
  expect.soft(await barriers(window), 'Today').toEqual([])
  await line.getByRole('button', { name: /^Open the asks/ }).click()

  await main.getByRole('button', { name: 'Who helped? Noor Haddad: Who has crossed the Tagus?' }).click()
  const dialog = window.getByRole('dialog', { name: 'Who helped Noor Haddad?' })
  await dialog.getByRole('combobox', { name: 'Who' }).fill('kim')
  await window.getByRole('option', { name: /Kim Ode/ }).click()
  await dialog.getByText('In part').click()
  expect.soft(await barriers(window), 'Answer').toEqual([])
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(waiting).toHaveCount(1)
  await expect(main.getByRole('region', { name: 'Answered' })).toContainText('Kim Ode')
  await goTo(window, 'Today')
  await expect(line).toHaveCount(0)
})

test('somebody is invited and written to, and the ground is looked at', async ({ coppice, folder }) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Growth'))
  const main = window.getByRole('main')
  await addMember(window, { name: 'Noor Haddad' })
  await addCommunity(window)
  await goTo(window, 'Communities')
  await main.getByRole('button', { name: /^Bridges/ }).click()
  await main.getByRole('button', { name: 'Growth', exact: true }).click()
  await main.getByRole('button', { name: 'Think of somebody' }).click()
  const invitation = window.getByRole('dialog', { name: 'Who could belong?' })
  await invitation.getByText('Somebody else').click()
  await invitation.getByRole('textbox', { name: 'Name' }).fill('Rui Silva')
  await invitation.getByRole('textbox', { name: 'E-mail' }).fill('rui@example.org')
  expect.soft(await barriers(window), 'Invitation').toEqual([])
  await invitation.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(invitation).toHaveCount(0)
  await expect(main.getByRole('region', { name: 'To be done' })).toContainText('Rui Silva')

  await main.getByRole('button', { name: 'Write letters…' }).click()
  const letters = window.getByRole('dialog', { name: 'Letters of invitation' })
  await letters.getByRole('textbox', { name: 'Subject' }).fill('Come over, {{name}}')
  const preview = letters.getByRole('region', { name: 'The letter for Rui Silva' })
  await expect(preview).toContainText('Come over, Rui Silva')
  expect.soft(await barriers(window), 'Letters').toEqual([])
  const path = join(folder, 'letters.csv')
  await coppice.answerSaveDialog(path)
  await letters.getByRole('button', { name: 'As a table…' }).click()
  await expect(notice(window, /1 letter is in/)).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('Come over, Rui Silva')
  await expect(letters).toHaveCount(0)
  await expect(main.getByRole('region', { name: 'Waiting for an answer' })).toContainText('Rui Silva')

  await main.getByRole('button', { name: 'Is the ground ready?' }).click()
  await main.getByRole('button', { name: 'Answer the twelve statements' }).click()
  const ground = window.getByRole('dialog', { name: 'Is the ground ready?' })
  const statements = ground.getByRole('radiogroup')
  await expect(statements).toHaveCount(12)
  for (let at = 0; at < 12; at++) {
    await statements
      .nth(at)
      .getByText(at < 2 ? 'Hardly' : 'Fully', { exact: true })
      .click()
  }
  await expect(ground.getByText('All are answered.')).toBeVisible()
  expect.soft(await barriers(window), 'Readiness').toEqual([])
  await ground.getByRole('button', { name: 'Keep the answers' }).click()
  const subject = main.getByRole('region', { name: 'Bridges' })
  await expect(subject.getByRole('heading', { name: 'What to do first' })).toBeVisible()
  await expect(subject.getByRole('list', { name: 'Area by area' })).toContainText('Sponsor2.0')
})
