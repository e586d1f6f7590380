import type { InputOf, OutputOf } from '@shared/contract'
import type { communitiesDue } from '@shared/contract/communitiesDue'
import { answerDays } from '@shared/domain/aliveness/responsiveness'
import { addDays, daysBetween } from '@shared/domain/calendar'
import { excerptOf } from '@shared/domain/excerpt'
import { lookAgainDays, readinessOf } from '@shared/domain/growth/readiness'
import { patience } from '@shared/domain/growth/way'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { nobody } from '../invitations/invitationSave'
import { listCommunities } from './communityList'

type Due = OutputOf<'communities.due'>
type Input = InputOf<'communities.due'>

export const communitiesDueHandlers: Handlers<typeof communitiesDue> = {
  'communities.due': (db, input) => {
    const found = {
      gatherings: gatheringsAhead(db, input),
      attendance: attendanceToTake(db, input),
      asks: asksWaiting(db, input),
      invitations: invitationsToFollow(db, input),
      rhythms: rhythmsOverdue(db, input),
      readiness: plansToLookAt(db, input),
    }
    const first = <T>(all: readonly T[]) => all.slice(0, input.limit)
    return {
      totals: {
        gatherings: found.gatherings.length,
        attendance: found.attendance.length,
        asks: found.asks.length,
        invitations: found.invitations.length,
        rhythms: found.rhythms.length,
        readiness: found.readiness.length,
      },
      gatherings: first(found.gatherings),
      attendance: first(found.attendance),
      asks: first(found.asks).map((ask) => ({ ...ask, text: excerptOf(ask.text, longestAsk) })),
      invitations: first(found.invitations),
      rhythms: first(found.rhythms),
      readiness: first(found.readiness),
    }
  },
}

const longestAsk = 120

/** Who was there so long ago nobody remembers, in days. */
const remembered = 60

/** Of a community that goes on; `c` is the community. */
const goesOn = "coalesce(c.ended_on, '9999') > @today"

interface OfCommunity {
  communityId: number
  communityName: string
}

const communityColumns = 'c.id AS communityId, c.name AS communityName'

function withCommunity<Row extends OfCommunity>({ communityId, communityName, ...row }: Row) {
  return { ...row, community: { id: communityId, name: communityName } }
}

function gatheringsAhead(db: Reader, { today, days }: Input): Due['gatherings'] {
  return db
    .all<OfCommunity & Omit<Due['gatherings'][number], 'community' | 'daysToGo'>>(
      `SELECT ${communityColumns}, g.id, g.title, g.kind, g.held_on AS dueOn, g.starts_at AS startsAt, g.place
        FROM gatherings g JOIN communities c ON c.id = g.community_id
        WHERE g.status = 'planned' AND g.held_on BETWEEN @today AND @last AND ${goesOn}
        ORDER BY g.held_on, coalesce(g.starts_at, ''), g.id`,
      { today, last: addDays(today, days) },
    )
    .map((row) => ({ ...withCommunity(row), daysToGo: daysBetween(today, row.dueOn) }))
}

/** The latest first: it is remembered best. */
function attendanceToTake(db: Reader, { today }: Input): Due['attendance'] {
  return db
    .all<OfCommunity & Omit<Due['attendance'][number], 'community' | 'daysAgo'>>(
      `SELECT ${communityColumns}, g.id, g.title, g.kind, g.held_on AS heldOn
        FROM gatherings g JOIN communities c ON c.id = g.community_id
        WHERE g.status = 'planned' AND g.held_on < @today AND g.held_on >= @first
        ORDER BY g.held_on DESC, g.id`,
      { today, first: addDays(today, -remembered) },
    )
    .map((row) => ({ ...withCommunity(row), daysAgo: daysBetween(row.heldOn, today) }))
}

function asksWaiting(db: Reader, { today }: Input): Due['asks'] {
  return db
    .all<OfCommunity & { id: number; askerId: number; asker: string; text: string; askedOn: string }>(
      `SELECT ${communityColumns}, a.id, m.id AS askerId, m.name AS asker, a.text, a.asked_on AS askedOn
        FROM asks a JOIN communities c ON c.id = a.community_id JOIN members m ON m.id = a.asker_id
        WHERE a.closed_on IS NULL AND a.asked_on <= @last AND m.erased_at IS NULL AND ${goesOn}
          AND NOT EXISTS (SELECT 1 FROM ask_answers n WHERE n.ask_id = a.id)
        ORDER BY a.asked_on, a.id`,
      { today, last: addDays(today, -answerDays) },
    )
    .map(({ askerId, asker, askedOn, ...row }) => ({
      ...withCommunity(row),
      asker: { id: askerId, name: asker },
      daysWaiting: daysBetween(askedOn, today),
    }))
}

