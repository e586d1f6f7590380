import { funnelOf, nextStep, type OnTheWay, wayStep, waySteps } from '@shared/domain/growth/way'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const today = '2026-11-25'
const nobody: OnTheWay = {
  invitedOn: null,
  answer: null,
  answeredOn: null,
  belongs: false,
  cameOn: null,
  level: null,
}
const person = (facts: Partial<OnTheWay>): OnTheWay => ({ ...nobody, ...facts })

describe('how far somebody has come', () => {
  it.each<[Partial<OnTheWay>, (typeof waySteps)[number]]>([
    [{}, 'thought of'],
    [{ invitedOn: today }, 'invited'],
    [{ invitedOn: today, answer: 'declined' }, 'invited'],
    [{ answer: 'accepted' }, 'accepted'],
    [{ belongs: true }, 'accepted'],
    [{ invitedOn: today, cameOn: today }, 'came'],
    [{ belongs: true, cameOn: today, level: 'peripheral' }, 'came'],
    [{ belongs: true, cameOn: today, level: 'active' }, 'active'],
    [{ cameOn: today, level: 'core' }, 'came'],
  ])('%o is %s', (facts, step) => {
    expect(wayStep(person(facts))).toBe(step)
  })

  it('is counted in a funnel that never widens, and holds everybody at its top', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...waySteps)), (steps) => {
        const people = funnelOf(steps).map((one) => one.people)
        expect(people[0]).toBe(steps.length)
        expect(people).toEqual(people.toSorted((one, other) => other - one))
        expect(people[4]).toBe(steps.filter((step) => step === 'active').length)
      }),
    )
  })
})

describe('what comes next', () => {
  it.each<[Partial<OnTheWay>, ReturnType<typeof nextStep>]>([
    [{}, 'invite'],
    [{ invitedOn: '2026-11-12' }, 'wait'],
    [{ invitedOn: '2026-11-11' }, 'ask again'],
    [{ invitedOn: '2026-09-01', answer: 'later', answeredOn: '2026-10-01' }, 'wait'],
    [{ invitedOn: '2026-09-01', answer: 'later', answeredOn: '2026-09-20' }, 'ask again'],
    [{ invitedOn: '2026-09-01', answer: 'declined' }, 'none'],
    [{ invitedOn: '2026-09-01', answer: 'accepted' }, 'admit'],
    [{ invitedOn: '2026-09-01', cameOn: today }, 'admit'],
    [{ belongs: true }, 'welcome'],
    [{ belongs: true, cameOn: today, level: 'outside' }, 'further in'],
    [{ belongs: true, cameOn: today, level: 'core' }, 'none'],
  ])('for %o is %s', (facts, step) => {
    expect(nextStep(person(facts), today)).toBe(step)
  })
})
