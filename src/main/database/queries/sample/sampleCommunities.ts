import type { Sample } from '@main/sample/sample'
import type { SampleGathering } from '@main/sample/types'
import { dayNumber } from '@shared/domain/calendar'
import { mostWithTies, pairsOf } from '@shared/domain/pairs'
import { type RepeatChoice, ruleFor } from '@shared/domain/repeats'
import type { Writer } from '../../engine/writer'
import { gatheringInteraction } from '../gatherings/gatheringContacts'

/** The communities of the sample program, with who belongs to them and how they came to their stage. */
export function fillCommunities(db: Writer, sample: Sample, firstMember: number): void {
  const belonging = db.bulk('community_members', ['community_id', 'member_id', 'role', 'joined_on'])
  const stages = db.bulk('community_stages', ['community_id', 'stage', 'since_on', 'note'])
  for (const { name, domain, purpose, stage, rhythmDays, startedOn, ...rest } of sample.communities) {
    const coordinator = rest.members.find(({ role }) => role === 'coordinator')
    const id = db.insert('communities', {
      name,
      domain,
      purpose,
      stage,
      rhythm_days: rhythmDays,
      began_on: startedOn,
      sponsor_id: rest.sponsor === null ? null : firstMember + rest.sponsor,
      coordinator_id: coordinator ? firstMember + coordinator.member : null,
      public_spaces: rest.publicSpaces,
      private_spaces: rest.privateSpaces,
      created_at: db.now,
      updated_at: db.now,
    })
    for (const { member, role, joinedOn } of rest.members)
      belonging.add([id, firstMember + member, role, joinedOn])
    for (const { stage: then, since, note } of rest.stages) stages.add([id, then, since, note])
  }
  belonging.end()
  stages.end()
}

interface Numbers {
  firstMember: number
  firstCommunity: number
}

const choices: readonly [days: number, choice: RepeatChoice][] = [
  [14, 'every 2 weeks'],
  [21, 'every 3 weeks'],
  [28, 'every 4 weeks'],
]

/** What they met for and who was there, with the contacts that follow from it. */
export function fillGatherings(db: Writer, sample: Sample, { firstMember, firstCommunity }: Numbers): void {
  const series = new Map<number, number>()
  const gatherings = db.bulk('gatherings', [
    ...['community_id', 'series_id', 'title', 'kind', 'held_on', 'starts_at', 'minutes', 'place'],
    ...['is_private', 'status', 'host_id', 'notes', 'guests', 'created_at', 'updated_at'],
  ])
  const attendees = db.bulk('gathering_attendees', ['gathering_id', 'member_id', 'minutes', 'is_guest'])
  const contacts = db.bulk('interactions', [
    ...['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'community_id', 'gathering_id'],
  ])
  for (const [index, gathering] of sample.gatherings.entries()) {
    const { community, on, guests } = gathering
    const communityId = firstCommunity + community
    if (gathering.isSeries && !series.has(community))
      series.set(community, beginSeries(db, sample, communityId, index))
    const id = gatherings.add([
      ...[communityId, gathering.isSeries ? (series.get(community) ?? null) : null],
      ...[gathering.title, gathering.kind, on, gathering.startsAt, gathering.minutes, gathering.place],
      ...[gathering.isPrivate ? 1 : 0, gathering.status],
      ...[gathering.host === null ? null : firstMember + gathering.host, '', guests, db.now, db.now],
    ])
    const people = gathering.attendees.map((member) => firstMember + member)
    for (const person of people) attendees.add([id, person, null, 0])
    if (people.length + guests > mostWithTies) continue
    const { directed, kind } = gatheringInteraction
    for (const [from, to] of pairsOf(people))
      contacts.add([from, to, directed, dayNumber(on), on, kind, communityId, id])
  }
  for (const bulk of [gatherings, attendees, contacts]) bulk.end()
}

/** The series that the gatherings of a community from one on are planned by. */
function beginSeries(db: Writer, sample: Sample, communityId: number, from: number): number {
  const first = sample.gatherings[from] as SampleGathering
  const last = sample.gatherings.findLast(
    ({ community, isSeries }) => isSeries && community === first.community,
  )
  const days = sample.communities[first.community]?.rhythmDays
  const choice = choices.find(([each]) => each === days)?.[1] ?? 'every 4 weeks'
  return db.insert('gathering_series', {
    community_id: communityId,
    rule: ruleFor(choice, first.on, null),
    begins_on: first.on,
    planned_until: last?.on ?? first.on,
    created_at: db.now,
  })
}