/** As `domain/growth/way` has it: an invitation without an answer, or a “later”, after a while; an accepted one at once. */
function invitationsToFollow(db: Reader, { today }: Input): Due['invitations'] {
  return db
    .all<OfCommunity & Omit<Due['invitations'][number], 'community' | 'daysSince'>>(
      `SELECT ${communityColumns}, v.id, m.id AS memberId, coalesce(m.name, v.name, '${nobody}') AS name,
          iif(v.answer = 'accepted', 'admit', 'ask again') AS step, coalesce(v.answered_on, v.invited_on) AS since
        FROM invitations v JOIN communities c ON c.id = v.community_id LEFT JOIN members m ON m.id = v.member_id
        WHERE ${goesOn} AND m.erased_at IS NULL AND coalesce(v.answered_on, v.invited_on) <= CASE
            WHEN v.answer IS NULL THEN @unanswered
            WHEN v.answer = 'later' THEN @later
            WHEN v.answer = 'accepted' THEN @today
          END
          AND NOT EXISTS (SELECT 1 FROM community_members cm WHERE cm.community_id = v.community_id
            AND cm.member_id = v.member_id AND (cm.left_on IS NULL OR cm.left_on > @today))
          AND NOT EXISTS (SELECT 1 FROM invitations w WHERE w.community_id = v.community_id
            AND w.member_id = v.member_id AND w.id > v.id)
        ORDER BY step, since DESC, v.id`,
      {
        today,
        unanswered: addDays(today, -patience.unanswered),
        later: addDays(today, -patience.later),
      },
    )
    .map((row) => ({ ...withCommunity(row), daysSince: daysBetween(row.since, today) }))
}

/** By the rule of the list of communities, the latest first. */
function rhythmsOverdue(db: Reader, { today }: Input): Due['rhythms'] {
  return listCommunities(db, today)
    .flatMap(({ id, name, members, rhythmDays, endedOn, gatherings: { lastOn, nextOn } }) => {
      const isOver = endedOn !== null && endedOn <= today
      if (isOver || members === 0 || rhythmDays === null || lastOn === null || nextOn !== null) return []
      const daysSince = daysBetween(lastOn, today)
      const daysLate = daysSince - rhythmDays
      if (daysLate <= rhythmDays) return []
      return [{ community: { id, name }, rhythmDays, lastOn, daysSince, daysLate }]
    })
    .sort((one, other) => other.daysLate / other.rhythmDays - one.daysLate / one.rhythmDays)
}

/** After a year a plan was given up. */
const lookedAtWithin = 365

function plansToLookAt(db: Reader, { today }: Input): Due['readiness'] {
  const checks = db.all<{
    communityId: number | null
    name: string | null
    idea: string | null
    takenOn: string
    answers: string
  }>(
    `SELECT r.community_id AS communityId, c.name, r.idea, r.taken_on AS takenOn, r.answers
      FROM readiness_checks r LEFT JOIN communities c ON c.id = r.community_id
      WHERE r.taken_on <= @today AND (c.id IS NULL OR ${goesOn}) ORDER BY r.taken_on DESC, r.id DESC`,
    { today },
  )
  const subjects = Map.groupBy(checks, ({ communityId, idea }) => `${communityId} ${idea}`)
  return [...subjects.values()].flatMap((about) => {
    const [latest] = about
    if (!latest) return []
    const daysSince = daysBetween(latest.takenOn, today)
    if (daysSince < lookAgainDays || daysSince > lookedAtWithin) return []
    const { plan } = readinessOf(about.map(({ answers }) => JSON.parse(answers) as Record<string, number>))
    if (plan.length === 0) return []
    const { communityId, name, idea, takenOn } = latest
    const community = communityId === null ? null : { id: communityId, name: name ?? '' }
    return [{ community, idea, takenOn, daysSince }]
  })
}
