import type { WriteName } from '@shared/contract'
import { flagsToSetAside } from '@shared/domain/support/flags'
import { checkInDepths, supportPresets } from '@shared/domain/support/plan'
import { confidentialities, sessionMedia } from '@shared/domain/vocabulary'
import { dates, pick, pickId, type Step, type Story } from './sequenceStory'

/** A match with somebody in it, by numbers. */
function personOf(story: Story, which?: number, who?: number) {
  const matchId = pickId(story, 'matches', which)
  if (matchId === undefined) return null
  const memberId = pick(
    story.file.read((db) =>
      db.column<number>('SELECT member_id FROM match_members WHERE match_id = ? ORDER BY id', matchId),
    ),
    who,
  )
  return memberId === undefined ? null : { matchId, memberId }
}

const today = '2026-11-25'

/** The commands of match support, for sequences of them at random. */
export const supportSteps: Partial<Record<WriteName, Step>> = {
  'support.choose': async (story, [which, preset = 0]) => {
    const programId = pickId(story, 'programs', which)
    const plan = pick([null, ...Object.values(supportPresets)], preset) ?? null
    if (programId === undefined) return
    const stages = (list: readonly { from: number; every: number; latest: number }[]) => [...list]
    await story.file.call('support.choose', {
      programId,
      plan: plan && { ...plan, quick: stages(plan.quick), inDepth: stages(plan.inDepth) },
    })
  },

  'checkIns.save': async (story, [which = 0, match, who, on, kind = 0, how]) => {
    const id = which % 3 === 0 ? (pickId(story, 'check_ins', which) ?? null) : null
    const known = id === null ? null : await story.file.call('checkIns.get', { id })
    const person = known ?? personOf(story, match, who)
    if (!person) return
    await story.file.call('checkIns.save', {
      id,
      checkIn: {
        matchId: person.matchId,
        memberId: person.memberId,
        madeOn: pick(dates, on) ?? '',
        means: pick([null, ...sessionMedia], how) ?? null,
        depth: pick(checkInDepths, kind) ?? 'quick',
        minutes: kind % 3 === 0 ? null : kind,
        notes: kind % 4 === 0 ? '' : `Said ${story.mark()}`,
        confidentiality: pick(confidentialities, how) ?? 'private',
      },
    })
  },

  'checkIns.remove': async (story, [which]) => {
    const id = pickId(story, 'check_ins', which)
    if (id !== undefined) await story.file.call('checkIns.remove', { id })
  },

  'checkIns.snooze': async (story, [match, who]) => {
    const person = personOf(story, match, who)
    if (person)
      await story.file.call('checkIns.snooze', {
        ...person,
        madeOn: today,
        until: '2026-12-09',
        reason: `Away ${story.mark()}`,
      })
  },

  'flags.setAside': async (story, [which, kind]) => {
    const matchId = pickId(story, 'matches', which)
    if (matchId !== undefined)
      await story.file.call('flags.setAside', {
        matchId,
        kind: pick(flagsToSetAside, kind) ?? 'no session',
        madeOn: today,
        until: '2026-12-09',
        reason: `Known ${story.mark()}`,
      })
  },

  'flags.showAgain': async (story, [which]) => {
    const id = pickId(story, 'flag_snoozes', which)
    if (id !== undefined) await story.file.call('flags.showAgain', { id, onDay: today })
  },

  'matches.setStatus': async (story, [which, status = 0]) => {
    const id = pickId(story, 'matches', which)
    if (id !== undefined)
      await story.file.call('matches.setStatus', {
        id,
        status: status % 2 === 0 ? 'active' : 'paused',
        onDay: today,
        reason: status % 3 === 0 ? '' : `Leave ${story.mark()}`,
      })
  },

  'goals.save': async (story, [which = 0, match, count = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'goals', which) ?? null)
    const owner =
      id === null
        ? pickId(story, 'matches', match)
        : story.file.read((db) => db.value<number>('SELECT match_id FROM goals WHERE id = ?', id))
    if (owner === undefined) return
    const known =
      id === null
        ? []
        : story.file.read((db) => db.column<number>('SELECT id FROM milestones WHERE goal_id = ?', id))
    const side = story.file.read((db) =>
      db.value<number>('SELECT member_id FROM match_members WHERE match_id = ?', owner),
    )
    const milestones = Array.from({ length: count % 3 }, (_, index) => ({
      id: known[index] ?? null,
      text: `Step ${story.mark()}`,
      dueOn: null,
      doneOn: index % 2 === 0 ? null : today,
    }))
    await story.file.call('goals.save', {
      id,
      matchId: owner,
      goal: {
        text: `Reach ${story.mark()}`,
        ownerId: count % 2 === 0 ? null : (side ?? null),
        dueOn: pick([null, ...dates], count) ?? null,
        milestones,
      },
    })
  },

  'goals.settle': async (story, [which, how = 0]) => {
    const id = pickId(story, 'goals', which)
    if (id !== undefined)
      await story.file.call('goals.settle', {
        id,
        reachedOn: how % 3 === 0 ? today : null,
        droppedOn: how % 3 === 1 ? today : null,
      })
  },

  'goals.remove': async (story, [which]) => {
    const id = pickId(story, 'goals', which)
    if (id !== undefined) await story.file.call('goals.remove', { id })
  },

  'milestones.setDone': async (story, [which, done = 0]) => {
    const id = pickId(story, 'milestones', which)
    if (id !== undefined)
      await story.file.call('milestones.setDone', { id, doneOn: done % 2 === 0 ? null : today })
  },

  'actionItems.add': async (story, [which, goal = 0, who]) => {
    const sessionId = pickId(story, 'sessions', which)
    const match = story.file.read((db) =>
      db.value<number | null>('SELECT match_id FROM sessions WHERE id = ?', sessionId ?? 0),
    )
    const goals = story.file.read((db) =>
      db.column<number>('SELECT id FROM goals WHERE match_id = ?', match ?? 0),
    )
    if (sessionId !== undefined)
      await story.file.call('actionItems.add', {
        sessionId,
        goalId: pick(goals, goal) ?? null,
        text: `Call ${story.mark()}`,
        ownerId: goal % 3 === 0 ? null : (pickId(story, 'members', who) ?? null),
        dueOn: pick([null, ...dates], goal) ?? null,
      })
  },

  'actionItems.setGoal': async (story, [which, goal = 0]) => {
    const id = pickId(story, 'action_items', which)
    const goalId = goal % 3 === 0 ? null : (pickId(story, 'goals', goal) ?? null)
    if (id !== undefined) await story.file.call('actionItems.setGoal', { id, goalId })
  },

  'closures.begin': async (story, [which, kind = 0]) => {
    const matchId = pickId(story, 'matches', which)
    if (matchId !== undefined)
      await story.file.call('closures.begin', {
        matchId,
        anticipated: kind % 2 === 0,
        reason: kind % 3 === 0 ? 'The goals were reached' : `Quarrel ${story.mark()}`,
        begunOn: today,
        endsOn: '2026-12-01',
      })
  },

  'closures.step': async (story, [which, done = 0]) => {
    const id = pickId(story, 'closure_steps', which)
    if (id !== undefined)
      await story.file.call('closures.step', {
        id,
        doneOn: done % 3 === 0 ? null : today,
        afterwards: pick([null, 'rematch', 'end'] as const, done) ?? null,
        notes: done % 2 === 0 ? '' : `Looked back ${story.mark()}`,
      })
  },

  'closures.finish': async (story, [which]) => {
    const id = pickId(story, 'closures', which)
    if (id !== undefined)
      await story.file.call('closures.finish', { id, onDay: today, contactRule: `Letters ${story.mark()}` })
  },

  'closures.cancel': async (story, [which]) => {
    const id = pickId(story, 'closures', which)
    if (id !== undefined) await story.file.call('closures.cancel', { id })
  },

  'closures.reopen': async (story, [which]) => {
    const matchId = pickId(story, 'matches', which)
    if (matchId !== undefined)
      await story.file.call('closures.reopen', { matchId, onDay: today, reason: `Again ${story.mark()}` })
  },
}
