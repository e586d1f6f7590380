import type { OutputOf } from '@shared/contract'
import { standings } from '@shared/domain/aliveness/levelMoves'
import { type KnownTopic, type Step, type StepKnowledge, stepsFor } from '@shared/domain/aliveness/steps'
import { fromDayNumber } from '@shared/domain/calendar'
import { excerptOf } from '@shared/domain/excerpt'
import type { Columns } from '../../analytics/shape'
import type { Reader } from '../../engine/reader'
import { askTexts } from '../asks/asksAsked'
import { list, listed } from '../conditions'
import { byName } from '../members/memberNames'
import { itemTitles } from './alivenessKnowledge'
import type { ReadBoth } from './alivenessRecords'
import { settledSteps } from './communityStepLog'

type Proposed = OutputOf<'aliveness.steps'>[number]

/** How far back sessions tell what somebody is occupied with, in days. */
const talkDays = 365

/** The steps that the records of a community call for. */
export function proposedSteps(
  db: Reader,
  { community, now, before, ids }: ReadBoth,
  names: Columns['names'],
): Proposed[] {
  if (community === null) return []
  const { period, profile } = now
  const isSettled = settledSteps(db, community.id, fromDayNumber(period.span.last))
  const steps = stepsFor(
    {
      period,
      profile,
      before,
      standings: standings(period.records, period.span),
      knowledge: knowledgeOf(db, ids, period.span.last, names),
    },
    community.stage,
    ({ kind, people, facts: { item = null } }) =>
      isSettled(
        kind,
        people.map((person) => ids[person] ?? 0),
        item,
      ),
  )
  const members = new Map(
    byName(
      db,
      [...new Set(steps.flatMap(({ people }) => people))].map((person) => ({ id: ids[person] ?? 0 })),
    ).map((member) => [member.id, member]),
  )
  const asks = askTexts(
    db,
    steps.flatMap(({ facts }) => facts.ask ?? []),
  )
  const titles = itemTitles(
    db,
    steps.flatMap(({ facts }) => facts.item ?? []),
  )
  return steps.map((step) => ({
    ...shaped(step, (person) => members.get(ids[person] ?? 0)),
    ask: askOf(step, asks),
    item: titles.get(step.facts.item ?? 0) ?? null,
  }))
}

const longestAsk = 80

function askOf({ facts: { ask } }: Step, texts: ReadonlyMap<number, string>): string | null {
  const text = ask === undefined ? undefined : texts.get(ask)
  return text === undefined ? null : excerptOf(text, longestAsk)
}

function shaped(
  { part, kind, people, facts }: Step,
  member: (person: number) => { id: number; name: string } | undefined,
): Omit<Proposed, 'ask' | 'item'> {
  const { topic = null, places = null, day, count = null, usual = null } = facts
  return {
    part,
    kind,
    people: people.flatMap((person) => member(person) ?? []),
    topic,
    places,
    day: day === undefined || day < 0 ? null : fromDayNumber(day),
    count,
    usual,
  }
}

function knowledgeOf(db: Reader, ids: Int32Array, last: number, names: Columns['names']): StepKnowledge {
  return {
    topics: topicsOf(db, ids, fromDayNumber(Math.max(0, last - talkDays))),
    haveMet: (one, other) => haveMet(db, ids[one] ?? 0, ids[other] ?? 0),
    locationName: (group) => names.location[group] ?? '',
    departmentName: (group) => names.department[group] ?? '',
  }
}

function topicsOf(db: Reader, ids: Int32Array, since: string): StepKnowledge['topics'] {
  const numbers = new Map(Array.from(ids, (id, person) => [id, person]))
  const found = new Map<number, KnownTopic[]>()
  const members = list([...ids])
  const rows = db.all<{ memberId: number } & KnownTopic>(
    `SELECT k.member_id AS memberId, t.name, CASE k.side WHEN 'wanted' THEN 'wants' ELSE 'offers' END AS how
        FROM member_skills k JOIN topics t ON t.id = k.topic_id WHERE k.member_id IN ${listed}
      UNION ALL
      SELECT DISTINCT a.member_id, t.name, 'talked about'
        FROM session_attendees a
        JOIN sessions s ON s.id = a.session_id AND s.held_on >= ?
        JOIN match_members m ON m.match_id = s.match_id AND m.member_id = a.member_id AND m.side <> 'mentor'
        JOIN session_topics st ON st.session_id = s.id
        JOIN topics t ON t.id = st.topic_id
        WHERE a.member_id IN ${listed}`,
    members,
    since,
    members,
  )
  for (const { memberId, name, how } of rows) {
    const person = numbers.get(memberId)
    if (person === undefined) continue
    const own = found.get(person)
    if (own) own.push({ name, how })
    else found.set(person, [{ name, how }])
  }
  return found
}

/** In whatever community, session or match. */
function haveMet(db: Reader, one: number, other: number): boolean {
  return (
    db.value(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM interactions WHERE from_id = @one AND to_id = @other)
        OR EXISTS (SELECT 1 FROM interactions WHERE from_id = @other AND to_id = @one)
        OR EXISTS (SELECT 1 FROM session_attendees a JOIN session_attendees b ON b.session_id = a.session_id
          WHERE a.member_id = @one AND b.member_id = @other)
        OR EXISTS (SELECT 1 FROM match_members a JOIN match_members b ON b.match_id = a.match_id
          WHERE a.member_id = @one AND b.member_id = @other)`,
      { one, other },
    ) !== undefined
  )
}
