import type { InputOf } from '@shared/contract'
import type { communitySteps } from '@shared/contract/communitySteps'
import { stepDone, stepText } from '@shared/domain/aliveness/stepWords'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { communityById } from '../communities/communityRecord'
import { storedItem } from '../knowledge/knowledgeRecord'
import { knownOf, loggedSteps, peopleOf, type StoredStep, storedSteps } from './communityStepLog'

export const communityStepHandlers: Handlers<typeof communitySteps> = {
  'communitySteps.list': (db, { communityId }) => {
    communityById(db, communityId)
    return loggedSteps(db, communityId)
  },
  'communitySteps.take': (writer, step) => {
    const { id, names, title, community } = logged(writer, step, { as: null, until: null })
    return { value: { id }, summary: `${stepDone(step.kind, names, title)} (${community})` }
  },
  'communitySteps.dismiss': dismissStep,
  'communitySteps.remove': removeStep,
}

/** @throws AppError `not-found` for the community, a member or the knowledge; `invalid-input` for the day. */
function dismissStep(
  writer: Writer,
  { as, until, ...step }: InputOf<'communitySteps.dismiss'>,
): Done<{ id: number }> {
  if (until !== null && until <= step.takenOn)
    throw new AppError(
      'invalid-input',
      'Choose a later day: from this one on it would be shown again.',
      'until',
    )
  const { id, names, title, community } = logged(writer, step, { as, until })
  return {
    value: { id },
    summary: `Dismissed: ${stepText(step.kind, names, title)} (${community}, ${as})`,
  }
}

function logged(
  writer: Writer,
  { communityId, part, kind, memberIds, itemId, takenOn, valueThen }: InputOf<'communitySteps.take'>,
  { as, until }: { as: string | null; until: string | null },
): { id: number; names: string[]; title: string | null; community: string } {
  const { name: community } = communityById(writer, communityId)
  const title = itemId === null ? null : storedItem(writer, itemId).title
  const [one = null, other = null] = memberIds
  const people = peopleOf(writer, { one, other })
  if (people.length < memberIds.length)
    throw new AppError('not-found', 'Somebody this step names is no longer a member. Look at the steps anew.')
  if (one !== null && one === other)
    throw new AppError('invalid-input', 'A step names two different people.', 'memberIds')
  const id = writer.insert('community_steps', {
    community_id: communityId,
    part,
    kind,
    member_id: one,
    other_id: other,
    item_id: itemId,
    taken_on: takenOn,
    value_then: valueThen,
    dismissed_as: as,
    until_on: until,
    created_at: writer.now,
  })
  return { id, names: people.map(({ name }) => name), title, community }
}

/** @throws AppError `not-found`. */
function removeStep(writer: Writer, { id }: InputOf<'communitySteps.remove'>): Done<{ id: number }> {
  const step = writer.get<StoredStep>(`${storedSteps} WHERE s.id = ?`, id)
  if (!step) throw new AppError('not-found', 'This step is no longer in the log.')
  writer.remove('community_steps', id)
  return { value: { id }, summary: removedWords(writer, step) }
}

function removedWords(writer: Writer, step: StoredStep): string {
  const known = knownOf(step)
  if (known === null) return 'Not done after all: A step'
  const names = peopleOf(writer, step).map(({ name }) => name)
  return known.dismissedAs === null
    ? `Not done after all: ${stepDone(known.kind, names, step.title)}`
    : `Shown again: ${stepText(known.kind, names, step.title)}`
}
