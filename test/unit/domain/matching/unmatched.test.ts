import { canonicalInput } from '@shared/domain/matching/canonical'
import { Pairs } from '@shared/domain/matching/pairs'
import { completed } from '@shared/domain/matching/steps'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inputs } from './arbitraries'
import { matchingInput, mentee, mentor } from './people'
import { numRuns, solved } from './solved'

describe('whoever is left over', () => {
  it('has a true reason', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { pairs, withoutMentor, withoutMentee } = solved(input, new Set())
        const table = canonicalInput(input)
        const compared = completed(Pairs.compared(table))
        const served = new Set(pairs.map(({ menteeId }) => menteeId))
        const isFull = (id: number, room: number) =>
          pairs.filter(({ mentorId }) => mentorId === id).length >= room
        for (const { id, words, rules } of withoutMentor) {
          const at = table.mentees.findIndex((other) => other.id === id)
          const possible = table.mentors.filter((_, other) => compared.mayBe(at, other))
          for (const { id: other, room } of possible) expect(isFull(other, room)).toBe(true)
          expect(words).toMatch(possible.length === 0 ? /^(None of|There is no mentor)/ : /go to others\.$/)
          if (possible.length === 0 && table.mentors.length > 0) expect(rules).not.toEqual([])
        }
        for (const { id, words } of withoutMentee) {
          const at = table.mentors.findIndex((other) => other.id === id)
          const possible = table.mentees.filter((_, other) => compared.mayBe(other, at))
          for (const { id: other } of possible) expect(served.has(other)).toBe(true)
          expect(words).toMatch(
            possible.length === 0 ? /^(None of|Nobody looks)/ : /with (an)?other mentors?\.$/,
          )
        }
      }),
      { numRuns },
    )
  })

  it('hears how many each rule forbids', () => {
    const input = matchingInput(
      [mentee(1, { vetoes: [11] })],
      [mentor(11), mentor(12, { room: 0 }), mentor(13, { room: 0, vetoes: [1] }), mentor(1)],
    )
    const [left] = solved(input).withoutMentor
    expect(left?.words).toBe(
      'None of 4 mentors is possible: 1 is the same person, 1 is ruled out by the mentee, 1 is ruled out by the mentor ' +
        'and 2 have no room.',
    )
  })
})
