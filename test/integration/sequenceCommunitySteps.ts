import type { WriteName } from '@shared/contract'
import { dismissals } from '@shared/domain/aliveness/dismissals'
import { partKeys } from '@shared/domain/aliveness/parts'
import { stepKinds } from '@shared/domain/aliveness/steps'
import { dates, pick, pickId, type Step, type Story } from './sequenceStory'

/** The commands about steps for communities, for sequences of them at random. */
export const communityStepSteps: Partial<Record<WriteName, Step>> = {
  'communitySteps.take': async (story, which) => {
    const step = stepOf(story, which)
    if (step) await story.file.call('communitySteps.take', step)
  },

  'communitySteps.dismiss': async (story, which) => {
    const step = stepOf(story, which)
    const as = pick(dismissals, which[3] ?? 0) ?? 'not now'
    if (step) await story.file.call('communitySteps.dismiss', { ...step, as, until: null })
  },

  'communitySteps.remove': async (story, [which]) => {
    const id = pickId(story, 'community_steps', which)
    if (id !== undefined) await story.file.call('communitySteps.remove', { id })
  },
}

function stepOf(story: Story, [which, a, b = 0, kind = 0, on]: Parameters<Step>[1]) {
  const people = [pickId(story, 'members', a), pickId(story, 'members', b)].filter((id) => id !== undefined)
  const communityId = pickId(story, 'communities', which)
  if (communityId === undefined) return null
  return {
    communityId,
    part: pick(partKeys, kind) ?? 'breadth',
    kind: pick(stepKinds, kind) ?? 'introduce',
    memberIds: [...new Set(people)].slice(0, b % 3),
    itemId: kind % 3 === 0 ? (pickId(story, 'knowledge_items', b) ?? null) : null,
    takenOn: pick(dates, on) ?? '',
    valueThen: kind % 2 === 0 ? null : (kind % 10) / 10,
  }
}
