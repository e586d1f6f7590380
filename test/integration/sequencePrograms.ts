import type { WriteName } from '@shared/contract'
import { enrolmentSteps, matchSides, programFormats, programStatuses } from '@shared/domain/vocabulary'
import { programInput } from './programSupport'
import { dates, pick, pickId, type Step, type Story } from './sequenceStory'

const some = (story: Story, table: string, ...numbers: (number | undefined)[]) => [
  ...new Set(numbers.flatMap((number) => pickId(story, table, number) ?? [])),
]

/** The commands of programs and enrolments, for sequences of them at random. */
export const programSteps: Partial<Record<WriteName, Step>> = {
  'programs.save': async (story, [which = 0, a = 0, b = 0, c = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'programs', which) ?? null)
    const known = id === null ? [] : (await story.file.call('programs.get', { id })).checks.slice(0, a % 3)
    const fresh = Array.from({ length: b % 3 }, (_, index) => ({
      id: null,
      step: pick(enrolmentSteps, b + index) ?? 'applied',
      role: pick([null, ...matchSides], c) ?? null,
      text: `Check ${index}`,
    }))
    const program = programInput({
      name: pick(['Pathways', 'Circle'], a) ?? '',
      format: pick(programFormats, b) ?? 'peer',
      purpose: `For ${story.mark()}`,
      menteePlaces: c % 2 === 0 ? null : c,
      support:
        c % 3 === 0 ? null : { preset: 'own', quick: [{ from: 0, every: c, latest: 2 * c }], inDepth: [] },
      checks: [...known, ...fresh],
    })
    await story.file.call('programs.save', { id, program })
  },

  'programs.setStatus': async (story, [which, status]) => {
    const id = pickId(story, 'programs', which)
    if (id !== undefined)
      await story.file.call('programs.setStatus', { id, status: pick(programStatuses, status) ?? 'closed' })
  },

  'programs.copy': async (story, [which, on]) => {
    const id = pickId(story, 'programs', which)
    if (id !== undefined)
      await story.file.call('programs.copy', { id, name: 'Once more', startsOn: pick(dates, on) ?? '' })
  },

  'programs.remove': async (story, [which]) => {
    const id = pickId(story, 'programs', which)
    if (id !== undefined) await story.file.call('programs.remove', { id })
  },

  'enrolments.add': async (story, [program, a, b, role, step, on]) => {
    const programId = pickId(story, 'programs', program)
    const memberIds = some(story, 'members', a, b)
    if (programId === undefined || memberIds.length === 0) return
    await story.file.call('enrolments.add', {
      programId,
      memberIds,
      role: pick(matchSides, role) ?? 'peer',
      step: pick(enrolmentSteps, step) ?? 'applied',
      onDay: pick(dates, on) ?? '',
    })
  },

  'enrolments.save': async (story, [which, a = 0]) => {
    const id = pickId(story, 'enrolments', which)
    if (id === undefined) return
    const enrolment = {
      appliedOn: pick([null, ...dates], a) ?? null,
      capacity: a % 2 === 0 ? null : a,
      goals: a % 3 === 0 ? null : `Learn ${story.mark()}`,
      note: a % 5 === 0 ? null : `Noted ${story.mark()}`,
    }
    await story.file.call('enrolments.save', { id, enrolment })
  },

  'enrolments.move': async (story, [a, b, step, why = 0]) => {
    const ids = some(story, 'enrolments', a, b)
    const reason = why % 2 === 0 ? null : `Because ${story.mark()}`
    if (ids.length > 0)
      await story.file.call('enrolments.move', {
        ids,
        step: pick(enrolmentSteps, step) ?? 'ready',
        onDay: '2026-11-24',
        reason,
      })
  },

  'enrolments.drop': async (story, [a, b, why = 0]) => {
    const ids = some(story, 'enrolments', a, b)
    if (ids.length > 0)
      await story.file.call('enrolments.drop', {
        ids,
        onDay: '2026-11-25',
        reason: why % 2 === 0 ? 'Not eligible' : `Fell ill ${story.mark()}`,
        note: '',
      })
  },

  'enrolments.check': async (story, [a, b, check, done = 0]) => {
    const ids = some(story, 'enrolments', a, b)
    const checkId = pickId(story, 'program_checks', check)
    const doneOn = done % 3 === 0 ? null : '2026-11-21'
    if (ids.length > 0 && checkId !== undefined)
      await story.file.call('enrolments.check', { ids, checkId, doneOn })
  },

  'enrolments.remove': async (story, [a, b]) => {
    const ids = some(story, 'enrolments', a, b)
    if (ids.length > 0) await story.file.call('enrolments.remove', { ids })
  },
}
