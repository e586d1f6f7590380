import type { InputOf, OutputOf } from '@shared/contract'
import type { communitySteps } from '@shared/contract/communitySteps'
import { numberParts } from '@shared/domain/aliveness/parts'
import { stepKinds } from '@shared/domain/aliveness/steps'
import { stepDone } from '@shared/domain/aliveness/stepWords'
import { dayNumber } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { communityById } from '../communities/communityRecord'
import { memberReferences } from '../references'

type Taken = OutputOf<'communitySteps.list'>[number]

export const communityStepHandlers: Handlers<typeof communitySteps> = {
  'communitySteps.list': (db, { communityId }) => {
    communityById(db, communityId)
    return takenSteps(db, communityId)
  },
  'communitySteps.take': takeStep,
  'communitySteps.remove': removeStep,
}

interface StoredStep {
  id: number
  part: string
  kind: string
  one: number | null
  other: number | null
  takenOn: string
  valueThen: number | null
}

const stored = `SELECT id, part, kind, member_id AS one, other_id AS other, taken_on AS takenOn,
  value_then AS valueThen FROM community_steps`

/** The steps that were taken for a community, the latest first. */
export function takenSteps(db: Reader, communityId: number): Taken[] {
  return db
    .all<StoredStep>(`${stored} WHERE community_id = ? ORDER BY taken_on DESC, id DESC`, communityId)
    .flatMap((step) => {
      const known = knownOf(step)
      // Of a later version's kind or part nothing can be said here.
      if (known === null) return []
      const { id, one, other, takenOn, valueThen } = step
      return [
        {
          id,
          ...known,
          people: peopleOf(db, step),
          takenOn,
          valueThen,
          contactsSince:
            one === null
              ? null
              : contactsSince(db, communityId, one, known.kind === 'introduce' ? other : null, takenOn),
        },
      ]
    })
}

function knownOf({ part, kind }: StoredStep): Pick<Taken, 'part' | 'kind'> | null {
  const [knownPart, knownKind] = [
    numberParts.find((one) => one === part),
    stepKinds.find((one) => one === kind),
  ]
  return knownPart && knownKind ? { part: knownPart, kind: knownKind } : null
}

function peopleOf(db: Reader, { one, other }: Pick<StoredStep, 'one' | 'other'>): Taken['people'] {
  const ids = [one, other].filter((id) => id !== null)
  const known = new Map(memberReferences(db, ids).map((member) => [member.id, member]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Contacts in the community after a day: between two of them, or of one. */
function contactsSince(
  db: Reader,
  communityId: number,
  one: number,
  other: number | null,
  takenOn: string,
): number {
  return (
    db.value<number>(
      `SELECT count(*) FROM (
        SELECT id FROM interactions WHERE from_id = @one AND day > @day AND community_id = @communityId
          AND (@other IS NULL OR to_id = @other)
        UNION ALL
        SELECT id FROM interactions WHERE to_id = @one AND day > @day AND community_id = @communityId
          AND (@other IS NULL OR from_id = @other))`,
      { one, other, communityId, day: dayNumber(takenOn) },
    ) ?? 0
  )
}

/** @throws AppError `not-found` for the community or a member. */
function takeStep(
  writer: Writer,
  { communityId, part, kind, memberIds, takenOn, valueThen }: InputOf<'communitySteps.take'>,
): Done<{ id: number }> {
  const { name } = communityById(writer, communityId)
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
    taken_on: takenOn,
    value_then: valueThen,
    created_at: writer.now,
  })
  return {
    value: { id },
    summary: `${stepDone(
      kind,
      people.map((person) => person.name),
    )} (${name})`,
  }
}

/** @throws AppError `not-found`. */
function removeStep(writer: Writer, { id }: InputOf<'communitySteps.remove'>): Done<{ id: number }> {
  const step = writer.get<StoredStep>(`${stored} WHERE id = ?`, id)
  if (!step) throw new AppError('not-found', 'This step is no longer in the log.')
  writer.remove('community_steps', id)
  const known = knownOf(step)
  const what = known
    ? stepDone(
        known.kind,
        peopleOf(writer, step).map((person) => person.name),
      )
    : 'A step'
  return { value: { id }, summary: `Not done after all: ${what}` }
}
