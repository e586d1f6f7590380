import { density } from '../network/figures'
import { degreeOf } from '../network/neighbours'
import { countLevels, type LevelCounts, type LevelFlow, levelFlow, levels } from '../participation'
import type { Period } from './records'
import { daysIn } from './spans'

/** Under so many weeks the levels of participation coincide. */
const fewestWeeks = 5
/** More weeks than this are no season any more. */
const mostWeeks = 104

/** What is shown beside the parts and never counted among them. */
export interface Beside {
  /** Falls as a community grows, so it is not to be compared with another one's. */
  density: number | null
  /** Members without any contact. */
  isolates: number
  /** By the rule of `domain/participation`, over the last `weeks` of both spans; null where these are too short. */
  levels: {
    weeks: number
    now: LevelCounts
    before: LevelCounts
    /** Of those who were members in both. */
    flow: LevelFlow
  } | null
}

export function besideOf(now: Period, before: Period): Beside {
  const isolates = now.isMember.reduce(
    (sum, member, person) => sum + (member === 1 && degreeOf(now.graph.ties, person) === 0 ? 1 : 0),
    0,
  )
  return { density: density(now.graph), isolates, levels: levelsOf(now, before) }
}

function levelsOf(now: Period, before: Period): Beside['levels'] {
  const weeks = Math.min(mostWeeks, Math.floor(daysIn(now.span) / 7))
  if (weeks < fewestWeeks) return null
  const [own, earlier] = [levels(activeWeeks(now, weeks), weeks), levels(activeWeeks(before, weeks), weeks)]
  const ofMembers = (found: Uint8Array, { isMember }: Period) =>
    found.filter((_, person) => isMember[person] === 1)
  return {
    weeks,
    now: countLevels(ofMembers(own, now)),
    before: countLevels(ofMembers(earlier, before)),
    flow: levelFlow(ofMembers(earlier, before), ofMembers(own, before)),
  }
}

/** In how many of the last weeks everybody was in contact, or at a gathering. */
function activeWeeks({ records, contacts, attendance, span }: Period, weeks: number): Uint8Array {
  const seen = new Uint8Array(records.people * weeks)
  const counts = new Uint8Array(records.people)
  const mark = (person: number, week: number) => {
    const cell = person * weeks + week
    counts[person] = (counts[person] ?? 0) + 1 - (seen[cell] ?? 0)
    seen[cell] = 1
  }
  for (let at = 0; at < contacts.length; at++) {
    const week = Math.floor((span.last - (contacts.day[at] ?? 0)) / 7)
    if (week >= weeks) continue
    mark(contacts.from[at] ?? 0, week)
    mark(contacts.to[at] ?? 0, week)
  }
  for (let at = 0; at < attendance.length; at++) {
    const week = Math.floor((span.last - (attendance.day[at] ?? 0)) / 7)
    if (week < weeks) mark(attendance.person[at] ?? 0, week)
  }
  return counts
}
