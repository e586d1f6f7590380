import type { WriteName } from '@shared/contract'
import { helpedWords, invitationAnswers, sessionMedia } from '@shared/domain/vocabulary'
import { dates, pick, pickId, type Step } from './sequenceStory'

const today = '2026-11-25'
const day = (number?: number) => pick(dates, number) ?? today

/** The commands of asks, invitations and readiness, for sequences of them at random. */
export const growthSteps: Partial<Record<WriteName, Step>> = {
  'asks.save': async (story, [which = 0, community, asker, on, topic = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'asks', which) ?? null)
    const communityId = pickId(story, 'communities', community)
    const askerId = pickId(story, 'members', asker)
    if (communityId === undefined || askerId === undefined) return
    await story.file.call('asks.save', {
      id,
      communityId,
      ask: {
        askerId,
        text: `Who knows about ${story.mark()}?`,
        askedOn: id === null ? day(on) : (pick(dates, 0) ?? today),
        topic: pick([null, 'Bees', 'wax', `Topic ${topic}`], topic) ?? null,
        isPrivate: topic % 3 === 0,
      },
    })
  },

  'asks.answer': async (story, [which = 0, ask, member, means = 0, helped = 0]) => {
    const askId = pickId(story, 'asks', ask)
    const memberId = pickId(story, 'members', member)
    if (askId === undefined || memberId === undefined) return
    const ids = story.file.read((db) =>
      db.column<number>('SELECT id FROM ask_answers WHERE ask_id = ? ORDER BY id', askId),
    )
    await story.file.call('asks.answer', {
      id: which % 2 === 0 ? null : (pick(ids, which) ?? null),
      askId,
      answer: {
        memberId,
        answeredOn: '2027-01-01',
        means: pick([null, ...sessionMedia], means) ?? null,
        helped: pick([null, ...helpedWords], helped) ?? null,
        note: helped % 2 === 0 ? null : `Said ${story.mark()}`,
      },
    })
  },

  'asks.removeAnswer': async (story, [which]) => {
    const id = pickId(story, 'ask_answers', which)
    if (id !== undefined) await story.file.call('asks.removeAnswer', { id })
  },

  'asks.close': async (story, [which, closed = 0]) => {
    const id = pickId(story, 'asks', which)
    if (id !== undefined)
      await story.file.call('asks.close', { id, closedOn: closed % 2 === 0 ? '2027-02-01' : null })
  },

  'asks.remove': async (story, [which]) => {
    const id = pickId(story, 'asks', which)
    if (id !== undefined) await story.file.call('asks.remove', { id })
  },

  'invitations.save': async (story, [which = 0, community, member, by, on = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'invitations', which) ?? null)
    const communityId = pickId(story, 'communities', community)
    if (communityId === undefined) return
    const memberId = on % 2 === 0 ? (pickId(story, 'members', member) ?? null) : null
    await story.file.call('invitations.save', {
      id,
      communityId,
      invitation: {
        memberId,
        name: memberId === null ? `Guest ${story.mark()}` : null,
        email: on % 3 === 0 ? 'guest@x.example' : null,
        invitedById: pickId(story, 'members', by) ?? null,
        invitedOn: on % 4 === 0 ? null : day(on),
        note: `Met at ${story.mark()}`,
      },
    })
  },

  'invitations.answer': async (story, [which, answer = 0]) => {
    const id = pickId(story, 'invitations', which)
    if (id === undefined) return
    const said = pick([null, ...invitationAnswers], answer) ?? null
    await story.file.call('invitations.answer', { id, answer: said, answeredOn: '2027-01-01' })
  },

  'invitations.spoken': async (story, [a, b]) => {
    const ids = [pickId(story, 'invitations', a), pickId(story, 'invitations', b)].filter(
      (id) => id !== undefined,
    )
    if (ids.length > 0) await story.file.call('invitations.spoken', { ids, invitedOn: today })
  },

  'invitations.admit': async (story, [which]) => {
    const id = pickId(story, 'invitations', which)
    if (id !== undefined) await story.file.call('invitations.admit', { id, joinedOn: '2027-01-01' })
  },

  'invitations.remove': async (story, [which]) => {
    const id = pickId(story, 'invitations', which)
    if (id !== undefined) await story.file.call('invitations.remove', { id })
  },

  'invitations.saveLetter': (story) =>
    story.file.call('invitations.saveLetter', {
      letter: { subject: `Come ${story.mark()}`, body: 'Dear {{name}}' },
    }),

  'readiness.save': async (story, [which = 0, community, value = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'readiness_checks', which) ?? null)
    const communityId = which % 3 === 0 ? null : (pickId(story, 'communities', community) ?? null)
    await story.file.call('readiness.save', {
      id,
      check: {
        communityId,
        idea: `A circle for ${story.mark()}`,
        takenOn: today,
        who: value % 2 === 0 ? null : `The chief of ${story.mark()}`,
        answers: { 'time-members': 1 + (value % 5) },
        note: null,
      },
    })
  },

  'readiness.remove': async (story, [which]) => {
    const id = pickId(story, 'readiness_checks', which)
    if (id !== undefined) await story.file.call('readiness.remove', { id })
  },
}
