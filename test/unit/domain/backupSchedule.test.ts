import { isBackupDue, lateBackup } from '@shared/domain/backupSchedule'
import { describe, expect, test } from 'vitest'

const now = Date.parse('2026-11-25T14:10:33Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('a backup is due', () => {
  const due = { automatic: true, everyHours: 1, now, changed: true, newest: now - 2 * hour, failed: null }

  test.each([
    ['an hour after the last one', {}, true],
    ['when there is none yet', { newest: null }, true],
    ['not sooner', { newest: now - 59 * minute }, false],
    ['not when nothing was done', { changed: false }, false],
    ['not when they are switched off', { automatic: false }, false],
    ['as often as was wished', { everyHours: 4 }, false],
    ['not at once after one that failed', { failed: now - 14 * minute }, false],
    ['a while after one that failed', { failed: now - 15 * minute }, true],
    ['though the last one says that it is from tomorrow', { newest: now + day }, true],
  ])('%s', (_when, change, expected) => {
    expect(isBackupDue({ ...due, ...change })).toBe(expected)
  })
})

describe('it is said that there is no backup', () => {
  const standing = {
    automatic: true,
    everyHours: 1,
    now,
    waitingSince: now - 3 * day,
    newest: now - 4 * day,
    openSince: now - 2 * hour,
    failed: false,
  }

  test.each([
    ['of the work of some days', {}, 'What you have done for 3 days is in no backup.'],
    ['of a day', { waitingSince: now - 26 * hour }, 'What you have done for a day is in no backup.'],
    ['at all', { newest: null }, 'There is no good backup of this file.'],
    ['and that nobody makes any', { automatic: false }, /Backups are switched off\.$/],
    ['at once when the last try failed', { openSince: now - minute, failed: true }, /is in no backup/],
    ['not when everything is in one', { waitingSince: null }, null],
    ['not when it is only of today', { waitingSince: now - 20 * hour }, null],
    ['not just after the file was opened', { openSince: now - minute }, null],
    ['later where they are wanted seldom', { everyHours: 168 }, null],
  ])('%s', (_what, change, expected) => {
    const sentence = lateBackup({ ...standing, ...change })
    if (expected === null) expect(sentence).toBeNull()
    else expect(sentence).toMatch(expected)
  })
})
