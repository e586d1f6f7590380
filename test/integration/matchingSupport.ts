import type { InputOf } from '@shared/contract'
import { type MatchingSettings, usualSettings } from '@shared/domain/matching/input'
import type { EnrolmentStep, MatchSide } from '@shared/domain/vocabulary'
import { addProgram, enrol } from './programSupport'
import { addMember, type TestFile } from './support'

type Member = Partial<Parameters<typeof addMember>[1]>

/** A program with people who are ready, to be matched. */
export class Matching {
  private constructor(
    readonly file: TestFile,
    readonly programId: number,
  ) {}

  static async begin(file: TestFile, program: Parameters<typeof addProgram>[1] = {}): Promise<Matching> {
    return new Matching(file, await addProgram(file, program))
  }

  /** @returns the ids of the new member and of the enrolment. */
  async add(
    role: MatchSide,
    name: string,
    { step = 'ready', ...member }: Member & { step?: EnrolmentStep } = {},
  ): Promise<{ id: number; enrolmentId: number }> {
    const id = await addMember(this.file, { name, role: role === 'peer' ? 'both' : role, ...member })
    return {
      id,
      enrolmentId: await enrol(this.file, { programId: this.programId, memberId: id, role, step }),
    }
  }

  request(settings: MatchingSettings = usualSettings): InputOf<'matching.run'> {
    return { programId: this.programId, settings, apart: [], must: [], locked: [] }
  }

  propose(settings?: MatchingSettings) {
    return this.file.call('matching.propose', { ...this.request(settings), explain: 'all' })
  }

  /** "Cy with Ana", the best first. */
  async pairs(settings?: MatchingSettings): Promise<string[]> {
    const { proposal } = await this.propose(settings)
    return proposal.pairs.map(({ mentee, mentor }) => `${mentee.name} with ${mentor.name}`)
  }

  /** The proposal of now, as the window sends it back. */
  async shown(settings?: MatchingSettings): Promise<Omit<InputOf<'matching.keep'>, 'name'>> {
    const { proposal } = await this.propose(settings)
    const { mentees, served, total, weakest } = proposal.outcome
    return {
      ...this.request(settings),
      hash: proposal.run.hash,
      outcome: { mentees, served, total, weakest },
      pairs: proposal.pairs.map(({ mentee, mentor, fit }) => ({
        menteeId: mentee.id,
        mentorId: mentor.id,
        fit,
      })),
    }
  }

  /** Accepts these pairs of the proposal of now, or all. */
  async accept(more: Partial<InputOf<'matching.accept'>> = {}) {
    const shown = await this.shown()
    return this.file.call('matching.accept', {
      ...shown,
      accepted: shown.pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
      status: 'active',
      startsOn: '2026-11-30',
      onDay: '2026-11-25',
      keepAs: null,
      ...more,
    })
  }
}
