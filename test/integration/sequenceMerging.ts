import type { WriteName } from '@shared/contract'
import { pick, pickId, type Step } from './sequenceStory'

/** The commands about two records of one person, for sequences of them at random. */
export const mergingSteps: Partial<Record<WriteName, Step>> = {
  'members.merge': async (story, [a, b, take = 0]) => {
    const [keep, other] = [pickId(story, 'members', a), pickId(story, 'members', b)]
    if (keep === undefined || other === undefined) return
    const choices = {
      name: pick(['keep', 'other'] as const, take) ?? 'keep',
      location: pick(['keep', 'other'] as const, take + 1) ?? 'keep',
      about: pick(['keep', 'other', 'both'] as const, take) ?? 'keep',
    }
    await story.file.call('members.merge', { keep, other, choices })
  },

  'members.split': async (story, [which]) => {
    const commands = story.file.read((db) =>
      db.column<number>('SELECT command_id FROM member_merges ORDER BY id'),
    )
    const command = pick(commands, which)
    if (command === undefined) return
    const { refusal } = (await story.file.call('members.splitPreview', { command })) ?? { refusal: null }
    // What the dialog says can be done is done, and nothing else.
    const done = story.file.call('members.split', { command }).then(
      () => null,
      (error: Error) => error,
    )
    const refused = await done
    if ((refusal === null) !== (refused === null))
      throw refused ?? new Error('It was split in spite of the refusal.')
  },

  'members.setDistinct': async (story, [a, b, distinct = 0]) => {
    const [first, second] = [pickId(story, 'members', a), pickId(story, 'members', b)]
    if (first === undefined || second === undefined) return
    await story.file.call('members.setDistinct', { first, second, distinct: distinct % 3 > 0 })
  },
}
