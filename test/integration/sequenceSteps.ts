import type { WriteName } from '@shared/contract'
import { reportKinds, sectionKeys, usualDesign } from '@shared/domain/report/design'
import { consentAnswers, consentPurposes, sessionMedia } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { requestFor } from './importSupport'
import { communitySteps } from './sequenceCommunities'
import { communityStepSteps } from './sequenceCommunitySteps'
import { growthSteps } from './sequenceGrowth'
import { knowledgeSteps } from './sequenceKnowledge'
import { matchingSteps } from './sequenceMatching'
import { mergingSteps } from './sequenceMerging'
import { programSteps } from './sequencePrograms'
import { dates, pick, pickId, type Step, type Story } from './sequenceStory'
import { supportSteps } from './sequenceSupport'
import { surveySteps } from './sequenceSurveys'
import { memberInput, sessionInput } from './support'

/**
 * Every command of the contract, each by a handful of numbers that are brought to bear on whatever records there are:
 * so that sequences of them can be made at random, and made smaller where one fails.
 */

const names = ['Ana Abel', 'Bo Baker', 'Cy Cole', 'Dee Dale']
const topics = ['Bees', 'bees', 'Wax', 'Ökologie']
const words = ['hive', 'the', 'honey', 'Ökologie', '']
const several = <T>(values: readonly T[], number = 0) =>
  values.filter((_, index) => (number >> index) % 2 === 1)

const memberOf = (story: Story, [a = 0, b = 0, c = 0, d = 0]: readonly number[]) =>
  memberInput({
    name: pick(names, a) ?? '',
    location: pick([null, 'Porto', 'Oslo'], b) ?? null,
    department: pick([null, 'Finance'], c) ?? null,
    email: pick([null, 'ana@x.example', 'bo@x.example'], a + d) ?? null,
    role: pick(['mentor', 'mentee', 'both', 'neither'] as const, a + c) ?? 'neither',
    about: d % 2 === 0 ? null : `About ${story.mark()}`,
    skillsOffered: several(topics, b),
    skillsWanted: several(topics, c),
    invitedBy: d % 3 === 0 ? (pickId(story, 'members', d) ?? null) : null,
  })

const csv = (head: string, rows: readonly string[]) => `${head}\n${rows.map((row) => `${row}\n`).join('')}`

