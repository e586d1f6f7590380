import type { OutputOf } from '@shared/contract'
import { dismissals } from '@shared/domain/aliveness/dismissals'
import { partKeys } from '@shared/domain/aliveness/parts'
import { stepKinds } from '@shared/domain/aliveness/steps'
import { dayNumber } from '@shared/domain/calendar'
import type { Reader } from '../../engine/reader'
import { memberReferences } from '../references'

type Logged = OutputOf<'communitySteps.list'>[number]

export interface StoredStep {
  id: number
  part: string
  kind: string
  one: number | null
  other: number | null
  itemId: number | null
  title: string | null
  takenOn: string
  valueThen: number | null
  dismissedAs: string | null
  untilOn: string | null
}

export const storedSteps = `SELECT s.id, s.part, s.kind, s.member_id AS one, s.other_id AS other, s.item_id AS itemId,
    k.title, s.taken_on AS takenOn, s.value_then AS valueThen, s.dismissed_as AS dismissedAs, s.until_on AS untilOn
  FROM community_steps s LEFT JOIN knowledge_items k ON k.id = s.item_id`

/** The steps that were taken for a community or dismissed, the latest first. */
export function loggedSteps(db: Reader, communityId: number): Logged[] {
  return db
    .all<StoredStep>(
      `${storedSteps} WHERE s.community_id = ? ORDER BY s.taken_on DESC, s.id DESC`,
      communityId,
    )
    .flatMap((step) => {
      const known = knownOf(step)
      // Of a later version's kind or part nothing can be said here.
      if (known === null) return []
      const { id, one, other, itemId, title, takenOn, valueThen, untilOn } = step
      const { dismissedAs, ...what } = known
      const between = what.kind === 'introduce' ? other : null
      return [
        {
          id,
          ...what,
          people: peopleOf(db, step),
          item: itemId === null ? null : { id: itemId, name: title ?? '' },
          takenOn,
          valueThen,
          contactsSince: one === null ? null : contactsSince(db, communityId, one, between, takenOn),
          usesSince: itemId === null ? null : usesSince(db, itemId, takenOn),
          dismissed: dismissedAs === null ? null : { as: dismissedAs, until: untilOn },
        },
      ]
    })
}

/** What this version knows of a step; null where it is a later one's. */
export function knownOf(
  step: StoredStep,
): (Pick<Logged, 'part' | 'kind'> & { dismissedAs: Dismissed }) | null {
  const [part, kind, dismissedAs] = [
    partKeys.find((one) => one === step.part),
    stepKinds.find((one) => one === step.kind),
    step.dismissedAs === null ? null : dismissals.find((one) => one === step.dismissedAs),
  ]
  return part && kind && dismissedAs !== undefined ? { part, kind, dismissedAs } : null
}

type Dismissed = (typeof dismissals)[number] | null

export function peopleOf(db: Reader, { one, other }: Pick<StoredStep, 'one' | 'other'>): Logged['people'] {
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

function usesSince(db: Reader, itemId: number, takenOn: string): number {
  const sql = 'SELECT count(*) FROM knowledge_reuses WHERE item_id = ? AND used_on > ?'
  return db.value<number>(sql, itemId, takenOn) ?? 0
}

/** A step that was taken is not proposed again for so many days. */
const restDays = 90

/**
 * The steps that are not to be proposed on a day: taken lately, or dismissed until a later day, or until there is news
 * of them and there is none.
 */
export function settledSteps(db: Reader, communityId: number, today: string) {
  const settled = new Set(
    db
      .all<StoredStep>(
        `${storedSteps} WHERE s.community_id = @communityId AND (
            s.dismissed_as IS NULL AND s.taken_on > date(@today, '-${restDays} days')
            OR s.dismissed_as IS NOT NULL AND iif(s.until_on IS NULL, NOT ${news}, s.until_on > @today))`,
        { communityId, today },
      )
      .map(({ kind, one, other, itemId }) => keyOf(kind, [one, other], itemId)),
  )
  return (kind: string, people: readonly number[], itemId: number | null) =>
    settled.has(keyOf(kind, people, itemId))
}

function keyOf(kind: string, people: readonly (number | null)[], itemId: number | null): string {
  return [kind, ...people.filter((id) => id !== null).sort(), `about ${itemId}`].join(' ')
}

/**
 * SQL: whether something has happened since a step `s` was dismissed that it is about: one of those it names took part
 * in the community, the piece of knowledge was used or changed, or, where it names nothing, there was a gathering.
 */
const news = `(
  s.member_id IS NULL AND s.item_id IS NULL AND EXISTS (SELECT 1 FROM gatherings g
    WHERE g.community_id = s.community_id AND g.status = 'held' AND g.held_on > s.taken_on)
  OR EXISTS (SELECT 1 FROM interactions i WHERE i.from_id IN (s.member_id, s.other_id)
    AND i.day > unixepoch(s.taken_on) / 86400 AND i.community_id = s.community_id)
  OR EXISTS (SELECT 1 FROM interactions i WHERE i.to_id IN (s.member_id, s.other_id)
    AND i.day > unixepoch(s.taken_on) / 86400 AND i.community_id = s.community_id)
  OR EXISTS (SELECT 1 FROM gathering_attendees a JOIN gatherings g ON g.id = a.gathering_id
    WHERE a.member_id IN (s.member_id, s.other_id) AND g.community_id = s.community_id
      AND g.status = 'held' AND g.held_on > s.taken_on)
  OR EXISTS (SELECT 1 FROM knowledge_reuses r WHERE r.item_id = s.item_id AND r.used_on > s.taken_on)
  OR EXISTS (SELECT 1 FROM knowledge_items n WHERE n.id = s.item_id AND n.updated_at > s.created_at))`
