import type { InputOf } from '@shared/contract'
import { standings } from '@shared/domain/aliveness/levelMoves'
import { alivenessNumber } from '@shared/domain/aliveness/number'
import { partKeys } from '@shared/domain/aliveness/parts'
import { comparableParts } from '@shared/domain/aliveness/profile'
import { placeFrom, tookPart } from '@shared/domain/aliveness/records'
import { daysIn, type Span } from '@shared/domain/aliveness/spans'
import { weakParts } from '@shared/domain/aliveness/steps'
import { bucketStart, bucketsBetween, fromDayNumber } from '@shared/domain/calendar'
import type { CommunityRecords, ReportedParticipation } from '@shared/domain/communityReport/records'
import { countLevels } from '@shared/domain/participation'
import { dayWords } from '@shared/domain/summaryWords'
import type { CommunityStage } from '@shared/domain/vocabulary'
import { crossingGroups } from '../../analytics/networkGroups'
import type { Columns } from '../../analytics/shape'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { type ReadBoth, readBoth } from '../aliveness/alivenessRecords'
import { proposedSteps } from '../aliveness/alivenessSteps'
import { levelAt } from '../aliveness/communityStandings'
import { loggedSteps } from '../aliveness/communityStepLog'
import { getCommunity } from '../communities/communityRecord'
import { byName } from '../members/memberNames'
import { gatheringsWithin, movedMembers } from './reportedGatherings'
import type { ReportNames } from './reportNames'

/** A longer time is told by months. */
const mostDaysByWeek = 27 * 7

/**
 * What a report of a community is made from.
 *
 * @throws AppError `not-found` for the community, `invalid-input` for the dates.
 */
export function communityRecords(
  db: Reader,
  columns: Columns,
  { communityId, from, to, today }: InputOf<'communityReport.get'>,
  names: ReportNames,
  task: Task,
): CommunityRecords {
  const both = readBoth(db, columns, {
    from,
    to: to !== null && to > today ? today : to,
    today,
    communityId,
    loggedOnly: false,
  })
  const { period } = both.now
  const span = daysOf(period.span)
  const community = reportedCommunity(db, communityId, span.to, names)
  const { records, graph } = period
  const gatherings = gatheringsWithin(db, communityId, span, names)
  return {
    community,
    span,
    before: daysOf(both.before.period.span),
    aliveness: reportedAliveness(both, community.stage, task),
    participation: reportedParticipation(db, both, names),
    ...movedMembers(db, communityId, span),
    time: overTime(both, span, gatherings),
    gatherings,
    borders: (['location', 'department'] as const).map((border) => ({
      border,
      ...crossingGroups(graph, records[border], columns.names[border]),
    })),
    taken: loggedSteps(db, communityId)
      .filter(({ takenOn, dismissed }) => dismissed === null && takenOn >= span.from && takenOn <= span.to)
      .map(({ people, item, ...step }) => ({
        ...step,
        names: people.map(names.called),
        about: item && names.text(item.name),
      })),
    proposed: proposedSteps(db, both, columns.names).map(({ part, kind, people, ...why }) => ({
      part,
      kind,
      names: people.map(names.called),
      about: why.item ? names.text(why.item.name) : (why.topic?.name ?? null),
      reasons: {
        topic: why.topic ?? undefined,
        places: why.places?.length === 2 ? [why.places[0] ?? '', why.places[1] ?? ''] : undefined,
        day: why.day === null ? undefined : dayWords(why.day),
        count: why.count ?? undefined,
        usual: why.usual ?? undefined,
      },
    })),
  }
}

function daysOf({ first, last }: Span): { from: string; to: string } {
  return { from: fromDayNumber(first), to: fromDayNumber(last) }
}

/** The stage is that of the last day, not of today. */
function reportedCommunity(
  db: Reader,
  id: number,
  last: string,
  names: ReportNames,
): CommunityRecords['community'] {
  const { sponsor, coordinator, stages, ...community } = getCommunity(db, id)
  const past = stages.filter(({ since }) => since <= last)
  const note = (words: string | null) => (words === null ? null : names.note(words))
  return {
    name: names.text(community.name),
    domain: names.text(community.domain),
    purpose: names.text(community.purpose),
    publicSpaces: note(community.publicSpaces),
    privateSpaces: note(community.privateSpaces),
    stage: past[0]?.stage ?? stages.at(-1)?.stage ?? community.stage,
    stages: past.map(({ stage, since, note: written }) => ({ stage, since, note: note(written) })),
    rhythmDays: community.rhythmDays,
    beganOn: community.beganOn,
    endedOn: community.endedOn !== null && community.endedOn <= last ? community.endedOn : null,
    sponsor: sponsor && names.called(sponsor),
    coordinator: coordinator && names.called(coordinator),
  }
}