/** How each command of the contract is made; the list is whole, and a test sees to that. */
export const steps: Partial<Record<WriteName, Step>> = {
  'members.save': (story, [which = 0, ...numbers]) =>
    story.file.call('members.save', {
      id: which % 2 === 0 ? null : (pickId(story, 'members', which) ?? null),
      member: memberOf(story, numbers),
    }),

  'members.archive': async (story, [a, b, archived = 0]) => {
    const ids = [pickId(story, 'members', a), pickId(story, 'members', b)].filter((id) => id !== undefined)
    if (ids.length > 0) await story.file.call('members.archive', { ids, archived: archived % 2 === 0 })
  },

  // Nearly everybody is part of something soon, so here is somebody who is not.
  'members.remove': async (story, [which = 0, a]) => {
    const free = story.file.read((db) =>
      db.column<number>(
        `SELECT id FROM members WHERE id NOT IN (SELECT member_id FROM session_attendees)
          AND id NOT IN (SELECT from_id FROM interactions UNION SELECT to_id FROM interactions)
          AND id NOT IN (SELECT invited_by FROM members WHERE invited_by IS NOT NULL)
          AND id NOT IN (SELECT manager_id FROM members WHERE manager_id IS NOT NULL)
          AND id NOT IN (SELECT owner_id FROM action_items WHERE owner_id IS NOT NULL)`,
      ),
    )
    const id = which % 4 === 0 ? pickId(story, 'members', a) : pick(free, a)
    if (id !== undefined) await story.file.call('members.remove', { ids: [id] })
  },

  'consents.record': async (story, [a, b, purpose, answer = 0, on]) => {
    const memberIds = [pickId(story, 'members', a), pickId(story, 'members', b)].filter(
      (id) => id !== undefined,
    )
    if (memberIds.length === 0) return
    await story.file.call('consents.record', {
      memberIds,
      purpose: pick(consentPurposes, purpose) ?? 'records',
      answer: pick(consentAnswers, answer) ?? 'given',
      answeredOn: pick(dates, on) ?? '',
      how: answer % 2 === 0 ? null : `form ${story.mark()}`,
    })
  },

  'sessions.save': async (story, [which = 0, a, b = 0, c = 0, d = 0, ...who]) => {
    const attendeeIds = [a, ...who].flatMap((number) => pickId(story, 'members', number) ?? [])
    const id = which % 2 === 0 ? null : (pickId(story, 'sessions', which) ?? null)
    const known = id === null ? [] : (await story.file.call('sessions.get', { id })).actionItems
    const kept = known.slice(0, d % 3).map(({ owner: _, ...item }) => item)
    const fresh = several(['Call Rui', 'Send the outline'], c).map((text) => ({
      id: null,
      text,
      ownerId: pickId(story, 'members', c) ?? null,
      dueOn: null,
      doneOn: null,
    }))
    const session = sessionInput({
      attendeeIds,
      heldOn: pick(dates, a) ?? '',
      medium: pick([null, ...sessionMedia], b) ?? null,
      minutes: b % 3 === 0 ? null : b % 90,
      title: pick([null, 'On bees'], c) ?? null,
      notes: d % 4 === 0 ? '' : `${pick(words, d)} ${story.mark()}`,
      topics: several(topics, c),
      actionItems: [...kept, ...fresh],
    })
    await story.file.call('sessions.save', { id, session })
  },

  'sessions.remove': async (story, [which]) => {
    const id = pickId(story, 'sessions', which)
    if (id !== undefined) await story.file.call('sessions.remove', { id })
  },

  'actionItems.setDone': async (story, [which, done = 0]) => {
    const id = pickId(story, 'action_items', which)
    const doneOn = done % 2 === 0 ? '2026-11-21' : null
    if (id !== undefined) await story.file.call('actionItems.setDone', { id, doneOn })
  },

  'imports.run': async (story, [kind = 0, a = 0, b = 0, c = 0]) => {
    const [one = '', other = ''] = [pick(names, a), pick(names, a + 1)]
    const text = {
      members: csv('Name,Email,Location,Skills offered', [
        `Guest ${a},g${a}@x.example,${pick(['Porto', 'Oslo', ''], b)},${pick(topics, c)}`,
        `Guest ${b},g${b}@x.example,,`,
        `${one},,Bergen,`,
      ]),
      sessions: csv('Date,Attendees,Notes,Topics', [
        `${pick(dates, a)},${one}; ${other},${pick(words, b)} ${story.mark()},${pick(topics, c)}`,
        `${pick(dates, b)},${other}; Guest ${c},,`,
      ]),
      interactions: csv('from,to,at,kind,community', [
        `${one},${other},2026-03-1${a % 9}T23:30:00Z,help,${pick(['Keepers', ''], b)}`,
        `${other},Guest ${c},2026-03-12,message,`,
      ]),
    } as const
    const chosen = pick(['members', 'sessions', 'interactions'] as const, kind) ?? 'members'
    const said = { onDuplicate: b % 2 === 0 ? ('merge' as const) : ('skip' as const) }
    await story.file.call('imports.run', await requestFor(story.file, chosen, text[chosen], said))
  },

  'program.rename': ({ file }, [which]) =>
    file.call('program.rename', { name: pick(['Pilot', 'Ring', 'Circle'], which) ?? '' }),

  'program.setTimeZone': ({ file }, [which]) =>
    file.call('program.setTimeZone', { timeZone: pick(['UTC', 'Asia/Tokyo', 'America/Lima'], which) ?? '' }),

  'savedViews.save': ({ file }, [which, state]) =>
    file.call('savedViews.save', {
      screen: 'members',
      name: pick(['Mentors', 'Alumni'], which) ?? '',
      state: String(state),
    }),

  'savedViews.remove': async (story, [which]) => {
    const id = pickId(story, 'saved_views', which)
    if (id !== undefined) await story.file.call('savedViews.remove', { id })
  },

  'reportTemplates.save': async (story, [which, kind, a, b = 0]) => {
    const report = pick(reportKinds, kind) ?? 'sessions'
    const member = pickId(story, 'members', a)
    const keys = sectionKeys(report)
    const id = b % 3 === 0 ? (pickId(story, 'report_templates', a) ?? null) : null
    const name = pick(['Letter', 'Board', 'Sponsor', 'Pairs', 'Year'], which) ?? ''
    const design = {
      ...usualDesign(report),
      sections: keys.slice(b % keys.length),
      memberIds: member === undefined ? [] : [member],
      opening: b % 2 === 0 ? '' : `Dear ${pick(['Guest 1', 'friends'], a)}`,
    }
    await story.file.call('reportTemplates.save', { id, name, design })
  },

  'reportTemplates.remove': async (story, [which]) => {
    const id = pickId(story, 'report_templates', which)
    if (id !== undefined) await story.file.call('reportTemplates.remove', { id })
  },

  'topics.rename': async (story, [which, name]) => {
    const id = pickId(story, 'topics', which)
    if (id !== undefined)
      await story.file.call('topics.rename', {
        id,
        name: `${pick(['Bees', 'Wax', 'Tides'], name)} ${story.mark()}`,
      })
  },

  'topics.move': async (story, [which, under = 0]) => {
    const id = pickId(story, 'topics', which)
    const parentId = under % 3 === 0 ? null : (pickId(story, 'topics', under) ?? null)
    if (id !== undefined) await unlessRefused(story.file.call('topics.move', { id, parentId }))
  },

  'topics.merge': async (story, [one, two]) => {
    const [keep, other] = [pickId(story, 'topics', one), pickId(story, 'topics', two)]
    if (keep !== undefined && other !== undefined && keep !== other)
      await unlessRefused(story.file.call('topics.merge', { keep, other }))
  },

  'topics.remove': async (story, [which]) => {
    const id = pickId(story, 'topics', which)
    if (id !== undefined) await unlessRefused(story.file.call('topics.remove', { id }))
  },

  'trash.restore': async (story, [a, b]) => {
    const ids = [pickId(story, 'trash', a), pickId(story, 'trash', b)].filter((id) => id !== undefined)
    if (ids.length > 0) await story.file.call('trash.restore', { ids })
  },

  'trash.purge': async (story, [which = 0]) => {
    const id = pickId(story, 'trash', which)
    if (id !== undefined) await story.file.call('trash.purge', { ids: which % 3 === 0 ? null : [id] })
  },

  'members.keep': async (story, [which = 0]) => {
    const id = pickId(story, 'members', which)
    const keep = which % 2 === 0 ? null : { because: 'an inquiry', since: '2026-01-05' }
    if (id !== undefined) await story.file.call('members.keep', { id, keep })
  },

  'members.eraseRecords': async (story, [which = 0]) => {
    const id = pickId(story, 'members', which)
    // Whoever is erased, undo stops there: only now and then.
    if (id !== undefined && which % 4 === 0)
      await story.file.call('members.eraseRecords', { ids: [id], reason: null })
  },

  'retention.setRules': ({ file }, [which = 0]) =>
    file.call('retention.setRules', {
      members: which % 2 === 0 ? null : 1 + (which % 60),
      prospects: null,
      notes: which % 3 === 0 ? 24 : null,
      checkIns: which % 5 === 0 ? 12 : null,
      history: null,
      trash: null,
    }),

  ...communityStepSteps,
  ...growthSteps,
  ...programSteps,
  ...matchingSteps,
  ...mergingSteps,
  ...communitySteps,
  ...knowledgeSteps,
  ...surveySteps,
  ...supportSteps,

  'history.undo': ({ file }) => file.call('history.undo', {}),
  'history.redo': ({ file }) => file.call('history.redo', {}),
}

