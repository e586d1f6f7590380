import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemKey } from './pages/keys'
import { addMember, call } from './pages/records'
import { goTo, notice, startEmpty, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'

test('a community is begun, meets, and who was there is noted by keyboard', async ({ coppice, folder }) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Circle'))
  await goTo(window, 'Communities')
  const main = window.getByRole('main')
  await expect(main.getByRole('heading', { name: 'No community yet' })).toBeVisible()
  await main.getByRole('button', { name: 'Begin with an example' }).click()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('Field Practice')
  expect(await barriers(window)).toEqual([])

  await main.getByRole('button', { name: 'Gatherings', exact: true }).click()
  await main.getByRole('button', { name: 'New gathering' }).click()
  await window.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Harbour walk')
  await window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(main.getByRole('heading', { name: 'Harbour walk' })).toBeVisible()

  const status = main.getByRole('status')
  await main.getByRole('textbox', { name: 'And guests who are in no directory' }).fill('3')
  await expect(status).toContainText('3 there.')
  await window.keyboard.press('Control+Enter')
  await expect(main.getByRole('button', { name: 'Save who was there' })).toBeDisabled()
  expect(await barriers(window)).toEqual([])
  const communities = await call(window, 'communities.list', { today: '2100-01-01' })
  expect(communities).toMatchObject([{ gatherings: { held: 1 } }])
  await main.getByRole('button', { name: 'All gatherings' }).click()
  await expect(main.getByRole('button', { name: /Harbour walk.*3 there, 3 of them guests/ })).toBeVisible()

  // What it writes down is its own from the first word, and stands on its page with who used it.
  await main.getByRole('button', { name: 'Knowledge', exact: true }).click()
  await expect(main.getByRole('heading', { name: 'Nothing is written down here yet' })).toBeVisible()
  await main.getByRole('button', { name: 'Write knowledge' }).click()
  await main.getByRole('textbox', { name: 'Title' }).fill('Walk before you talk')
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('Walk before you talk')
  await goTo(window, 'Communities')
  await main.getByText('Field Practice').click()
  await main.getByRole('button', { name: 'Knowledge', exact: true }).click()
  const written = main.getByRole('region', { name: 'Written here' })
  await expect(written.getByRole('listitem')).toHaveText(/Walk before you talk.*Draft.*not used yet/)
  const [{ id: itemId = 0 } = {}] = await call(window, 'knowledge.find', { query: 'walk', limit: 1 })
  const memberId = await addMember(window, { name: 'Noor Haddad', department: 'Data' })
  const authorId = await addMember(window, { name: 'Gwen Llewellyn', department: 'Field' })
  const item = await call(window, 'knowledge.get', { id: itemId })
  expect(item.community?.name).toBe('Field Practice')
  const { kind, title: name, body, topics, communityId, reviewOn, sessionId } = item
  await call(window, 'knowledge.save', {
    id: itemId,
    item: { kind, title: name, body, topics, communityId, reviewOn, sessionId, authorIds: [authorId] },
    today: '2026-11-26',
  })
  const story = {
    immediate: null,
    potential: null,
    applied: 'They walk first now',
    realised: null,
    reframing: null,
  }
  await call(window, 'knowledge.saveReuse', {
    id: null,
    itemId,
    reuse: { memberId, usedOn: '2026-11-20', story },
  })
  await expect(written.getByRole('listitem')).toHaveText(/by Gwen Llewellyn.*1 use$/)
  await expect(main).toContainText('1 time in all: 1 across departments')
  await expect(main).toContainText('Gwen Llewellyn to Noor Haddad')
  await expect(main).toContainText('They walk first now')
  expect(await barriers(window)).toEqual([])
})

test('who was there comes out of a file, with a report of it', async ({ coppice, folder }) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Circle'))
  await addMember(window, { name: 'Noor Haddad' })
  await goTo(window, 'Communities')
  const main = window.getByRole('main')
  await main.getByRole('button', { name: 'Begin with an example' }).click()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await main.getByRole('button', { name: 'Gatherings', exact: true }).click()

  const file = join(folder, 'meetup.xls')
  await writeFile(file, 'Name\tUser ID\tRSVP\tGuests\nNoor Haddad\tu1\tYes\t2\nJo Ibarra\tu2\tNo\t0\n')
  await coppice.answerOpenDialog(file)
  await main.getByRole('button', { name: 'Import attendance…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Attendance from a file' })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await dialog.getByRole('button', { name: 'Take 3 people' }).click()
  await expect(dialog).toContainText(
    'Taken: 1 member of the directory, and 2 guests. 1 line is not taken. Undo takes it back as one step.',
  )
  expect(await barriers(window)).toEqual([])

  const report = join(folder, 'who.md')
  await coppice.answerSaveDialog(report)
  await dialog.getByRole('button', { name: 'Save a report…' }).click()
  await window.getByRole('menuitem', { name: 'Markdown' }).click()
  await expect(notice(window, 'Saved as who.md.')).toBeVisible()
  const text = await readFile(report, 'utf8')
  expect(text).toContain('# Import of meetup.xls')
  expect(text).toMatch(/Guests without a name \| +2/)
  expect(text).toContain('Jo Ibarra')
  await systemKey(coppice, 'Z', 'control')
  await expect(dialog).toContainText('The import was undone.')
  await systemKey(coppice, 'Z', 'control', 'shift')
  await dialog.getByRole('button', { name: 'Show the gathering' }).click()
  await expect(main.getByRole('status')).toContainText('3 there')
})
