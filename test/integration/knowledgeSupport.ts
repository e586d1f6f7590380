import type { KnowledgeFilter, KnowledgeInput, ValueStory } from '@shared/contract/knowledge'
import type { TestFile } from './support'

export const knowledgeDay = '2026-11-25'

export function itemInput(item: Partial<KnowledgeInput> & { title: string }): KnowledgeInput {
  return {
    kind: 'practice',
    body: '',
    topics: [],
    authorIds: [],
    communityId: null,
    reviewOn: null,
    sessionId: null,
    ...item,
  }
}

/** @returns the new item's id. */
export async function addItem(
  file: TestFile,
  item: Partial<KnowledgeInput> & { title: string },
): Promise<number> {
  const { id } = await file.call('knowledge.save', { id: null, item: itemInput(item), today: knowledgeDay })
  return id
}

const noStory = { immediate: null, potential: null, applied: null, realised: null, reframing: null }

/** @returns the new reuse's id. */
export async function addReuse(
  file: TestFile,
  itemId: number,
  memberId: number,
  { usedOn = '2026-11-20', ...story }: Partial<ValueStory> & { usedOn?: string } = {},
): Promise<number> {
  const reuse = { memberId, usedOn, story: { ...noStory, ...story } }
  return (await file.call('knowledge.saveReuse', { id: null, itemId, reuse })).id
}

export const anyItem: KnowledgeFilter = {
  query: '',
  kinds: [],
  states: [],
  topicIds: [],
  communityIds: [],
  authorIds: [],
  reviewBy: null,
}
