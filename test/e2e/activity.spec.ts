import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chart } from './pages/activity'
import { tabTo } from './pages/keys'
import { addMember, addSession, localToday } from './pages/records'
import { goTo, notice, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

const days = [0, -10, -40]

/** Noor and Kim met in three different weeks; a fourth member met nobody. */
async function withActivity(coppice: Coppice, folder: string): Promise<Page> {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Alive'))
  const noor = await addMember(window, { name: 'Noor Haddad', location: 'Amman', department: 'Nursing' })
  const kim = await addMember(window, { name: 'Kim Park', location: 'Leeds', department: 'Nursing' })
  await addMember(window, { name: 'Rui Silva', location: 'Porto' })
  for (const day of days)
    await addSession(window, {
      attendeeIds: [noor, kim],
      heldOn: localToday(day),
      minutes: 45,
      medium: 'phone',
    })
  await goTo(window, 'Activity')
  await expect(window.getByText(/^3 sessions and 3 interactions between/)).toBeVisible()
  return window
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

test('day, week and month count the same sessions', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  const time = chart(window, 'Sessions and interactions')
  await time.showTable()
  const months = new Set(days.map((day) => localToday(day).slice(0, 7)))
  for (const [step, buckets] of [
    ['Day', 3],
    ['Week', 3],
    ['Month', months.size],
  ] as const) {
    await window.getByRole('radiogroup', { name: 'Steps' }).getByText(step, { exact: true }).click()
    await expect(time.figure.getByRole('heading')).toContainText(`a ${step.toLowerCase()}`)
    await expect(time.table.getByRole('columnheader').first()).toHaveText(new RegExp(step, 'i'))
    const met = async (place: number) => (await time.column(place)).filter((count) => count > 0)
    await expect.poll(() => met(1), `sessions by ${step}`).toHaveLength(buckets)
    expect(sum(await met(1))).toBe(3)
    expect(await met(0), `interactions by ${step}`).toEqual(await met(1))
  }
  await time.tool('Show as chart').click()
  await expect(time.figure.getByRole('img', { name: /^Sessions and interactions/ })).toBeVisible()
})

test('a shorter period leaves out what lies before it', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  await addSession(window, {
    attendeeIds: [1],
    heldOn: localToday(-200),
    notes: 'Long ago, alone with her thoughts.',
  })
  await expect(window.getByText(/^4 sessions and 3 interactions between/)).toBeVisible()
  await window.getByRole('combobox', { name: 'Period' }).click()
  await window.getByRole('option', { name: '3 months' }).click()
  await expect(window.getByText(/^3 sessions and 3 interactions between/)).toBeVisible()
})

test('a chart can be copied, and saved as picture and as table', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  const places = chart(window, 'By location')
  await expect(places.figure).toContainText('interactions.')

  await places.tool('Copy the table').click()
  await expect(places.figure.getByRole('status')).toHaveText('Table copied.')
  const copied = await coppice.app.evaluate(async ({ clipboard }) => await clipboard.readText())
  expect(copied.split('\n')).toEqual([
    'Location\tInteractions\tShare (%)',
    expect.stringMatching(/^(Amman|Leeds)\t3\t50$/),
    expect.stringMatching(/^(Amman|Leeds)\t3\t50$/),
  ])

  const table = join(folder, 'places.csv')
  await coppice.answerSaveDialog(table)
  await places.tool('Save as CSV').click()
  await expect(notice(window, 'Saved as places.csv.')).toBeVisible()
  expect(await readFile(table, 'utf8')).toMatch(
    /^\uFEFF?Location,Interactions,Share \(%\)\r?\n(Amman|Leeds),3,50\r?\n/,
  )

  const picture = join(folder, 'places.png')
  await coppice.answerSaveDialog(picture)
  await places.tool('Save as picture (PNG)').click()
  await expect(notice(window, 'Saved as places.png.')).toBeVisible()
  const png = await readFile(picture)
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  // Width and height stand in the first chunk; twice the size on screen, so that it can be printed.
  expect(png.readUInt32BE(16)).toBeGreaterThan(500)
  expect(await colours(coppice, picture)).toBeGreaterThan(20)
})

test('every chart of the screen can be saved as a picture', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  const charts = window.getByRole('figure')
  await expect(charts).toHaveCount(8)
  for (let place = 0; place < 8; place++) {
    const figure = charts.nth(place)
    const file = join(folder, `chart-${place}.png`)
    await coppice.answerSaveDialog(file)
    await figure.getByRole('button', { name: 'Save as picture (PNG)' }).click()
    await expect(notice(window, `Saved as chart-${place}.png.`)).toBeVisible()
    expect(await colours(coppice, file), `colours of chart ${place}`).toBeGreaterThan(20)
  }
})

test('the calendar is walked through with the arrow keys', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  const calendar = chart(window, 'Calendar')
  const day = (date: string) => calendar.figure.locator(`[data-date="${date}"]`)
  await tabTo(window, day(localToday()))
  await expect(calendar.figure.getByText(/^1 interaction on /)).toBeVisible()
  await window.keyboard.press('ArrowUp')
  await expect(day(localToday(-1))).toBeFocused()
  await window.keyboard.press('ArrowLeft')
  await expect(day(localToday(-8))).toBeFocused()
  await expect(calendar.figure.getByText(/^0 interactions on /)).toBeVisible()
  await calendar.showTable()
  expect(sum(await calendar.column(0))).toBe(3)
})

test('participation is told by weeks, with the rule beside it', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  const rings = chart(window, 'Participation contacts')
  // Three of twelve weeks are a quarter of them: both are active, and the third was never seen.
  await expect(rings.figure).toContainText('0 core, 2 active, 0 peripheral, 1 not seen.')
  await rings.showTable()
  await expect(rings.rows).toHaveCount(4)
  await expect(rings.rows.filter({ hasText: /active/i }).first()).toContainText('2')
})

test('one chart divided by place still names what it counts', async ({ coppice, folder }) => {
  const window = await withActivity(coppice, folder)
  await window.getByRole('combobox', { name: 'Divided' }).click()
  await window.getByRole('option', { name: 'by location' }).click()
  const time = chart(window, 'Interactions by location')
  await expect(time.figure).toContainText('Between two locations an interaction counts for each.')
  await time.showTable()
  await expect(time.table.getByRole('columnheader')).toHaveText([/week/i, 'Amman', 'Leeds', 'Total'])
  expect(sum(await time.column(0))).toBe(3)
})

/** How many different colours a picture has: a blank one has one. */
function colours({ app }: Coppice, file: string): Promise<number> {
  return app.evaluate(({ nativeImage }, path) => {
    const bitmap = nativeImage.createFromPath(path).toBitmap()
    const found = new Set<number>()
    for (let at = 0; at < bitmap.length; at += 4) found.add(bitmap.readUInt32LE(at))
    return found.size
  }, file)
}
