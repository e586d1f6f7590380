import { backupName, backupReasons, parseBackupName } from '@shared/domain/backups'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const free = () => false

test('a name says when and why, and sorts by time', () => {
  const made = new Date(2026, 10, 25, 14, 10, 33)
  expect(backupName(made, 'before import', free)).toBe('2026-11-25 14.10.33 before import.coppice')
  const taken = new Set(['2026-11-25 14.10.33 by hand.coppice', '2026-11-25 14.10.33 by hand 2.coppice'])
  expect(backupName(made, 'by hand', (name) => taken.has(name))).toBe('2026-11-25 14.10.33 by hand 3.coppice')
})

test('what a name says is read again from it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(1990, 0), max: new Date(2200, 0), noInvalidDate: true }),
      fc.constantFrom(...backupReasons),
      fc.integer({ min: 0, max: 12 }),
      (date, reason, others) => {
        date.setMilliseconds(0)
        let seen = 0
        const name = backupName(date, reason, () => seen++ < others)
        const read = parseBackupName(name)
        expect(read?.reason).toBe(reason)
        // The hour that comes twice in autumn is written alike both times.
        expect(read && backupName(read.made, reason, free).slice(0, 19)).toBe(name.slice(0, 19))
      },
    ),
  )
})

test('other files are no backups; one without a reason that is known is', () => {
  for (const name of [
    'backups.json',
    'closed.json',
    'Pathways.coppice',
    '.1-a.writing',
    '2026-11-25.coppice',
  ]) {
    expect(parseBackupName(name)).toBeNull()
  }
  expect(parseBackupName('2026-11-25 14.10.33.coppice')?.reason).toBeNull()
  expect(parseBackupName('2026-11-25 14.10.33 mine.coppice')?.reason).toBeNull()
})
