import { leavingReasons } from '../../pipeline/steps'
import { countWords, listWords } from '../../summaryWords'
import type { MatchSide, RedactionLevel } from '../../vocabulary'
import type { PipelineFigures } from '../pipeline'
import type { ReportSection } from '../report'
import { isLarge, toldReasons } from '../smallGroups'
import { capital, countedWords, partWords, percentWords } from '../words'
import { reasonsTable, section, table } from './parts'

const stepTitles = {
  applied: 'Applied',
  screened: 'Screened',
  trained: 'Trained',
  ready: 'Ready',
  matched: 'Matched',
  closed: 'The end',
} as const

const sides: Record<MatchSide, [one: string, many: string]> = {
  mentor: ['mentor', 'mentors'],
  mentee: ['mentee', 'mentees'],
  peer: ['peer', 'peers'],
}

/** How far the people came who were enrolled. Null where there is nothing to say. */
export function pipelineSection(figures: PipelineFigures, redaction: RedactionLevel): ReportSection | null {
  const { enrolled, byRole, steps, left, reasons } = figures
  if (enrolled === 0) return null
  const reached = (wanted: string) => {
    const people = steps.find(({ step }) => step === wanted)?.reached ?? 0
    return people === 0 ? 'nobody' : countWords(people)
  }
  const gone =
    left === 0
      ? 'Nobody left before.'
      : `${capital(countedWords(left, 'person', 'people'))} left before (${percentWords(left, enrolled)}).`
  const roles =
    byRole.length > 1 && byRole.every((role) => isLarge(role.enrolled, redaction))
      ? `${capital(listWords(byRole.map((role) => `${partWords(role.matched, role.enrolled, ...sides[role.role])} came to a match`)))}.`
      : ''
  return section(
    'How far people came',
    [
      `Of ${countedWords(enrolled, 'person', 'people')}, ${reached('matched')} came to a match and ${reached('closed')} to the end. ${gone}`,
      roles,
    ],
    [
      table('How far people came', {
        columns: [
          { title: 'Came to', kind: 'text' },
          { title: 'People', kind: 'count' },
          { title: 'Of all', kind: 'share' },
          { title: 'Left here', kind: 'count' },
          { title: 'Usual days there', kind: 'decimal' },
        ],
        rows: steps.map((step) => [
          stepTitles[step.step],
          step.reached,
          step.ofAll,
          step.step === 'closed' ? null : step.lost,
          step.medianDays,
        ]),
        picture: 'bars',
      }),
      ...reasonsTable('Why people left', 'People', toldReasons(reasons, leavingReasons, redaction)),
    ],
  )
}
