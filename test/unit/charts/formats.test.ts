import {
  formatBucket,
  formatCount,
  formatDate,
  formatNumber,
  formatRange,
  formatShare,
} from '@renderer/components/charts/formats'
import { describe, expect, it } from 'vitest'

const session = { one: 'session', other: 'sessions' }

describe('numbers in words', () => {
  it('group thousands as the locale does and agree with the unit', () => {
    expect(formatNumber(1234.56, 'en-GB')).toBe('1,234.6')
    expect(formatNumber(1234, 'de')).toBe('1.234')
    expect(formatCount(1, session, 'en-GB')).toBe('1 session')
    expect(formatCount(0, session, 'en-GB')).toBe('0 sessions')
    expect(formatCount(1204, session, 'en-GB')).toBe('1,204 sessions')
  })

  it('never round a share that is there down to nothing', () => {
    expect(formatShare(0.256, 'en-GB')).toBe('26%')
    expect(formatShare(0.001, 'en-GB')).toBe('<1%')
    expect(formatShare(0, 'en-GB')).toBe('0%')
  })
})

describe('dates in words', () => {
  it('name the calendar date whatever the time zone of the machine', () => {
    const zone = process.env.TZ
    try {
      // Another locale each time, because formats are kept.
      for (const [other, locale] of [
        ['Pacific/Kiritimati', 'en-NZ'],
        ['Pacific/Pago_Pago', 'en-AU'],
      ] as const) {
        process.env.TZ = other
        expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(other)
        expect(formatDate('2026-03-03', 'weekday', locale)).toMatch(/^Tuesday,? 3 March 2026$/)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('say a range without repeating what is shared', () => {
    expect(formatRange('2026-03-02', '2026-03-08', 'en-GB')).toMatch(/^2\s?–\s?8 March 2026$/)
    expect(formatRange('2026-12-28', '2027-01-03', 'en-GB')).toMatch(/28 December 2026\s–\s3 January 2027/)
  })

  it('name buckets by their size', () => {
    expect(formatBucket('2026-03-02', 'week', 'en-GB')).toMatch(/^2\s?–\s?8 March 2026$/)
    expect(formatBucket('2026-03-01', 'month', 'en-GB')).toBe('March 2026')
    expect(formatBucket('2026-03-01', 'day', 'de')).toBe('Sonntag, 1. März 2026')
  })
})
