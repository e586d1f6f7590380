import { levelRules, participationTable } from '@renderer/components/charts/participationData'
import { levelOf } from '@shared/domain/participation'
import { participationLevels } from '@shared/domain/vocabulary'
import { describe, expect, it } from 'vitest'

describe('levels in words', () => {
  it('say the rule of a window of twelve weeks', () => {
    expect(levelRules(12)).toEqual({
      core: 'in contact in 6 or more of the last 12 weeks',
      active: 'in 3 to 5 weeks',
      peripheral: 'in 1 or 2 weeks',
      outside: 'in none',
    })
  })

  it('say nothing that the rule does not do, in any window', () => {
    for (let weeks = 1; weeks <= 60; weeks += 1) {
      const rules = levelRules(weeks)
      for (const level of ['active', 'peripheral'] as const) {
        const numbers = rules[level].match(/\d+/g)?.map(Number) ?? []
        const members = [...Array(weeks + 1).keys()].filter((own) => levelOf(own, weeks) === level)
        expect([...new Set([members[0], members.at(-1)])].filter((own) => own !== undefined)).toEqual(numbers)
      }
    }
  })
})

describe('table of levels', () => {
  it('has all four, with shares and rules', () => {
    const table = participationTable({ core: 2, active: 5, peripheral: 6, outside: 9 }, 12, 'en-GB')
    expect(table.rows.map(([level]) => level)).toEqual([...participationLevels])
    expect(table.rows[0]).toEqual(['core', 2, 9.1, 'in contact in 6 or more of the last 12 weeks'])
  })

  it('has no shares where there are no members', () => {
    const table = participationTable({ core: 0, active: 0, peripheral: 0, outside: 0 }, 12, 'en-GB')
    expect(table.rows.map(([, , share]) => share)).toEqual([null, null, null, null])
  })
})
