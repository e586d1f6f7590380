import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WriteName } from '@shared/contract'
import { repeatChoices } from '@shared/domain/repeats'
import { communityStages, gatheringKinds, gatheringStatuses } from '@shared/domain/vocabulary'
import { dates, pick, pickId, type Step, type Story } from './sequenceStory'

const today = '2026-11-25'

/** Some members, each once. */
function people(story: Story, ...numbers: readonly (number | undefined)[]): number[] {
  const found = numbers.flatMap((number) => pickId(story, 'members', number) ?? [])
  return [...new Set(found)]
}

const day = (number?: number) => pick(dates, number) ?? today

/** The commands of communities and gatherings, for sequences of them at random. */
export const communitySteps: Partial<Record<WriteName, Step>> = {
  'communities.save': async (story, [which = 0, a, b, on, stage]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'communities', which) ?? null)
    const [sponsorId = null, coordinatorId = null] = people(story, a, b)
    await story.file.call('communities.save', {
      id,
      community: {
        name: `Circle ${story.mark()}`,
        domain: 'What we share',
        purpose: which % 3 === 0 ? '' : `For ${story.mark()}`,
        rhythmDays: which % 4 === 0 ? null : 7 * (which + 1),
        sponsorId,
        coordinatorId,
        beganOn: day(on),
        endedOn: null,
        publicSpaces: null,
        privateSpaces: 'A list',
      },
      begins: { stage: pick(communityStages, stage) ?? 'potential', since: day(on), note: null },
    })
  },

  'communities.setStage': async (story, [which, stage, on]) => {
    const id = pickId(story, 'communities', which)
    if (id === undefined) return
    const note = `Seen by ${story.mark()}`
    await story.file.call('communities.setStage', {
      id,
      stage: pick(communityStages, stage) ?? 'potential',
      since: day(on),
      note,
    })
  },

  'communities.removeStage': async (story, [which]) => {
    const id = pickId(story, 'community_stages', which)
    if (id !== undefined) await story.file.call('communities.removeStage', { id })
  },

  'communities.remove': async (story, [which]) => {
    const id = pickId(story, 'communities', which)
    if (id !== undefined) await story.file.call('communities.remove', { id })
  },

  'communities.join': async (story, [which, a, b, on]) => {
    const id = pickId(story, 'communities', which)
    const memberIds = people(story, a, b)
    if (id === undefined || memberIds.length === 0) return
    await story.file.call('communities.join', { id, memberIds, role: null, joinedOn: day(on) })
  },

  'communities.saveMember': async (story, [which]) => {
    const id = pickId(story, 'community_members', which)
    if (id === undefined) return
    const role = `role of ${story.mark()}`
    await story.file.call('communities.saveMember', { id, role, joinedOn: null, leftOn: null })
  },

  'communities.leave': async (story, [which, on]) => {
    const id = pickId(story, 'community_members', which)
    if (id !== undefined) await story.file.call('communities.leave', { ids: [id], leftOn: day(on) })
  },

  'communities.takeOut': async (story, [which]) => {
    const id = pickId(story, 'community_members', which)
    if (id !== undefined) await story.file.call('communities.takeOut', { ids: [id] })
  },

  'gatherings.save': async (story, [which = 0, community, host, on, kind = 0, again = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'gatherings', which) ?? null)
    const communityId = pickId(story, 'communities', community)
    if (communityId === undefined) return
    const until = again % 3 === 0 ? '2027-02-01' : null
    await story.file.call('gatherings.save', {
      id,
      communityId,
      gathering: {
        title: kind % 2 === 0 ? null : `Visit of ${story.mark()}`,
        kind: pick(gatheringKinds, kind) ?? 'meeting',
        heldOn: day(on),
        startsAt: kind % 3 === 0 ? null : '14:30',
        minutes: 60,
        place: null,
        isPrivate: kind % 4 === 0,
        status: pick(gatheringStatuses, kind) ?? 'planned',
        hostId: pickId(story, 'members', host) ?? null,
        notes: `Said ${story.mark()}`,
      },
      repeats:
        id === null && again % 4 === 0 ? { how: pick(repeatChoices, again) ?? 'every week', until } : null,
      following: again % 2 === 0,
      today,
    })
  },

  'gatherings.attend': async (story, [which, a, b, c, guests = 0]) => {
    const id = pickId(story, 'gatherings', which)
    if (id === undefined) return
    const attendees = people(story, a, b, c).map((memberId) => ({ memberId, minutes: null }))
    await story.file.call('gatherings.attend', { id, attendees, guests: guests % 14 })
  },

  'gatherings.setStatus': async (story, [which, status]) => {
    const id = pickId(story, 'gatherings', which)
    if (id === undefined) return
    await story.file.call('gatherings.setStatus', { id, status: pick(gatheringStatuses, status) ?? 'held' })
  },

  'gatherings.planOn': async (story, [which]) => {
    const seriesId = pickId(story, 'gathering_series', which)
    if (seriesId !== undefined) await story.file.call('gatherings.planOn', { seriesId, today: '2027-10-01' })
  },

  'gatherings.endSeries': async (story, [which]) => {
    const seriesId = pickId(story, 'gathering_series', which)
    if (seriesId !== undefined) await story.file.call('gatherings.endSeries', { seriesId, from: today })
  },

  'gatherings.remove': async (story, [which]) => {
    const id = pickId(story, 'gatherings', which)
    if (id !== undefined) await story.file.call('gatherings.remove', { id })
  },

  'gatherings.import': async (story, [community, which = 0, on]) => {
    const communityId = pickId(story, 'communities', community)
    if (communityId === undefined) return
    const path = join(dirname(story.file.path), 'attendance.csv')
    const names = story.file.read((db) => db.column<string>('SELECT name FROM members ORDER BY id LIMIT 3'))
    writeFileSync(path, ['Name,Email', ...names.map((name) => `"${name}",`), 'Nobody Known,'].join('\n'))
    try {
      await story.file.call('gatherings.import', {
        file: path,
        communityId,
        gatheringId: null,
        fresh: { title: null, kind: 'webinar', heldOn: day(on) },
        decisions: [],
        unknownAsGuests: which % 2 === 0,
      })
    } finally {
      rmSync(path)
    }
  },
}
