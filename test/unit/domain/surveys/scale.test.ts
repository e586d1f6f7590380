import { cronbachAlpha } from '@shared/domain/surveys/alpha'
import { planOf } from '@shared/domain/surveys/plan'
import { leastOf, type Scale, scoresOf, turned } from '@shared/domain/surveys/scale'
import { surveyTemplates } from '@shared/domain/surveys/templates'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const scaleOf = (points: number, reversed: readonly boolean[], leastAnswered: number): Scale => ({
  anchors: Array.from({ length: points }, (_, at) => `${at + 1}`),
  items: reversed.map((is, at) => ({ text: `Statement ${at}`, reversed: is, subscale: at % 2 })),
  subscales: [
    { name: 'Even', whenLow: 'Mend the even ones.' },
    { name: 'Odd', whenLow: null },
  ],
  leastAnswered,
})

const points = fc.integer({ min: 2, max: 11 })
const sheets = points.chain((of) =>
  fc.record({
    of: fc.constant(of),
    rows: fc.array(
      fc.record({
        reversed: fc.boolean(),
        answer: fc.option(fc.integer({ min: 1, max: of }), { nil: null }),
      }),
      { minLength: 1, maxLength: 20 },
    ),
    least: fc.integer({ min: 1, max: 100 }),
  }),
)

describe('scores', () => {
  test('an answer turned round twice is what it was, and stays on the scale', () => {
    fc.assert(
      fc.property(points, fc.nat(), (of, any) => {
        const answer = 1 + (any % of)
        expect(turned(turned(answer, of), of)).toBe(answer)
        expect(turned(answer, of)).toBeGreaterThanOrEqual(1)
        expect(turned(answer, of)).toBeLessThanOrEqual(of)
      }),
    )
  })

  test('a whole is told from exactly so many answers on, is their mean, and lies on the scale', () => {
    fc.assert(
      fc.property(sheets, ({ of, rows, least }) => {
        const scale = scaleOf(
          of,
          rows.map(({ reversed }) => reversed),
          least,
        )
        const { whole } = scoresOf(
          scale,
          rows.map(({ answer }) => answer),
        )
        const given = rows.filter(({ answer }) => answer !== null)
        if (given.length < leastOf(rows.length, least)) expect(whole).toBeNull()
        else {
          let sum = 0
          for (const { answer, reversed } of given) sum += reversed ? of + 1 - (answer ?? 0) : (answer ?? 0)
          expect(whole).toBeCloseTo(sum / given.length, 9)
          expect(whole).toBeLessThanOrEqual(of)
        }
      }),
    )
  })

  test('the rule for missing answers: so many per cent, at least one', () => {
    expect([leastOf(4, 75), leastOf(5, 80), leastOf(3, 75), leastOf(10, 30), leastOf(2, 1)]).toEqual([
      3, 4, 3, 3, 1,
    ])
  })

  test('each part has its own: what is missing in one does not take the other away', () => {
    const scale = scaleOf(5, [false, true, false, true], 100)
    expect(scoresOf(scale, [4, null, 2, 1])).toEqual({ whole: null, subscales: [3, null] })
  })
})

/** By the covariances of all pairs, as alpha is also defined: k / (k - 1) × (sum of covariances / sum of all). */
function alphaByCovariances(rows: readonly (readonly number[])[]): number {
  const k = rows[0]?.length ?? 0
  const column = (at: number) => rows.map((row) => row[at] ?? 0)
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  let all = 0
  let between = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const [a, b] = [column(i), column(j)]
      const products = rows.map((_, at) => ((a[at] ?? 0) - mean(a)) * ((b[at] ?? 0) - mean(b)))
      const covariance = products.reduce((sum, one) => sum + one, 0) / (rows.length - 1)
      all += covariance
      if (i !== j) between += covariance
    }
  }
  return (k / (k - 1)) * (between / all)
}

describe("Cronbach's alpha", () => {
  const tables = fc.integer({ min: 2, max: 7 }).chain((k) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
      minLength: 2,
      maxLength: 30,
    }),
  )

  test('is what the covariances of the items give', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const totals = new Set(rows.map((row) => row.reduce((a, b) => a + b, 0)))
        fc.pre(totals.size > 1)
        expect(cronbachAlpha(rows)).toBeCloseTo(alphaByCovariances(rows), 6)
      }),
    )
  })

  test('never exceeds 1, which it is where all items say the same', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(cronbachAlpha(rows) ?? 0).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
    expect(cronbachAlpha([1, 3, 4].map((value) => [value, value, value]))).toBeCloseTo(1, 12)
  })

  test('takes only those who answered everything, and knows when it is not defined', () => {
    const whole = [
      [1, 2],
      [3, 3],
      [5, 4],
    ]
    expect(cronbachAlpha([...whole, [5, null]])).toBe(cronbachAlpha(whole))
    expect(cronbachAlpha([])).toBeNull()
    expect(cronbachAlpha([[1], [3]])).toBeNull()
    expect(
      cronbachAlpha([
        [1, 2],
        [2, null],
      ]),
    ).toBeNull()
    expect(
      cronbachAlpha([
        [1, 3],
        [3, 1],
      ]),
    ).toBeNull()
  })
})

describe('the templates', () => {
  test.each(surveyTemplates.map((one) => [one.name, one.scale] as const))(
    '%s holds together',
    (_name, scale) => {
      expect(scale.items.length).toBeGreaterThanOrEqual(6)
      expect(scale.items.length).toBeLessThanOrEqual(12)
      expect(scale.items.some(({ reversed }) => reversed)).toBe(true)
      for (const [at] of scale.subscales.entries())
        expect(scale.items.filter(({ subscale }) => subscale === at).length).toBeGreaterThanOrEqual(2)
      expect(new Set(scale.items.map(({ text }) => text)).size).toBe(scale.items.length)
    },
  )
})

test('a plan begins with the lowest parts that have advice, and leaves alone what is well', () => {
  const scale: Scale = {
    ...scaleOf(5, [], 50),
    subscales: ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      name,
      whenLow: name === 'b' ? null : `Mend ${name}.`,
    })),
  }
  const plan = planOf(scale, { subscales: [3.2, 1, 2, 4.5, null] })
  expect(plan.map(({ advice }) => advice)).toEqual(['Mend c.', 'Mend a.'])
})
