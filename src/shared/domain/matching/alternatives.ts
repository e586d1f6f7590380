import { nobody } from './assignment/problem'
import { bestOf, type Candidates } from './candidates'
import type { Choice } from './choice'
import type { MatchingInput } from './input'
import type { Pairs } from './pairs'
import type { Alternative, Otherwise } from './proposal'
import { rulesOf, ruleWords } from './rules'
import type { Steps } from './steps'
import { otherwiseWords } from './words'

/** Whom people might have had instead, and why they did not get them. */
export class Alternatives {
  constructor(
    private readonly input: MatchingInput,
    private readonly pairs: Pairs,
    private readonly choice: Choice,
  ) {}

  mentorsFor(mentee: number): Candidates {
    const { fits, mentors } = this.pairs
    return { fits, first: mentee * mentors, step: 1, count: mentors }
  }

  menteesFor(mentor: number): Candidates {
    const { fits, mentors, mentees } = this.pairs
    return { fits, first: mentor, step: mentors, count: mentees }
  }

  *forMentee(mentee: number): Steps<Otherwise> {
    const { choice, input } = this
    const own = choice.mentorOf[mentee] ?? nobody
    const id = input.mentees[mentee]?.id
    const best = bestOf(
      this.mentorsFor(mentee),
      (mentor) => mentor === own || input.mentors[mentor]?.id === id,
    )
    const fit = own === nobody ? null : this.pairs.fitOf(mentee, own)
    return {
      best: best.possible === nobody ? null : yield* this.alternative(mentee, best.possible, 'mentor', fit),
      forbidden: best.forbidden === nobody ? null : this.forbidden(mentee, best.forbidden, 'mentor', fit),
    }
  }

  /** @param own the fit of the pair in question; null for a mentor who got nobody. */
  *forMentor(mentor: number, own: number | null): Steps<Otherwise> {
    const { choice, input } = this
    const id = input.mentors[mentor]?.id
    const best = bestOf(
      this.menteesFor(mentor),
      (mentee) => choice.mentorOf[mentee] === mentor || input.mentees[mentee]?.id === id,
    )
    return {
      best: best.possible === nobody ? null : yield* this.alternative(best.possible, mentor, 'mentee', own),
      forbidden: best.forbidden === nobody ? null : this.forbidden(best.forbidden, mentor, 'mentee', own),
    }
  }

  private *alternative(
    mentee: number,
    mentor: number,
    other: 'mentor' | 'mentee',
    own: number | null,
  ): Steps<Alternative> {
    const fit = this.pairs.fitOf(mentee, mentor)
    const cost = yield* this.choice.cost(mentee, mentor)
    return {
      id: this.idOf(mentee, mentor, other),
      fit,
      cost,
      words: otherwiseWords(fit, own, cost, this.input),
    }
  }

  private forbidden(
    mentee: number,
    mentor: number,
    other: 'mentor' | 'mentee',
    own: number | null,
  ): Otherwise['forbidden'] {
    const fit = this.pairs.fitOf(mentee, mentor)
    if (own !== null && fit <= own) return null
    const rules = rulesOf(this.pairs.brokenBy(mentee)[mentor] ?? 0)
    const words = rules.map((rule) => ruleWords[rule]).join(' ')
    return { id: this.idOf(mentee, mentor, other), fit, rules, words }
  }

  private idOf(mentee: number, mentor: number, other: 'mentor' | 'mentee'): number {
    const { mentors, mentees } = this.input
    return (other === 'mentor' ? mentors[mentor]?.id : mentees[mentee]?.id) ?? 0
  }
}
