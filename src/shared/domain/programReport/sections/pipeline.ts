import type { FunnelStep } from '../../pipeline/funnel'
import { leavingReasons } from '../../pipeline/steps'
import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { fewerThanSmallest, isLarge, isTellable, smallest } from '../../report/smallGroups'
import { capital, countedWords, partWords, percentWords } from '../../report/words'
import { countWords, listWords } from '../../summaryWords'
import type { EnrolmentStep, MatchSide, RedactionLevel } from '../../vocabulary'
import type { PipelineFigures } from '../pipeline'
import { toldReasons } from '../smallGroups'
import { tellsLeft, tellsLosses, toldSteps } from '../toldFunnel'
import { reasonsTable } from './reasons'

const title = 'How far people came'

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

/**
 * How far the people came who were enrolled. A report of figures leaves out what fewer than five share, and what would
 * let them be worked out. Null where there is nothing to say.
 */
export function pipelineSection(figures: PipelineFigures, redaction: RedactionLevel): ReportSection | null {
  const { enrolled, steps, reasons } = figures
  if (enrolled === 0) return null
  if (!isLarge(enrolled, redaction)) {
    return section(
      title,
      [`${capital(fewerThanSmallest)} people were enrolled, so no more is told of them.`],
      [],
    )
  }
  const told = toldSteps(steps, redaction)
  const withLosses = tellsLosses(steps, redaction)
  return section(
    title,
    [
      `Of ${countedWords(enrolled, 'person', 'people')}, ${cameWords('matched', figures, told)} came to a match and ${cameWords('closed', figures, told)} to the end. ${leftWords(figures, redaction)}`,
      roleWords(figures, redaction),
      told.length < steps.length || !withLosses
        ? `What would tell ${fewerThanSmallest} people apart is left out of the table.`
        : '',
    ],
    [
      table(title, {
        columns: [
          { title: 'Came to', kind: 'text' },
          { title: 'People', kind: 'count' },
          { title: 'Of all', kind: 'share' },
          ...(withLosses ? [{ title: 'Left here', kind: 'count' as const }] : []),
          { title: 'Usual days there', kind: 'decimal' },
        ],
        rows: told.map((step) => [
          stepTitles[step.step],
          step.reached,
          step.ofAll,
          ...(withLosses ? [step.step === 'closed' ? null : step.lost] : []),
          isLarge(step.stays, redaction) ? step.medianDays : null,
        ]),
        picture: 'bars',
      }),
      ...(tellsLeft(figures, redaction)
        ? reasonsTable('Why people left', 'People', toldReasons(reasons, leavingReasons, redaction))
        : []),
    ],
  )
}

/** How many came to a step; nearly so where exactly would tell too much. */
function cameWords(
  wanted: EnrolmentStep,
  { enrolled, steps }: PipelineFigures,
  told: readonly FunnelStep[],
): string {
  const people = steps.find(({ step }) => step === wanted)?.reached ?? 0
  if (people === 0) return 'nobody'
  if (told.some(({ step }) => step === wanted)) return countWords(people)
  if (people < smallest) return fewerThanSmallest
  const near = told.find(({ reached }) => Math.abs(reached - people) < smallest)?.reached ?? enrolled
  return near === enrolled ? 'nearly all' : `about ${countWords(near)}`
}

function leftWords(figures: PipelineFigures, redaction: RedactionLevel): string {
  const { enrolled, left } = figures
  if (left === 0) return 'Nobody left before.'
  if (!isLarge(left, redaction)) return `${capital(fewerThanSmallest)} people left before.`
  if (!tellsLeft(figures, redaction)) return 'Five people or more left before.'
  return `${capital(countedWords(left, 'person', 'people'))} left before (${percentWords(left, enrolled)}).`
}

/** Each side by itself, where none is small, and none of those in it who came to a match or did not. */
function roleWords({ byRole }: PipelineFigures, redaction: RedactionLevel): string {
  const isClear = byRole.every(
    ({ enrolled, matched }) =>
      isLarge(enrolled, redaction) &&
      isTellable(matched, redaction) &&
      isTellable(enrolled - matched, redaction),
  )
  if (byRole.length < 2 || !isClear) return ''
  const parts = byRole.map(
    ({ role, enrolled, matched }) => `${partWords(matched, enrolled, ...sides[role])} came to a match`,
  )
  return `${capital(listWords(parts))}.`
}
