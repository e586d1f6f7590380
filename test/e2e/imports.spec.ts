import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { checkout } from '../../scripts/support/paths.mjs'
import { pressAtOnce } from './pages/atOnce'
import { chooseFile, columnTarget, fixture, forecast, runImport, section } from './pages/importing'
import { systemKey } from './pages/keys'
import { membersScreen } from './pages/members'
import { addMember } from './pages/records'
import { sessionsScreen } from './pages/sessions'
import { goTo, navigation, notice, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

const counts = ({ window }: Coppice, of: string) =>
  navigation(window).getByRole('button', { name: new RegExp(`^${of}`) })

/** The real data beside the checkout, where there is some. */
const collegeMessages = resolve(checkout, '..', 'shared', 'data', 'collegemsg-interactions.csv')

async function openImport(coppice: Coppice, from: 'Members' | 'Sessions' | 'Activity'): Promise<void> {
  await goTo(coppice.window, from)
  const way = from === 'Activity' ? 'Import contacts…' : 'Import…'
  await coppice.window.getByRole('button', { name: way }).click()
}

test('a date that can be read two ways is asked about', async ({ coppice, folder }) => {
  const { window } = coppice
  const file = join(folder, 'people.csv')
  await writeFile(file, 'Name,Joined on\nAnna Berg,04/05/2021\nBob Stone,01/02/2020\n')
  await startEmpty(coppice, join(folder, 'Dates'))
  await openImport(coppice, 'Members')
  await chooseFile(coppice, file)
  const question = window.getByRole('radiogroup', { name: /How is a date such as “04\/05\/2021” meant\?/ })
  await expect(question).toBeVisible()
  await expect(window.getByRole('button', { name: /^Import \d/ })).toBeDisabled()
  await question.getByRole('radio', { name: 'Day, month, year' }).check()
  await expect(forecast(window)).toHaveText('2 rows added.')
  await expect(window.getByRole('cell', { name: '2021-05-04' })).toBeVisible()
  await question.getByRole('radio', { name: 'Month, day, year' }).check()
  await expect(window.getByRole('cell', { name: '2021-04-05' })).toBeVisible()
  await runImport(window)
  // What stands under the title is true before and after.
  await expect(window.getByRole('main')).toContainText('people.csv was gone through to its end.')
  await expect(window.getByRole('main')).not.toContainText('Nothing is written')
  const report = join(folder, 'what came in.md')
  await coppice.answerSaveDialog(report)
  await window.getByRole('button', { name: 'Save a report…' }).click()
  await window.getByRole('menuitem', { name: 'Markdown' }).click()
  await expect(notice(window, 'Saved as what came in.md.')).toBeVisible()
  expect(await readFile(report, 'utf8')).toMatch(/Import of people\.csv.*2 new members.*Joined on/s)
  await window.getByRole('button', { name: 'Show them' }).click()
  await membersScreen(window).row('Berg, Anna').click()
  await expect(membersScreen(window).profile).toContainText('member since 2021')
})

test('a name that two people bear is asked about, and the answer is taken', async ({ coppice, folder }) => {
  const { window } = coppice
  const file = join(folder, 'sessions.csv')
  await writeFile(file, 'Date,Mentor,Mentee,Notes\n2026-03-12,Ann Lee,Rui Silva,About the rota\n')
  await startEmpty(coppice, join(folder, 'Names'))
  await addMember(window, { name: 'Ann Lee', department: 'Finance' })
  await addMember(window, { name: 'Ann Lee', department: 'Nursing' })
  await addMember(window, { name: 'Rui Silva' })
  await openImport(coppice, 'Sessions')
  await chooseFile(coppice, file)
  await expect(section(window, 'Who is meant?')).toContainText('Coppice does not guess.')
  await expect(forecast(window)).toHaveText('0 rows added, 1 row not taken.')
  await window.getByRole('combobox', { name: 'Ann Lee (1 row)' }).click()
  await window.getByRole('option', { name: /Nursing/ }).click()
  await expect(forecast(window)).toHaveText('1 row added.')
  await runImport(window)
  await window.getByRole('button', { name: 'Show them' }).click()
  const { rows, reader } = sessionsScreen(window)
  await rows.filter({ hasText: 'About the rota' }).click()
  await reader.getByRole('button', { name: 'Ann Lee' }).click()
  await expect(membersScreen(window).profile).toContainText('Nursing')
})

test('rows that cannot be taken are listed, and saved with their reasons', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Rejected'))
  await openImport(coppice, 'Members')
  await chooseFile(coppice, fixture('hr-people.csv'))
  await expect(forecast(window)).toHaveText('2 rows added, 1 row not taken.')
  const rejected = section(window, 'What would happen').getByRole('listitem')
  await expect(rejected).toHaveText([/^Line 4 .*31\/02\/2021/])
  const saved = join(folder, 'not taken.csv')
  await coppice.answerSaveDialog(saved)
  await window.getByRole('button', { name: /^Save what is not taken/ }).click()
  await expect(notice(window, 'Saved as not taken.csv.')).toBeVisible()
  const text = await readFile(saved, 'utf8')
  expect(text).toContain('ida@corp.example')
  expect(text).toContain('31/02/2021')
  expect(text).not.toContain('mary@corp.example')
  await expect(counts(coppice, 'Members')).toContainText('0')
})

