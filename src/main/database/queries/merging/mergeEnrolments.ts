import { type EnrolmentStep, enrolmentSteps } from '@shared/domain/vocabulary'
import type { Row } from '../../engine/reader'
import { type Couple, type Relation, twinOf } from './couple'
import type { Plan } from './plan'

/** What was told for a program, taken from the other enrolment where the one that stays says nothing. */
const filledIn = [
  'applied_on',
  'capacity',
  'goals',
  'note',
  'style_plan',
  'style_rhythm',
  'style_advice',
  'style_talk',
  'traits',
] as const

/** Both in one program in the same role: the enrolment that got further stays, filled with what the other says more. */
export const becomeEnrolments: Relation = (plan, couple) => {
  const { keep, other } = couple
  for (const id of plan.ids('enrolments', 'member_id', other)) {
    const row = plan.row('enrolments', id)
    const twin = row && twinOf(plan, 'enrolments', row, ['program_id', 'role'], 'member_id', keep)
    if (!row || !twin) {
      plan.update('enrolments', id, { member_id: keep })
      continue
    }
    const [stays, goes] = progress(row) > progress(twin) ? [row, twin] : [twin, row]
    tell(plan, couple, stays, goes)
    leave(plan, Number(goes.id), Number(stays.id))
    const more = filledIn.filter((column) => stays[column] === null && goes[column] !== null)
    const filled = Object.fromEntries(more.map((column) => [column, goes[column] ?? null]))
    plan.update('enrolments', Number(stays.id), { ...filled, ...(stays === row ? { member_id: keep } : {}) })
  }
}

/** Who dropped out got less far than who goes on. */
function progress({ step, left_reason: left }: Row): number {
  return left === null ? enrolmentSteps.indexOf(step as EnrolmentStep) : -1
}

function tell(plan: Plan, { keepName }: Couple, stays: Row, goes: Row): void {
  const program = plan.db.value<string>('SELECT name FROM programs WHERE id = ?', stays.program_id) ?? ''
  const way = stays.step === goes.step ? `“${stays.step}”` : `“${stays.step}” rather than “${goes.step}”`
  plan.notes.push(
    `Both were enrolled in ${program} as ${stays.role}: the enrolment that got further stays, ${way}. What only the other one said of ${keepName} is filled in; its own way through the program goes.`,
  )
}

/** Its moves go with it; ticks and wishes that the other lacks are taken over. */
function leave(plan: Plan, goes: number, stays: number): void {
  for (const id of plan.ids('enrolment_moves', 'enrolment_id', goes)) plan.remove('enrolment_moves', id)
  for (const [table, by] of [
    ['enrolment_checks', ['check_id']],
    ['wishes', ['kind', 'member_id']],
  ] as const) {
    for (const id of plan.ids(table, 'enrolment_id', goes)) {
      const row = plan.row(table, id)
      const known = row && twinOf(plan, table, row, by, 'enrolment_id', stays)
      if (known) plan.remove(table, id)
      else plan.update(table, id, { enrolment_id: stays })
    }
  }
  plan.remove('enrolments', goes)
}

/** Who wishes for, or does not want, one of the two means the one they have become; a no outweighs a wish. */
export const becomeWishes: Relation = (plan, { keep, other, keepName }) => {
  for (const id of plan.ids('wishes', 'member_id', other)) plan.update('wishes', id, { member_id: keep })
  const touched = new Set([
    ...plan.ids('wishes', 'member_id', other),
    ...plan.ids('wishes', 'member_id', keep),
  ])
  const rows = [...touched].map((id) => plan.row('wishes', id)).filter((row) => row !== null)
  const byEnrolment = Map.groupBy(rows, (row) => Number(row.enrolment_id))
  let own = 0
  for (const [enrolment, wishes] of byEnrolment) {
    const isOwn = plan.row('enrolments', enrolment)?.member_id === keep
    if (isOwn) own += wishes.length
    const [stays] = isOwn ? [] : [...wishes].sort((a, b) => rank(a) - rank(b) || Number(a.id) - Number(b.id))
    for (const wish of wishes) if (wish !== stays) plan.remove('wishes', Number(wish.id))
  }
  if (own > 0) plan.notes.push(`A wish of ${keepName} about themselves goes.`)
}

const rank = ({ kind }: Row) => (kind === 'veto' ? 0 : 1)
