import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WriteName } from '@shared/contract'
import { knowledgeKinds, knowledgeStates } from '@shared/domain/vocabulary'
import { dates, pick, pickId, type Step, type Story } from './sequenceStory'

const today = '2026-11-25'
const titles = ['Handover in five days', 'Reading a gauge', 'Ökologie first']
const topics = ['Bees', 'Wax', 'Ökologie']

const titleOf = (story: Story, number?: number) => {
  const id = pickId(story, 'knowledge_items', number)
  const title = story.file.read((db) =>
    db.value<string>('SELECT title FROM knowledge_items WHERE id = ?', id ?? null),
  )
  return title ?? 'Nothing yet'
}

/** The commands of the knowledge base, for sequences of them at random. */
export const knowledgeSteps: Partial<Record<WriteName, Step>> = {
  'knowledge.save': async (story, [which = 0, a, b, c = 0, link]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'knowledge_items', which) ?? null)
    await story.file.call('knowledge.save', {
      id,
      item: {
        kind: pick(knowledgeKinds, a) ?? 'story',
        title: `${pick(titles, b)}${c % 3 === 0 ? '' : ` ${story.mark()}`}`,
        body: c % 4 === 0 ? '' : `Look at [[${titleOf(story, link)}]] ${story.mark()}`,
        topics: topics.filter((_, index) => (c >> index) % 2 === 1),
        authorIds: [a, b].flatMap((number) => pickId(story, 'members', number) ?? []),
        communityId: c % 2 === 0 ? null : (pickId(story, 'communities', c) ?? null),
        reviewOn: c % 3 === 0 ? null : (pick(dates, c) ?? null),
        sessionId: c % 5 === 0 ? (pickId(story, 'sessions', b) ?? null) : null,
      },
      today,
    })
  },

  'knowledge.import': async (story, [which = 0, a, b]) => {
    const folder = join(dirname(story.file.path), 'notes')
    mkdirSync(folder, { recursive: true })
    const title = pick(titles, a) ?? ''
    writeFileSync(join(folder, 'one.md'), `---\ntags: [Bees]\n---\n# ${title}\n\nSee [[two]] ${story.mark()}`)
    writeFileSync(
      join(folder, 'two.md'),
      `See [one](one.md) and [this](a.txt) ${which % 2 === 0 ? story.mark() : ''}`,
    )
    writeFileSync(join(folder, 'a.txt'), story.mark())
    await story.file.call('knowledge.import', {
      file: folder,
      onDuplicate: which % 3 === 0 ? 'skip' : 'new version',
      kind: pick(knowledgeKinds, b) ?? 'story',
      today,
    })
  },

  'knowledge.setState': async (story, [which, state]) => {
    const id = pickId(story, 'knowledge_items', which)
    if (id === undefined) return
    await story.file.call('knowledge.setState', {
      ids: [id],
      state: pick(knowledgeStates, state) ?? 'draft',
      today,
    })
  },

  'knowledge.review': async (story, [which, on]) => {
    const id = pickId(story, 'knowledge_items', which)
    if (id !== undefined) await story.file.call('knowledge.review', { id, nextOn: pick(dates, on) ?? null })
  },

  'knowledge.restoreVersion': async (story, [which]) => {
    const version = story.file.read((db) =>
      db.get<{ id: number; number: number }>(
        'SELECT item_id AS id, number FROM knowledge_versions WHERE id = ?',
        pickId(story, 'knowledge_versions', which) ?? null,
      ),
    )
    if (version) await story.file.call('knowledge.restoreVersion', version)
  },

  'knowledge.remove': async (story, [which]) => {
    const id = pickId(story, 'knowledge_items', which)
    if (id !== undefined) await story.file.call('knowledge.remove', { id })
  },

  'knowledge.saveReuse': async (story, [which = 0, item, member, on, told = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'knowledge_reuses', which) ?? null)
    const itemId =
      id === null
        ? pickId(story, 'knowledge_items', item)
        : story.file.read((db) => db.value<number>('SELECT item_id FROM knowledge_reuses WHERE id = ?', id))
    const memberId = pickId(story, 'members', member)
    if (itemId === undefined || memberId === undefined) return
    const value = {
      immediate: told % 2 === 0 ? null : `It helped ${story.mark()}`,
      potential: null,
      applied: told % 3 === 0 ? `We did so ${story.mark()}` : null,
      realised: null,
      reframing: null,
    }
    await story.file.call('knowledge.saveReuse', {
      id,
      itemId,
      reuse: { memberId, usedOn: pick(dates, on) ?? today, story: value },
    })
  },

  'knowledge.addFile': async (story, [which, size = 0]) => {
    const itemId = pickId(story, 'knowledge_items', which)
    if (itemId === undefined) return
    const content = Buffer.from(`${story.mark()} `.repeat(1 + (size % 40))).toString('base64')
    await story.file.call('knowledge.addFile', { itemId, name: `plan ${story.mark()}.txt`, content })
  },

  'knowledge.removeFile': async (story, [which]) => {
    const id = pickId(story, 'knowledge_files', which)
    if (id !== undefined) await story.file.call('knowledge.removeFile', { id })
  },

  'knowledge.removeReuse': async (story, [which]) => {
    const id = pickId(story, 'knowledge_reuses', which)
    if (id !== undefined) await story.file.call('knowledge.removeReuse', { id })
  },
}