function reportedAliveness(
  { now, before, imported }: ReadBoth,
  stage: CommunityStage,
  task: Task,
): CommunityRecords['aliveness'] {
  const { contacts, attendance, members, records } = now.period
  const { changes } = alivenessNumber(now, before, (done, total) => {
    if (done % 20 === 0) task.progress({ label: 'Drawing weeks anew', done, total })
  })
  const comparable = comparableParts(now.profile, before.profile)
  return {
    parts: partKeys.map((key) => {
      const [own, earlier] = [now.profile[key], before.profile[key]]
      return {
        key,
        value: own.value,
        numerator: own.numerator,
        denominator: own.denominator,
        missing: own.missing,
        before: earlier,
        change: comparable.includes(key) ? (own.value ?? 0) - (earlier.value ?? 0) : null,
        verdict: changes.find(({ part }) => part === key)?.change ?? null,
        also: own.also,
      }
    }),
    weak: weakParts(now.profile, before.profile, stage),
    members,
    people: tookPart(records.people, contacts, attendance).reduce((sum, active) => sum + active, 0),
    contacts: contacts.length,
    contactsBefore: before.period.contacts.length,
    imported: imported
      .subarray(
        placeFrom(records.contacts, before.period.span.first),
        placeFrom(records.contacts, now.period.span.last + 1),
      )
      .reduce((sum, one) => sum + one, 0),
  }
}

function reportedParticipation(
  db: Reader,
  { now, ids }: ReadBoth,
  names: ReportNames,
): ReportedParticipation | null {
  const { records, span } = now.period
  const found = standings(records, span)
  if (found === null) return null
  const stayed = found.members.filter(({ before }) => before !== null)
  const inward = stayed.filter(({ level, before }) => level < (before ?? level)).length
  const outward = stayed.filter(({ level, before }) => level > (before ?? level)).length
  const worth = found.members.filter(({ movedOn, ask }) => movedOn !== null || ask !== null)
  const named = byName(
    db,
    worth.map((one) => ({ ...one, id: ids[one.person] ?? 0 })),
  )
  return {
    weeks: found.weeks,
    on: fromDayNumber(span.last),
    counts: countLevels(Uint8Array.from(found.members, ({ level }) => level)),
    flow: { inward, outward, held: stayed.length - inward - outward },
    moved: named.flatMap(({ level, before, movedOn, ...member }) =>
      movedOn === null || before === null
        ? []
        : [
            {
              name: names.called(member),
              from: levelAt(before),
              to: levelAt(level),
              on: fromDayNumber(movedOn),
            },
          ],
    ),
    asked: named.flatMap(({ ask, lastSeen, ...member }) =>
      ask === null
        ? []
        : [{ name: names.called(member), ask, lastSeen: lastSeen === null ? null : fromDayNumber(lastSeen) }],
    ),
  }
}

function overTime(
  { now: { period } }: ReadBoth,
  { from, to }: { from: string; to: string },
  gatherings: CommunityRecords['gatherings'],
): CommunityRecords['time'] {
  const by = daysIn(period.span) > mostDaysByWeek ? 'month' : 'week'
  const buckets = new Map(
    bucketsBetween(from, to, by).map((start) => [start, { start, contacts: 0, gatherings: 0 }]),
  )
  const bucketOf = (day: string) => buckets.get(bucketStart(day, by))
  // The contacts are in the order of days.
  let [day, bucket] = [-1, bucketOf(from)]
  const { contacts } = period
  for (let at = 0; at < contacts.length; at++) {
    const on = contacts.day[at] ?? 0
    if (on !== day) [day, bucket] = [on, bucketOf(fromDayNumber(on))]
    if (bucket) bucket.contacts++
  }
  for (const { status, heldOn } of gatherings) {
    const own = status === 'held' ? bucketOf(heldOn) : undefined
    if (own) own.gatherings++
  }
  return { by, buckets: [...buckets.values()] }
}
