import type { WriteName } from '@shared/contract'
import { numberParts } from '@shared/domain/aliveness/parts'
import { stepKinds } from '@shared/domain/aliveness/steps'
import { dates, pick, pickId, type Step } from './sequenceStory'

/** The commands about steps for communities, for sequences of them at random. */
export const communityStepSteps: Partial<Record<WriteName, Step>> = {
  'communitySteps.take': async (story, [which, a, b = 0, kind = 0, on]) => {
    const communityId = pickId(story, 'communities', which)
    const people = [pickId(story, 'members', a), pickId(story, 'members', b)].filter((id) => id !== undefined)
    if (communityId === undefined) return
    await story.file.call('communitySteps.take', {
      communityId,
      part: pick(numberParts, kind) ?? 'breadth',
      kind: pick(stepKinds, kind) ?? 'introduce',
      memberIds: [...new Set(people)].slice(0, b % 3),
      takenOn: pick(dates, on) ?? '',
      valueThen: kind % 2 === 0 ? null : (kind % 10) / 10,
    })
  },

  'communitySteps.remove': async (story, [which]) => {
    const id = pickId(story, 'community_steps', which)
    if (id !== undefined) await story.file.call('communitySteps.remove', { id })
  },
}
