import { outdatedBackups, type Rotated } from '@shared/domain/backupRotation'
import { type BackupReason, backupReasons, isDeliberate } from '@shared/domain/backups'
import { localDate } from '@shared/domain/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const now = new Date('2026-11-25T14:10:33Z')
const hour = 3_600_000
const day = 24 * hour

function made(ago: number, reason: BackupReason = 'scheduled', name = `${ago}`): Rotated {
  return { name, at: new Date(now.getTime() - ago).toISOString(), reason }
}

const left = (backups: readonly Rotated[], at = now): Rotated[] => {
  const gone = new Set(outdatedBackups(backups, at))
  return backups.filter(({ name }) => !gone.has(name))
}
const names = (backups: readonly Rotated[]) => backups.map(({ name }) => name).sort()

test('a year of hourly backups becomes a day of hours, a week of days, a month of weeks, a year of months', () => {
  const hours = Array.from({ length: 366 * 24 }, (_, ago) => made(ago * hour))
  const kept = left(hours).map(({ name }) => Number(name) / hour)
  expect(kept.filter((ago) => ago < 24)).toHaveLength(24)
  expect(kept.filter((ago) => ago >= 24 && ago < 7 * 24)).toHaveLength(6)
  const weeks = kept.filter((ago) => ago >= 7 * 24 && ago < 28 * 24)
  expect(weeks.length).toBeGreaterThanOrEqual(3)
  // A month may end within these weeks.
  expect(weeks.length).toBeLessThanOrEqual(5)
  const months = kept.filter((ago) => ago >= 28 * 24)
  expect(months.length).toBeGreaterThanOrEqual(10)
  expect(months.length).toBeLessThanOrEqual(13)
})

test('what was made before an import stays for 30 days, and then as long as any other', () => {
  const crowd = [made(hour), made(29 * day, 'before import'), made(29 * day + hour)]
  expect(names(left(crowd))).toContain(`${29 * day}`)
  const older = [made(hour), made(35 * day, 'before import', 'early'), made(34 * day, 'scheduled', 'late')]
  expect(names(left(older))).toEqual([`${hour}`, 'late'].sort())
})

test('a single backup stays, however old it is', () => {
  expect(outdatedBackups([made(4000 * day)], now)).toEqual([])
})

const backups = fc
  .array(
    fc.record({
      ago: fc.oneof(
        fc.integer({ min: -2 * hour, max: 3 * day }),
        fc.integer({ min: 0, max: 40 * day }),
        fc.integer({ min: 0, max: 500 * day }),
      ),
      reason: fc.constantFrom(...backupReasons, null),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ ago, reason }, index): Rotated => ({ ...made(ago), reason, name: `backup ${index}` })),
  )

test('the newest one is never removed, and none of those younger than the rules say', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const gone = new Set(outdatedBackups(all, now))
      const newest = all.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
      for (const backup of all) {
        const age = now.getTime() - Date.parse(backup.at)
        if (age < day || (isDeliberate(backup.reason) && age < 30 * day)) {
          expect(gone.has(backup.name)).toBe(false)
        }
      }
      if (newest) expect(left(all).some(({ at }) => at === newest.at)).toBe(true)
    }),
  )
})

test('doing it again removes nothing more', () => {
  fc.assert(
    fc.property(backups, (all) => {
      expect(outdatedBackups(left(all), now)).toEqual([])
    }),
  )
})

test('what is removed now would be removed later as well, and doing it often leaves the same as doing it once', () => {
  fc.assert(
    fc.property(backups, fc.array(fc.integer({ min: 0, max: 90 * day }), { maxLength: 6 }), (all, steps) => {
      let at = now
      let often = left(all, at)
      for (const step of steps) {
        at = new Date(at.getTime() + step)
        const next = left(often, at)
        expect(names(next).every((name) => names(often).includes(name))).toBe(true)
        often = next
      }
      expect(names(often)).toEqual(names(left(all, at)))
    }),
  )
})

test('every day of the last week, every week of the last four and every month of the last year that had a backup has one still', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = left(all)
      for (const [keptFor, length] of [
        [7 * day, 10],
        [360 * day, 7],
      ] as const) {
        const within = all.filter(({ at }) => now.getTime() - Date.parse(at) < keptFor)
        const periods = (list: readonly Rotated[]) =>
          new Set(list.map(({ at }) => localDate(new Date(at)).slice(0, length)))
        expect([...periods(kept)]).toEqual(expect.arrayContaining([...periods(within)]))
      }
    }),
  )
})
