import { plural } from '@shared/domain/summaryWords'
import type { Row } from '../../engine/reader'
import { type Couple, carried, keptOnce, type Relation } from './couple'
import { becomeConsents } from './mergeConsents'
import { becomeContacts } from './mergeContacts'
import { becomeEnrolments, becomeWishes } from './mergeEnrolments'
import { becomeDistinct, becomePairRules, becomeSteps } from './mergePairs'
import type { Plan } from './plan'

const earlier = (a: Row[string], b: Row[string]) => (a === null || (b !== null && b < a) ? b : a)

const skills = keptOnce('member_skills', 'member_id', ['side', 'topic_id'], {
  joined: (keep, other) => ({ level: keep.level ?? other.level ?? null }),
})

const attended = keptOnce('session_attendees', 'member_id', ['session_id'], {
  told: (count, { keepName }) =>
    `Both were noted as attendees of ${plural(count, 'session')}: ${keepName} is there once.`,
})

const matched = keptOnce('match_members', 'member_id', ['match_id'], {
  told: (count, { keepName }) =>
    `Both were in ${plural(count, 'match', 'matches')}: ${keepName} is there once.`,
})

const joined = keptOnce('community_members', 'member_id', ['community_id'], {
  joined: (keep, other) => ({
    role: keep.role ?? other.role ?? null,
    joined_on: earlier(keep.joined_on ?? null, other.joined_on ?? null) ?? null,
    // Whoever is still in it by one of the two is in it.
    left_on: keep.left_on === null || other.left_on === null ? null : later(keep.left_on, other.left_on),
  }),
  told: (count, { keepName }) =>
    `Both were in ${plural(count, 'community', 'communities')}: ${keepName} is in it once, since the earlier day.`,
})

const later = (a: Row[string] | undefined, b: Row[string] | undefined) => {
  if (a === undefined || a === null) return b ?? null
  return b !== undefined && b !== null && b > a ? b : a
}

const gathered = keptOnce('gathering_attendees', 'member_id', ['gathering_id'], {
  joined: (keep, other) => ({
    minutes: later(keep.minutes, other.minutes),
    is_guest: keep.is_guest === 1 && other.is_guest === 1 ? 1 : 0,
  }),
  told: (count, { keepName }) =>
    `Both were at ${plural(count, 'gathering')}: ${keepName} is there once, with the longer of the two times.`,
})

/** Nobody invites themselves. */
const becomeInviters: Relation = (plan, { keep, other }) => {
  for (const id of new Set([
    ...plan.ids('invitations', 'invited_by', other),
    ...plan.ids('invitations', 'member_id', other),
  ])) {
    const row = plan.row('invitations', id)
    if (!row) continue
    const by = row.invited_by === other ? keep : (row.invited_by ?? null)
    plan.update('invitations', id, { invited_by: by === row.member_id ? null : by })
  }
}

/** Nobody has brought in, or reports to, themselves. */
function others(column: 'invited_by' | 'manager_id'): Relation {
  return (plan, { keep, other }) => {
    for (const id of plan.ids('members', column, other)) {
      // The rows of the two themselves are written with their fields.
      if (id !== keep && id !== other) plan.update('members', id, { [column]: keep })
    }
  }
}

/**
 * How everything that points at a member is carried over, by table and column. A test sees that no column of the schema
 * is missing; the order is that in which it is told.
 */
export const relations: Readonly<Record<string, Relation>> = {
  'member_skills.member_id': skills,
  'consents.member_id': becomeConsents,
  'enrolments.member_id': becomeEnrolments,
  'wishes.member_id': becomeWishes,
  'pair_rules.first_id': becomePairRules,
  'pair_rules.second_id': becomePairRules,
  'match_members.member_id': matched,
  'check_ins.member_id': carried('check_ins', 'member_id'),
  'snoozes.member_id': carried('snoozes', 'member_id'),
  'goals.owner_id': carried('goals', 'owner_id'),
  'closure_steps.member_id': carried('closure_steps', 'member_id'),
  'survey_responses.member_id': carried('survey_responses', 'member_id'),
  'session_attendees.member_id': attended,
  'action_items.owner_id': carried('action_items', 'owner_id'),
  'community_members.member_id': joined,
  'communities.sponsor_id': carried('communities', 'sponsor_id'),
  'communities.coordinator_id': carried('communities', 'coordinator_id'),
  'gatherings.host_id': carried('gatherings', 'host_id'),
  'gathering_attendees.member_id': gathered,
  'community_steps.member_id': becomeSteps,
  'community_steps.other_id': becomeSteps,
  'asks.asker_id': carried('asks', 'asker_id'),
  'ask_answers.member_id': carried('ask_answers', 'member_id'),
  'invitations.member_id': carried('invitations', 'member_id'),
  'invitations.invited_by': becomeInviters,
  'knowledge_authors.member_id': keptOnce('knowledge_authors', 'member_id', ['item_id']),
  'knowledge_reuses.member_id': carried('knowledge_reuses', 'member_id'),
  'interactions.from_id': becomeContacts,
  'interactions.to_id': becomeContacts,
  'members.invited_by': others('invited_by'),
  'members.manager_id': others('manager_id'),
  'member_merges.member_id': carried('member_merges', 'member_id'),
  'member_identities.member_id': carried('member_identities', 'member_id'),
  'distinct_members.first_id': becomeDistinct,
  'distinct_members.second_id': becomeDistinct,
}

/** Plans that all that is the other's becomes that of the one who stays. */
export function carryOver(plan: Plan, couple: Couple): void {
  for (const relation of new Set(Object.values(relations))) relation(plan, couple)
}
