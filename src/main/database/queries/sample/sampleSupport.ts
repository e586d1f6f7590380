import type { Sample } from '@main/sample/sample'
import { closureSteps, contactRules } from '@shared/domain/support/closure'
import { supportPresets } from '@shared/domain/support/plan'
import type { Writer } from '../../engine/writer'

interface Numbers {
  programs: readonly number[]
  firstMatch: number
  firstMember: number
}

/** The plans of the sample's programs, and how its matches were accompanied. */
export function fillSupport(
  db: Writer,
  sample: Sample,
  { programs, firstMatch, firstMember }: Numbers,
): void {
  const plans = [supportPresets['monthly, then quarterly'], supportPresets['EEPM 5th edition']]
  for (const [number, program] of programs.entries())
    db.update('programs', program, { support: JSON.stringify(plans[Math.floor(number / 2) % plans.length]) })
  fillCheckIns(db, sample, firstMatch, firstMember)
  for (const { match, goal } of sample.support) if (goal) fillGoal(db, firstMatch + match, goal)
  for (const { match, closure } of sample.support) {
    const members = (sample.matches[match]?.members ?? []).map(({ member }) => firstMember + member)
    if (closure) fillClosure(db, firstMatch + match, members, closure)
  }
}

type Part<Name extends 'goal' | 'closure'> = NonNullable<Sample['support'][number][Name]>

function fillClosure(
  db: Writer,
  match: number,
  members: readonly number[],
  { anticipated, begunOn, endsOn, closedOn, talkedOn }: Part<'closure'>,
): void {
  const closure = db.insert('closures', {
    match_id: match,
    anticipated: anticipated ? 1 : 0,
    reason: anticipated ? 'The agreed time is over' : 'They could not find time',
    begun_on: begunOn,
    ends_on: endsOn,
    contact_rule: closedOn === null ? null : contactRules[0],
    closed_on: closedOn,
  })
  for (const [at, { kind, memberId }] of closureSteps(members, anticipated).entries()) {
    const done = at === 0 ? talkedOn : closedOn
    db.insert('closure_steps', {
      closure_id: closure,
      kind,
      member_id: memberId,
      done_on: done,
      afterwards: kind === 'interview' && done !== null ? 'end' : null,
      notes: '',
    })
  }
}

function fillCheckIns(db: Writer, sample: Sample, firstMatch: number, firstMember: number): void {
  const rows = db.bulk('check_ins', [
    'match_id',
    'member_id',
    'made_on',
    'means',
    'depth',
    'minutes',
    'notes',
    'confidentiality',
    'created_at',
    'updated_at',
  ])
  for (const { match, checkIns } of sample.support) {
    for (const { member, on, means, depth, minutes, notes } of checkIns) {
      const who = firstMember + member
      rows.add([firstMatch + match, who, on, means, depth, minutes, notes, 'private', db.now, db.now])
    }
  }
  rows.end()
}

function fillGoal(
  db: Writer,
  match: number,
  { text, setOn, dueOn, reachedOn, milestones }: Part<'goal'>,
): void {
  const stamps = { created_at: `${setOn}T09:00:00.000Z`, updated_at: db.now }
  const goal = db.insert('goals', { match_id: match, text, due_on: dueOn, reached_on: reachedOn, ...stamps })
  for (const [position, { text: step, doneOn }] of milestones.entries())
    db.insert('milestones', { goal_id: goal, position, text: step, done_on: doneOn })
}
