import type { OutputOf } from '@shared/contract'
import { addDays } from '@shared/domain/calendar'
import { dayWords, listWords, periodWords } from '@shared/domain/summaryWords'
import { type KeptLine, keptFigures, keptWords } from '@shared/domain/support/kept'
import { escapeHtml } from './htmlText'
import { documentOf, type Origin, tableOf } from './pageHtml'

/** A day of this week, whose year the heading tells. */
const dayOfWeek = (day: string) => dayWords(day).replace(/ \d{4}$/, '')

const outcomes: Record<KeptLine['outcome'], string> = {
  kept: 'in time',
  late: 'later',
  missed: 'let slip',
  waiting: 'to come',
}

export interface KeptReport {
  title: string
  program: string
  plan: string
  people: readonly { name: string; lines: readonly KeptLine[] }[]
}

/** What was kept of a plan with each person of a match, on a page. */
export function keptHtml({ title, program, plan, people }: KeptReport, origin: Origin): string {
  const all = keptWords(keptFigures(people.flatMap(({ lines }) => lines)))
  const body = people.map(
    ({ name, lines }) => `<section><h2 dir="auto">${escapeHtml(name)}</h2>
<p>${escapeHtml(keptWords(keptFigures(lines)))}</p>
${tableOf(
  ['Due', 'Kind', 'Took place', '', 'By the plan'],
  lines.map(({ dueOn, depth, contactOn, outcome, preset }) => [
    dayWords(dueOn),
    depth,
    contactOn === null ? '' : dayWords(contactOn),
    outcomes[outcome],
    preset,
  ]),
)}</section>`,
  )
  return documentOf(`Check-ins: ${title}`, `${program}. ${plan} ${all}`, origin, body.join('\n'))
}

export interface Week {
  due: OutputOf<'support.due'>
  /** Action items that are due, and sessions that are planned. */
  items: readonly { text: string; owner: string; dueOn: string }[]
  sessions: readonly { heldOn: string; title: string; people: string }[]
}

/** What a week holds, to be ticked off with a pencil. */
export function weekHtml({ due, items, sessions }: Week, origin: Origin): string {
  const { checkIns, steps, goals } = due
  const from = origin.generatedOn
  const until = addDays(from, 6)
  const people = (members: readonly { name: string }[]) => listWords(members.map(({ name }) => name))
  const part = (title: string, head: string[], rows: string[][]) =>
    rows.length === 0
      ? ''
      : `<section><h2>${title}</h2>\n${tableOf(
          ['', ...head],
          rows.map((row) => ['☐', ...row]),
        )}</section>`
  const body = [
    part(
      'Check-ins',
      ['Due', 'With', 'Match', 'What to know'],
      checkIns.map(({ dueOn, person, match, depth, advice }) => [
        dayOfWeek(dueOn),
        person.name,
        `${people(match.members)}, ${match.program}`,
        [depth === 'quick' ? '' : depth, advice ?? ''].filter((text) => text !== '').join('. '),
      ]),
    ),
    part(
      'Sessions planned',
      ['On', 'Who', 'About'],
      sessions.map(({ heldOn, people: who, title }) => [dayOfWeek(heldOn), who, title]),
    ),
    part(
      'Closing',
      ['Until', 'What', 'Match'],
      steps.map(({ dueOn, text, match }) => [dayOfWeek(dueOn), text, people(match.members)]),
    ),
    part(
      'Goals',
      ['By', 'What', 'Match'],
      goals.map(({ dueOn, text, match }) => [dayOfWeek(dueOn), text, people(match.members)]),
    ),
    part(
      'Action items',
      ['By', 'What', 'Who'],
      items.map(({ dueOn, text, owner }) => [dayOfWeek(dueOn), text, owner]),
    ),
  ].filter((text) => text !== '')
  const sentence =
    body.length === 0
      ? 'Nothing is due in these seven days.'
      : 'What is late comes first; what lies further ahead than seven days is not on it.'
  return documentOf(`The week from ${periodWords(from, until)}`, sentence, origin, body.join('\n'))
}
