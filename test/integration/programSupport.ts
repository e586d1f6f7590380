import type { InputOf } from '@shared/contract'
import type { EnrolmentStep, MatchSide } from '@shared/domain/vocabulary'
import type { TestFile } from './support'

type ProgramInput = InputOf<'programs.save'>['program']

/** What the form of a new program gives, with what a test is about. */
export function programInput(program: Partial<ProgramInput> = {}): ProgramInput {
  return {
    name: 'Pathways',
    purpose: '',
    format: 'one to one',
    status: 'running',
    startsOn: '2026-01-05',
    endsOn: null,
    cadenceDays: 14,
    roles: null,
    eligibility: null,
    mentorPlaces: null,
    menteePlaces: null,
    mentorCapacity: null,
    support: null,
    checks: [],
    ...program,
  }
}

/** @returns the new program's id. */
export async function addProgram(file: TestFile, program: Partial<ProgramInput> = {}): Promise<number> {
  return (await file.call('programs.save', { id: null, program: programInput(program) })).id
}

/** @returns the new enrolment's id. */
export async function enrol(
  file: TestFile,
  enrolment: {
    programId: number
    memberId: number
    role?: MatchSide
    step?: EnrolmentStep
    onDay?: string
  },
): Promise<number> {
  const { programId, memberId, role = 'mentee', step = 'applied', onDay = '2026-10-01' } = enrolment
  const { ids } = await file.call('enrolments.add', { programId, memberIds: [memberId], role, step, onDay })
  const [id] = ids
  if (id === undefined) throw new Error('They were enrolled already.')
  return id
}
