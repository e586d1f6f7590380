import { createSample } from '@main/sample/sample'
import { enrolmentSteps } from '@shared/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { counted } from './read'

const today = '2026-11-23'

describe.each([7, 8, 9])('who is in the programs of the sample with seed %i', (seed) => {
  const { enrolments, matches, programs } = createSample({ seed, today })

  it('is in each once in a role, and everybody of a match is', () => {
    const keys = enrolments.map(({ program, member, role }) => `${program} ${member} ${role}`)
    expect(new Set(keys).size).toBe(keys.length)
    const inMatches = matches.flatMap(({ program, members }) =>
      members.map(({ member, side }) => `${program} ${member} ${side}`),
    )
    expect(inMatches.filter((key) => !keys.includes(key))).toEqual([])
  })

  it('came there step by step, no day before the last and none after today', () => {
    for (const { moves } of enrolments) {
      const days = moves.map(({ on }) => on)
      expect(days).toEqual([...days].sort())
      expect((days.at(-1) ?? '') <= today).toBe(true)
    }
  })

  it('is in every step of the program that runs; of the one that is over, everybody came to an end', () => {
    const running = programs.findIndex(({ endedOn }) => endedOn === null)
    const stepsOf = (program: number) =>
      counted(
        enrolments.filter((one) => one.program === program).map(({ moves }) => moves.at(-1)?.to ?? null),
      )
    for (const step of enrolmentSteps) expect(stepsOf(running).get(step), step).toBeGreaterThan(0)
    expect([...stepsOf(running === 0 ? 1 : 0).keys()]).toEqual(['closed'])
  })

  it('left only where they are closed', () => {
    for (const { leftReason, moves } of enrolments)
      if (leftReason !== null) expect(moves.at(-1)?.to).toBe('closed')
  })
})
