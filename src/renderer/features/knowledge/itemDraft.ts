import type { Passage } from '@renderer/app/navigation'
import type { Reference } from '@shared/contract/fields'
import type { KnowledgeInput, KnowledgeItem } from '@shared/contract/knowledge'
import { isUnwritten, knowledgeTemplates } from '@shared/domain/knowledge/templates'
import type { KnowledgeKind } from '@shared/domain/vocabulary'

/** An item as it is being written: the contract's fields, with the names that the form shows. */
export interface ItemDraft extends Omit<KnowledgeInput, 'authorIds'> {
  authors: Reference[]
}

export function emptyDraft(kind: KnowledgeKind, title: string): ItemDraft {
  return {
    kind,
    title,
    body: knowledgeTemplates[kind],
    topics: [],
    authors: [],
    communityId: null,
    reviewOn: null,
    sessionId: null,
  }
}

export function draftOfPassage({ title, body, topics, authors, sessionId }: Passage): ItemDraft {
  return { ...emptyDraft('lesson', title), body, topics, authors, sessionId }
}

export function draftOfItem(item: KnowledgeItem): ItemDraft {
  const { kind, title, body, topics, authors, communityId, reviewOn, sessionId } = item
  return { kind, title, body, topics, authors, communityId, reviewOn, sessionId }
}

/** Another kind asks other questions, as long as nobody has answered any. */
export function withKind(draft: ItemDraft, kind: KnowledgeKind): ItemDraft {
  return { ...draft, kind, body: isUnwritten(draft.body) ? knowledgeTemplates[kind] : draft.body }
}

/** What is saved; a template that nobody wrote into is nothing. */
export function inputOf({ authors, ...rest }: ItemDraft): KnowledgeInput {
  return {
    ...rest,
    body: isUnwritten(rest.body) ? '' : rest.body,
    authorIds: authors.map(({ id }) => id),
  }
}

/** @returns null for a draft that another version wrote and that cannot be read any more. */
export function parseDraft(body: string): ItemDraft | null {
  try {
    const draft = JSON.parse(body) as ItemDraft
    return Array.isArray(draft.authors) && typeof draft.body === 'string' ? draft : null
  } catch {
    return null
  }
}
