import type { ReadinessCheck } from '@shared/contract/readiness'
import { areaLabels, type Readiness, readinessWords } from '@shared/domain/growth/readiness'
import { dayWords, plural } from '@shared/domain/summaryWords'
import { escapeHtml } from './htmlText'
import { documentOf, tableOf } from './pageHtml'

interface Report {
  about: string
  checks: readonly ReadinessCheck[]
  reading: Readiness
}

/** Whether there is ground for a community, and what to do first, on a page. */
export function readinessHtml(
  { about, checks, reading }: Report,
  origin: { programName: string; generatedOn: string },
): string {
  const steps = reading.plan.map(
    ({ area, statement, step }) =>
      `<li><b>${escapeHtml(areaLabels[area])}.</b> ${escapeHtml(step)} <small>Because: ${escapeHtml(statement)}</small></li>`,
  )
  const areas = reading.areas.map(({ area, mean }) => [
    areaLabels[area],
    mean === null ? 'not answered' : `${mean.toFixed(1)} of 5`,
  ])
  const people = checks.map(({ who, takenOn, note }) => [who ?? 'not named', dayWords(takenOn), note ?? ''])
  return documentOf(
    `Is the ground ready? ${about}`,
    `${readinessWords(reading)} ${plural(reading.people, 'person has', 'people have')} answered.`,
    origin,
    [
      steps.length === 0 ? '' : `<section><h2>What to do first</h2><ol>${steps.join('\n')}</ol></section>`,
      `<section><h2>Area by area</h2>${tableOf(['Area', 'Mean'], areas)}</section>`,
      `<section><h2>Who answered</h2>${tableOf(['Who', 'When', 'Note'], people)}</section>`,
    ].join('\n'),
  )
}