/** Writes of the database that are no part of the sequences, and why. */
export const exempt: Partial<Record<WriteName, string>> = {
  'drafts.save': 'keeps no history: a draft is no record',
  'drafts.discard': 'keeps no history: a draft is no record',
  'imports.remember': 'keeps no history: where columns go is no record',
  'members.eraseAgain': 'erases as members.eraseRecords does, by a list that is kept beside the backups',
  'members.tidyErased': 'keeps no history: it changes no record',
  'erasure.markFinished': 'keeps no history: it is about the file, not about its records',
  'retention.runRecords': 'cannot be undone, and has tests of its own: what it removes hangs on the calendar',
  'program.begin': 'fills a new file, before there is a history',
  'program.fillSample': 'fills a new file, before there is a history',
  'copies.forget': 'needs a colleague whose changes were merged; copiesChanges.test.ts is about it',
  'copies.merge': 'needs another copy of the file; copiesSequence.test.ts is about it',
  'whole.fill': 'fills a new file, before there is a history; wholeSequence.test.ts is about it',
  'recovery.salvageFrom': 'fills a new file, before there is a history; salvage.test.ts is about it',
}

/** What no operation does, but a later version or an import may: many rows at a time, some of them changed again. */
export const rawSteps: Record<'bulk' | 'renameTopic', Step> = {
  bulk: (story, [a = 0, b]) =>
    story.file.command((writer) => {
      const { now } = writer
      const topic = pick(writer.column<number>('SELECT id FROM topics ORDER BY id'), b)
      const rows = writer.bulk('members', ['name', 'sort_name', 'status', 'role', 'created_at', 'updated_at'])
      const skills = writer.bulk('member_skills', ['member_id', 'topic_id', 'side'])
      const held = writer.bulk('sessions', [
        'held_on',
        'notes',
        'confidentiality',
        'created_at',
        'updated_at',
      ])
      for (let index = 0; index < 1 + (a % 9); index++) {
        const id = rows.add([`Guest ${index}`, `Guest ${index}`, 'active', 'neither', now, now])
        if (topic !== undefined) skills.add([id, topic, 'offered'])
        const notes = `bees ${story.mark()}`
        const session = held.add([index % 2 === 0 ? '2026-03-01' : '2025-03-01', notes, 'pair', now, now])
        if (index === 1) writer.update('sessions', session, { notes: `${notes} filled in` })
        if (index === 2) writer.update('members', id, { location: 'Porto' })
      }
      for (const bulk of [rows, skills, held]) bulk.end()
    }),

  renameTopic: (story, [which, name]) => {
    const id = pickId(story, 'topics', which)
    const wanted = pick(['Apis', 'Mel'], name) ?? ''
    const isTaken = story.file.read((db) => db.value('SELECT 1 FROM topics WHERE name = ?', wanted)) === 1
    if (id === undefined || isTaken) return Promise.resolve()
    return story.file.command((writer) => writer.update('topics', id, { name: wanted }))
  },
}

/** What the rules refuse changes nothing. */
async function unlessRefused(done: Promise<unknown>): Promise<void> {
  try {
    await done
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
  }
}
