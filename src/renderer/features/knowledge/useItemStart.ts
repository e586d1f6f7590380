import { call } from '@renderer/app/api'
import type { usePlace } from '@renderer/app/navigation'
import { mix } from '@shared/domain/random'
import { useQuery } from '@tanstack/react-query'
import { draftOfItem, draftOfPassage, emptyDraft, type ItemDraft } from './itemDraft'

type Place = ReturnType<typeof usePlace<'knowledge-editor'>>

/** So much of a title or a topic tells drafts apart. */
const longestKey = 60

/** Tells the passages of one session's notes apart: a draft never shows what another passage said. */
function digestOf(text: string): string {
  let digest = text.length
  for (let at = 0; at < text.length; at += 1) digest = mix(digest, text.charCodeAt(at))
  return digest.toString(36)
}

/** What is written is kept by what it was begun from: an item, a passage of a session's notes, a title that was linked to, or nothing. */
export function draftKeyOf(place: Place): string {
  if (place?.itemId !== undefined) return `knowledge:${place.itemId}`
  if (place?.passage) return `knowledge:session:${place.passage.sessionId}:${digestOf(place.passage.body)}`
  if (place?.title !== undefined) return `knowledge:titled:${place.title.slice(0, longestKey)}`
  if (place?.topic !== undefined) return `knowledge:about:${place.topic.slice(0, longestKey)}`
  if (place?.communityId !== undefined) return `knowledge:of:${place.communityId}`
  return 'knowledge:new'
}

/** What the editor starts from. */
export function useItemStart(place: Place): { draft: ItemDraft | null; error: string | null } {
  const { data, error } = useQuery({
    queryKey: ['knowledge-editor', place],
    queryFn: () => startOf(place),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return { draft: data ?? null, error: error?.message ?? null }
}

async function startOf(place: Place): Promise<ItemDraft> {
  if (place?.itemId !== undefined) return draftOfItem(await call('knowledge.get', { id: place.itemId }))
  if (place?.passage) return draftOfPassage(place.passage)
  const draft = emptyDraft(place?.kind ?? 'practice', place?.title ?? '')
  const { topic, communityId = null } = place ?? {}
  return { ...draft, communityId, topics: topic === undefined ? [] : [topic] }
}
