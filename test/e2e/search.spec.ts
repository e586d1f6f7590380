import { join } from 'node:path'
import { addMember, addSession } from './pages/records'
import { startEmpty, title } from './pages/shell'
import { expect, test } from './support/launch'

test('everything is searched in one place, and two topics become one and two again', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Guild'))
  const mira = await addMember(window, { name: 'Mira Okafor', skillsOffered: ['Feedback'] })
  await addSession(window, {
    attendeeIds: [mira],
    notes: 'We spoke about presenting to the board.',
    topics: ['Giving feedback'],
  })
  const main = window.getByRole('main')

  await window.getByRole('button', { name: 'Search everything' }).click()
  const field = main.getByRole('searchbox', { name: 'Search everything' })
  await expect(field).toBeFocused()
  await field.fill('presentign')
  await expect(main.getByText('Showing results for presenting')).toBeVisible()
  const hits = main.getByRole('list', { name: 'Found' }).getByRole('button')
  await expect(hits).toHaveCount(1)
  await main.getByRole('button', { name: 'presentign' }).click()
  await expect(main.getByText('Nothing found')).toBeVisible()
  // A word in another form is found, the kinds narrow down, and the keyboard leads from the words to what they found.
  await field.fill('feedbacks')
  await expect(main.getByRole('button', { name: 'Members 1' })).toBeVisible()
  await field.fill('boards')
  await main.getByRole('button', { name: 'Sessions 1' }).click()
  await field.press('ArrowDown')
  await expect(hits.first()).toBeFocused()
  await hits.first().press('Enter')
  await expect(main.getByRole('complementary', { name: 'Session' })).toContainText('presenting to the board')

  await window.getByRole('button', { name: 'Find or do…' }).click()
  await window.getByRole('textbox', { name: 'Find or do' }).fill('topics')
  await window.getByRole('button', { name: 'Topics', exact: true }).click()
  await expect(title(window)).toHaveText('Topics')
  const topics = main.getByRole('list', { name: 'Topics' }).getByRole('listitem')
  await expect(topics).toHaveText([/^Feedback 1 member offers it\./, /^Giving feedback 1 session\./])
  await main.getByRole('button', { name: 'Change Giving feedback' }).click()
  await window.getByRole('menuitem', { name: 'Merge into another one…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Into' }).click()
  await window.getByRole('option', { name: 'Feedback', exact: true }).click()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(topics).toHaveText([/^Feedback 1 session, 1 member offers it\./])
  await main.focus()
  await window.keyboard.press('Control+z')
  await expect(topics).toHaveText([/^Feedback 1 member offers it\./, /^Giving feedback 1 session\./])
})
