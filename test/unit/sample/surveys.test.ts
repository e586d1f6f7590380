import { createSample } from '@main/sample/sample'
import { sampleSurveys } from '@main/sample/surveys'
import { expect, test } from 'vitest'

const today = '2026-11-25'
const { surveys, matches, programs } = createSample({ seed: 20260101, today })

test('the sample has two surveys with enough answers to be read, over time', () => {
  for (const [survey] of sampleSurveys.entries()) {
    const answers = surveys.filter((one) => one.survey === survey)
    expect(new Set(answers.map(({ member }) => member)).size).toBeGreaterThanOrEqual(10)
    expect(new Set(answers.map(({ on }) => on.slice(0, 7))).size).toBeGreaterThan(1)
  }
  const running = programs.findIndex(({ endedOn }) => endedOn === null)
  expect(surveys.some(({ program }) => program === running)).toBe(true)
})

test('nobody has answered before today is over, twice on a day, off the scale, or in a match of others', () => {
  const keys = surveys.map(({ survey, program, member, on }) => `${survey} ${program} ${member} ${on}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { survey, match, member, on, answers } of surveys) {
    expect(on <= today).toBe(true)
    expect(matches[match]?.members.map((one) => one.member)).toContain(member)
    const scale = sampleSurveys[survey]?.scale
    expect(answers).toHaveLength(scale?.items.length ?? 0)
    for (const answer of answers) if (answer !== null) expect([1, 2, 3, 4, 5]).toContain(answer)
  }
})
