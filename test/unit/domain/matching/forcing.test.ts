import { Forcing } from '@shared/domain/matching/assignment/forcing'
import { objectives, solve } from '@shared/domain/matching/assignment/solve'
import { completed } from '@shared/domain/matching/steps'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestByTrying, problems, worth } from './problems'

const long = process.env.COPPICE_LONG === '1'

test.each(objectives)('forcing a pair costs what solving around it costs, objective %s', (objective) => {
  fc.assert(
    fc.property(problems, (problem) => {
      const solution = completed(solve(problem, objective))
      const [served = 0, total = 0] = worth(problem, solution.mentorOf, 'total')
      const forcing = new Forcing(problem, solution)
      problem.fits.forEach((fit, at) => {
        const mentee = Math.floor(at / problem.mentors)
        const mentor = at % problem.mentors
        if (fit < 0 || solution.mentorOf[mentee] === mentor) return
        const forced = bestByTrying(problem, 'total', {
          floor: solution.optimum.floor,
          forced: { mentee, mentor },
        })
        const cost = completed(forcing.cost(mentee, mentor))
        expect([served + cost.served, total + cost.total]).toEqual(forced?.worth.slice(0, 2))
      })
    }),
    { numRuns: long ? 3000 : 100 },
  )
})
