import type { OutputOf } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk } from './cliSupport'

/** Nothing here writes to it, so one folder serves all. */
const desk = new Desk()
const of = ['due', '--file', 'a.coppice', '--days', '30']
beforeAll(async () => {
  await desk.done('sample', 'a.coppice')
})
afterAll(() => desk.remove())

describe('due', () => {
  test('answers with every check-in, closing step and goal of the sample program, the most urgent first', async () => {
    const { checkIns, steps, goals, totals } = await desk.json<OutputOf<'support.due'>>(...of)
    expect(totals).toMatchObject({ checkIns: checkIns.length, steps: steps.length, goals: goals.length })
    expect(steps.map(({ text }) => text)).toContain('A last meeting to look back')
    expect(checkIns.length).toBeGreaterThan(0)
    const late = checkIns.filter(({ state }) => state === 'overdue').map(({ daysLate }) => daysLate)
    expect(late).toEqual(late.toSorted((a, b) => b - a))
    const all = [...checkIns, ...steps, ...goals]
    expect(all.filter(({ daysLate, daysToGo }) => daysLate < 0 || daysToGo < 0)).toEqual([])
    expect(all.some(({ daysToGo }) => daysToGo > 0)).toBe(true)
    expect(all.some(({ daysLate, daysToGo }) => daysLate > 0 && daysToGo > 0)).toBe(false)
  })

  test('tells people the same as a table', async () => {
    const { code, out } = await desk.run(...of)
    expect(code).toBe(0)
    expect(out).toMatch(/^what +who +program +due +when\n/)
    expect(out).toMatch(/^check-in +\S.* \d{4}-\d\d-\d\d +(?:\d+ days? late|today|in \d+ days?)$/m)
  })
})
