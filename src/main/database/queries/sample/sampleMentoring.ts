import type { Sample } from '@main/sample/sample'
import type { SampleEnrolment } from '@main/sample/types'
import { programTemplates } from '@shared/domain/pipeline/templates'
import { itemAt } from '@shared/domain/random'
import { type EnrolmentStep, enrolmentSteps } from '@shared/domain/vocabulary'
import { nextId } from '../../engine/nextId'
import type { Writer } from '../../engine/writer'

interface Check {
  id: number
  step: EnrolmentStep
  role: string | null
}

/** The sample's programs, with who is in them. @returns the ids of the programs, in their order. */
export function fillPrograms(db: Writer, sample: Sample, firstMember: number): number[] {
  const checks: Check[][] = []
  const programs = sample.programs.map((program, number) => {
    // A cohort is as the one before it.
    const template = itemAt(programTemplates, Math.floor(number / 2) % 2)
    const id = db.insert('programs', {
      name: program.name,
      purpose: program.purpose,
      starts_on: program.startedOn,
      ends_on: program.endedOn,
      cadence_days: program.cadenceDays,
      status: program.endedOn === null ? 'running' : 'closed',
      roles: template.roles,
      eligibility: template.eligibility,
      mentor_capacity: template.mentorCapacity,
      copied_from: number % 2 === 0 ? null : nextId(db, 'programs') - 1,
      created_at: db.now,
      updated_at: db.now,
    })
    const asked = template.checks.map(({ step, role, text }, position) => ({
      id: db.insert('program_checks', { program_id: id, step, role, text, position }),
      step,
      role,
    }))
    checks.push(asked)
    return id
  })
  fillEnrolments(db, sample.enrolments, { programs, checks, firstMember })
  return programs
}

interface Numbers {
  programs: readonly number[]
  /** By program. */
  checks: readonly Check[][]
  firstMember: number
}

function fillEnrolments(
  db: Writer,
  enrolments: readonly SampleEnrolment[],
  { programs, checks, firstMember }: Numbers,
): void {
  const rows = db.bulk('enrolments', [
    'program_id',
    'member_id',
    'role',
    'step',
    'step_since',
    'applied_on',
    'goals',
    'left_reason',
    'style_plan',
    'style_rhythm',
    'style_advice',
    'style_talk',
    'created_at',
    'updated_at',
  ])
  const moves = db.bulk('enrolment_moves', ['enrolment_id', 'from_step', 'to_step', 'on_day', 'reason'])
  const wished = db.bulk('wishes', ['enrolment_id', 'member_id', 'kind', 'position'])
  const ticks = db.bulk('enrolment_checks', ['enrolment_id', 'check_id', 'done_on'])
  for (const { program, member, role, goals, wishes, style, leftReason, moves: way, checked } of enrolments) {
    const last = way.at(-1)
    if (!last) continue
    const id = rows.add([
      programs[program] ?? null,
      firstMember + member,
      role,
      last.to,
      last.on,
      way[0]?.on ?? null,
      goals,
      leftReason,
      style?.plan ?? null,
      style?.rhythm ?? null,
      style?.advice ?? null,
      style?.talk ?? null,
      db.now,
      db.now,
    ])
    for (const [index, { to, on }] of way.entries()) {
      const before = way[index - 1]
      moves.add([id, before?.to ?? null, to, on, to === 'closed' ? leftReason : null])
    }
    for (const [position, wish] of wishes.entries()) wished.add([id, firstMember + wish, 'wish', position])
    for (const { check, on } of ticked(checks[program] ?? [], { role, leftReason, way, checked }))
      ticks.add([id, check, on])
  }
  for (const bulk of [rows, moves, wished, ticks]) bulk.end()
}

/** What is done of the checks: all of the steps that are over, and a part of those of the step they are in. */
function ticked(
  checks: readonly Check[],
  {
    role,
    leftReason,
    way,
    checked,
  }: Pick<SampleEnrolment, 'role' | 'leftReason' | 'checked'> & { way: SampleEnrolment['moves'] },
): { check: number; on: string }[] {
  const reached = way.findLast(({ to }) => to !== 'closed' || leftReason === null)
  const end = enrolmentSteps.indexOf(reached?.to ?? 'applied')
  const mine = checks.filter((check) => check.role === null || check.role === role)
  return mine.flatMap(({ id, step }) => {
    const at = enrolmentSteps.indexOf(step)
    const here = mine.filter((check) => check.step === step)
    const done =
      at < end || (at === end && here.findIndex((check) => check.id === id) < here.length * checked - 0.5)
    const next = way.find(({ to }) => enrolmentSteps.indexOf(to) > at)
    const on = (at < end ? next?.on : reached?.on) ?? reached?.on
    return done && on !== undefined ? [{ check: id, on }] : []
  })
}
