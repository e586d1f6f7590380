import type { WriteName } from '@shared/contract'
import { usualSettings } from '@shared/domain/matching/input'
import { skillSides } from '@shared/domain/vocabulary'
import { pick, pickId, type Step, type Story } from './sequenceStory'

/** The commands of matching, for sequences of them at random. */

/** A proposal for one of the programs, as the window would send it back; null without a program. */
async function shownProposal(story: Story, program: number | undefined) {
  const programId = pickId(story, 'programs', program)
  if (programId === undefined) return null
  const request = { programId, settings: usualSettings, apart: [], must: [], locked: [] }
  const { proposal } = await story.file.call('matching.propose', { ...request, explain: [] })
  const { mentees, served, total, weakest } = proposal.outcome
  return {
    ...request,
    hash: proposal.run.hash,
    outcome: { mentees, served, total, weakest },
    pairs: proposal.pairs.map(({ mentee, mentor, fit }) => ({
      menteeId: mentee.id,
      mentorId: mentor.id,
      fit,
    })),
  }
}

export const matchingSteps: Partial<Record<WriteName, Step>> = {
  'members.setLevel': async (story, [which, a, level = 0]) => {
    const id = pickId(story, 'members', which)
    if (id === undefined) return
    const member = await story.file.call('members.get', { id })
    const side = pick(skillSides, a) ?? 'offered'
    const skill = pick(side === 'offered' ? member.skillsOffered : member.skillsWanted, a)
    if (skill !== undefined)
      await story.file.call('members.setLevel', {
        id,
        side,
        skill,
        level: level % 6 === 0 ? null : level % 6,
      })
  },

  'matching.saveSettings': async (story, [which, a = 0]) => {
    const programId = pickId(story, 'programs', which)
    const settings =
      a % 4 === 0 ? null : { ...usualSettings, weights: { ...usualSettings.weights, skills: a % 50 } }
    if (programId !== undefined) await story.file.call('matching.saveSettings', { programId, settings })
  },

  'matching.addRule': async (story, [which = 0, a, b, kind = 0]) => {
    const [firstId, secondId] = [pickId(story, 'members', a), pickId(story, 'members', b)]
    if (firstId === undefined || secondId === undefined) return
    await story.file.call('matching.addRule', {
      programId: which % 3 === 0 ? null : (pickId(story, 'programs', which) ?? null),
      kind: kind % 2 === 0 ? 'apart' : 'must',
      firstId,
      secondId,
      reason: kind % 3 === 0 ? null : `Told me ${story.mark()}`,
    })
  },

  'matching.removeRule': async (story, [which]) => {
    const id = pickId(story, 'pair_rules', which)
    if (id !== undefined) await story.file.call('matching.removeRule', { id })
  },

  'matching.savePreferences': async (story, [which, a = 0, b = 0, answer = 0]) => {
    const enrolmentId = pickId(story, 'enrolments', which)
    if (enrolmentId === undefined) return
    const one = pickId(story, 'members', a)
    const other = pickId(story, 'members', b)
    await story.file.call('matching.savePreferences', {
      enrolmentId,
      wishes: a % 3 === 0 || one === undefined ? [] : [one],
      vetoes: b % 3 === 0 || other === undefined ? [] : [other],
      style: { plan: answer % 2 === 0 ? null : 1 + (answer % 5), rhythm: null, advice: 3, talk: null },
      traits: answer % 3 === 0 ? [] : [{ trait: 'Faith', value: story.mark(), asks: answer % 2 === 0 }],
    })
  },

  'matching.keep': async (story, [which]) => {
    const shown = await shownProposal(story, which)
    if (shown) await story.file.call('matching.keep', { ...shown, name: `Draft ${story.mark()}` })
  },

  'matching.removeKept': async (story, [which]) => {
    const id = pickId(story, 'match_runs', which)
    if (id !== undefined) await story.file.call('matching.removeKept', { id })
  },

  'matching.accept': async (story, [which, count = 0, on = 0]) => {
    const shown = await shownProposal(story, which)
    const accepted = (shown?.pairs ?? [])
      .slice(0, 1 + (count % 3))
      .map(({ menteeId, mentorId }) => ({ menteeId, mentorId }))
    if (!shown || accepted.length === 0) return
    await story.file.call('matching.accept', {
      ...shown,
      accepted,
      status: on % 2 === 0 ? 'active' : 'proposed',
      startsOn: '2026-11-25',
      onDay: '2026-11-25',
      keepAs: on % 3 === 0 ? `Accepted ${story.mark()}` : null,
    })
  },
}
