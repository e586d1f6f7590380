import { dayNumber } from '@shared/domain/calendar'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMember, addSession, openTestFile, type TestFile } from './support'

/** A Monday; the week before it begins on day `monday`. */
const today = '2026-11-23'
const monday = dayNumber(today) - 7

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

/** Asked of the records themselves. */
function counted(monday: number): { people: number; firstTimes: number } {
  return file.read((db) => {
    const before = (from: string, to: string) =>
      `EXISTS (SELECT 1 FROM interactions WHERE from_id = ${from} AND to_id = ${to} AND day < ${monday})`
    const pairs = db.all<{ a: number; b: number; known: number }>(
      `SELECT a, b, ${before('a', 'b')} OR ${before('b', 'a')} AS known
        FROM (SELECT DISTINCT min(from_id, to_id) AS a, max(from_id, to_id) AS b
          FROM interactions WHERE day BETWEEN ${monday} AND ${monday + 6})`,
    )
    return {
      people: new Set(pairs.flatMap(({ a, b }) => [a, b])).size,
      firstTimes: pairs.filter(({ known }) => known === 0).length,
    }
  })
}

const day = fc.integer({ min: monday - 3, max: monday + 8 })
const contact = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), day)
const step = fc.oneof(
  fc.record({ add: fc.array(contact, { minLength: 1, maxLength: 4 }) }),
  fc.record({ change: fc.nat(30), day }),
  fc.record({ remove: fc.nat(30) }),
  fc.constantFrom({ undo: true as const }, { redo: true as const }),
)

test('whatever is written, the last week is counted as from the records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14, size: 'max' }), async (steps) => {
      file.close()
      file = openTestFile()
      for (let who = 0; who < 6; who++) await addMember(file, { name: `Member ${who}` })
      // Beyond the reach of undo.
      await file.command((writer) => writer.insert('settings', { key: 'begun', value: '' }), 'test', {
        final: true,
      })
      for (const one of steps) {
        await take(one)
        expect((await file.call('today.get', { today })).lastWeek).toEqual(counted(monday))
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(one: Step): Promise<void> {
  if ('add' in one) {
    await addContacts(
      file,
      one.add.map(([from, further, on]) => [from, 1 + ((from - 1 + further) % 6), on] as const),
    )
  } else if ('change' in one) {
    await file.command((writer) => {
      if (isThere(one.change)) writer.update('interactions', one.change, { day: one.day })
    })
  } else if ('remove' in one) {
    await file.command((writer) => {
      if (isThere(one.remove)) writer.remove('interactions', one.remove)
    })
  } else {
    const operation = 'undo' in one ? 'history.undo' : 'history.redo'
    await file.call(operation, {}).catch((error) => expect(error).toMatchObject({ code: 'not-found' }))
  }
}

function isThere(id: number): boolean {
  return file.read((db) => db.value('SELECT 1 FROM interactions WHERE id = ?', id)) !== undefined
}

test('many contacts at a time, and those of sessions, are counted with the rest', async () => {
  for (let who = 0; who < 60; who++) await addMember(file, { name: `Member ${who}` })
  const some = (first: number, count: number, on: number) =>
    Array.from({ length: count }, (_, index) => {
      const from = 1 + ((first + index) % 60)
      return [from, 1 + ((from + (index % 31)) % 60), on + (index % 7)] as const
    })
  const expectCounted = async () =>
    expect((await file.call('today.get', { today })).lastWeek).toEqual(counted(monday))
  await addContacts(file, some(0, 40, monday))
  await expectCounted()
  await addContacts(file, some(7, 30, monday - 7))
  await expectCounted()
  await addContacts(file, some(3, 20_000, monday - 14))
  await expectCounted()
  await addSession(file, { attendeeIds: [1, 2, 3], heldOn: '2026-11-20' })
  await expectCounted()
  const { lastWeek } = await file.call('today.get', { today: '2026-11-16' })
  expect(lastWeek).toEqual(counted(monday - 7))
  await expectCounted()
})