test('a column taken out is not imported, and a file without names is not accepted', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  const file = join(folder, 'people.csv')
  await writeFile(file, 'Full name,Shoe size\nAnna Berg,39\n')
  await startEmpty(coppice, join(folder, 'Columns'))
  await openImport(coppice, 'Members')
  await chooseFile(coppice, file)
  await expect(columnTarget(window, 'Full name')).toHaveValue('Name')
  await columnTarget(window, 'Full name').click()
  await window.getByRole('option', { name: 'Position' }).click()
  await expect(window.getByText('Say which column holds the members’ names')).toBeVisible()
  await expect(window.getByRole('button', { name: /^Import \d/ })).toBeDisabled()
})

test('the same file twice changes nothing, and one undo takes an import back', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Twice'))
  for (const again of [false, true]) {
    await openImport(coppice, 'Members')
    await chooseFile(coppice, fixture('google-contacts.csv'))
    if (again) {
      await expect(forecast(window)).toHaveText(/^0 rows added, 3 rows there already/)
      await expect(section(window, 'The columns')).toContainText(/They go where they went on/)
      await expect(window.getByRole('button', { name: /^Import 0 rows$/ })).toBeDisabled()
      await window.getByRole('button', { name: 'Cancel' }).click()
    } else {
      await expect(forecast(window)).toHaveText('3 rows added, 1 row not taken.')
      await runImport(window)
      await expect(window.getByRole('heading', { name: '3 rows added, 0 merged' })).toBeVisible()
    }
  }
  await expect(counts(coppice, 'Members')).toContainText('3')
  await goTo(window, 'Settings')
  await expect(section(window, 'Imports').getByRole('listitem')).toHaveText([/^google-contacts\.csv/])
  await goTo(window, 'Members')
  await expect(membersScreen(window).rows).toHaveCount(3)
  await systemKey(coppice, 'Z', 'control')
  await expect(window.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible()
  await goTo(window, 'Settings')
  await expect(section(window, 'Imports')).toContainText('Nothing was imported yet.')
  await systemKey(coppice, 'Y', 'control')
  await expect(counts(coppice, 'Members')).toContainText('3')
})

test('an import can be undone on the spot, once, and another one follow', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Spot'))
  await addMember(window, { name: 'Rui Silva' })
  await openImport(coppice, 'Members')
  await chooseFile(coppice, fixture('hr-people.csv'))
  await runImport(window)
  await expect(counts(coppice, 'Members')).toContainText('3')
  await window.getByRole('button', { name: 'Undo the import' }).click()
  await expect(window.getByRole('heading', { name: 'The import was undone' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Undo the import' })).toHaveCount(0)
  await expect(window.getByRole('button', { name: 'Show them' })).toHaveCount(0)
  await expect(counts(coppice, 'Members')).toContainText('1')

  await coppice.answerOpenDialog(fixture('google-contacts.csv'))
  await window.getByRole('button', { name: 'Import another…' }).click()
  await expect(forecast(window)).toHaveText('3 rows added, 1 row not taken.')
  await runImport(window)
  await expect(counts(coppice, 'Members')).toContainText('4')
})

test('sessions from a form come in whole, action items and all', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Log'))
  await openImport(coppice, 'Sessions')
  await chooseFile(coppice, fixture('sessions-log.csv'))
  await expect(forecast(window)).toHaveText('2 rows added, 1 row not taken, 3 new members by the way.')
  await runImport(window)
  await window.getByRole('button', { name: 'Show them' }).click()
  const { row, reader } = sessionsScreen(window)
  await row('90 min').click()
  await expect(reader.getByRole('heading', { name: 'Handover' })).toBeVisible()
  await expect(reader.getByRole('checkbox')).toHaveCount(2)
  await expect(reader).toContainText('handover, logistics')
})

test('a large import can be cancelled, and leaves nothing', async ({ coppice, folder }) => {
  const { window } = coppice
  const file = join(folder, 'contacts.csv')
  const lines = Array.from({ length: 60_000 }, (_, row) => {
    const day = String((row % 28) + 1).padStart(2, '0')
    return `Person ${row % 2000},Person ${(row * 7 + 1) % 2000},2026-03-${day},message`
  })
  await writeFile(file, ['from,to,at,kind', ...lines].join('\n'))
  await startEmpty(coppice, join(folder, 'Cancelled'))
  await openImport(coppice, 'Activity')
  await chooseFile(coppice, file)
  await expect(forecast(window)).toHaveText(/rows added/, { timeout: 30_000 })
  const start = window.getByRole('button', { name: /^Import [\d,]+ rows$/ })
  await expect(start).toBeEnabled({ timeout: 30_000 })
  // The backup before it is not what this is about.
  const cancelled = pressAtOnce(window, { shown: /[\d,]+ rows read/, within: 'main' }, 'Cancel')
  await start.click()
  await cancelled
  await expect(notice(window, /cancelled. Nothing was imported\./)).toBeVisible()
  await expect(start).toBeEnabled()
  await expect(counts(coppice, 'Members')).toContainText('0')
  await goTo(window, 'Settings')
  await expect(window.getByText('0 members, 0 sessions, 0 interactions')).toBeVisible()
  await expect(section(window, 'Imports')).toContainText('Nothing was imported yet.')
})

test('a file dropped onto the screen is looked at', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Dropped'))
  await openImport(coppice, 'Members')
  // What the system does when somebody lets a file go: the debugger's protocol can do it, Playwright cannot.
  const session = await coppice.app.context().newCDPSession(window)
  const box = await window.getByRole('region', { name: 'Choose a file' }).boundingBox()
  if (!box) throw new Error('There is no place to drop on.')
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [fixture('hr-people.csv')], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...place, data })
  await expect(forecast(window)).toHaveText('2 rows added, 1 row not taken.')
})

test('sixty thousand real messages bring their people with them', async ({ coppice, folder }) => {
  test.skip(!existsSync(collegeMessages), 'The data beside the checkout is not there.')
  test.setTimeout(120_000)
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'College'))
  await openImport(coppice, 'Activity')
  await chooseFile(coppice, collegeMessages)
  const newcomers = window.getByRole('switch', { name: 'People who are not in the directory become members' })
  await expect(newcomers).toBeChecked()
  await expect(forecast(window)).toHaveText('59,835 rows added, 1,899 new members by the way.', {
    timeout: 30_000,
  })
  await runImport(window)
  await expect(window.getByText('1,899 people became a member by it.')).toBeVisible()
  await expect(counts(coppice, 'Members')).toContainText('1,899')
  await window.getByRole('button', { name: 'Show them' }).click()
  await window.getByRole('combobox', { name: 'Period' }).click()
  await window.getByRole('option', { name: 'Everything' }).click()
  await expect(window.getByText('0 sessions and 59,835 interactions between')).toBeVisible()
})
