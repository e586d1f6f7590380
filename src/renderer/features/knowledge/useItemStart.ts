import { call } from '@renderer/app/api'
import type { usePlace } from '@renderer/app/navigation'
import { useQuery } from '@tanstack/react-query'
import { draftOfItem, draftOfPassage, emptyDraft, type ItemDraft } from './itemDraft'

type Place = ReturnType<typeof usePlace<'knowledge-editor'>>

/** So much of a title or a topic tells drafts apart. */
const longestKey = 60

/** What is written is kept by what it was begun from: an item, a session's notes, a title that was linked to, or nothing. */
export function draftKeyOf(place: Place): string {
  if (place?.itemId !== undefined) return `knowledge:${place.itemId}`
  if (place?.passage) return `knowledge:session:${place.passage.sessionId}:${fingerprint(place.passage)}`
  if (place?.title !== undefined) return `knowledge:titled:${place.title.slice(0, longestKey)}`
  if (place?.topic !== undefined) return `knowledge:about:${place.topic.slice(0, longestKey)}`
  return 'knowledge:new'
}

/**
 * Tells the passages of a session apart, and one with its names from one without: what was kept of one is never shown
 * as another. Two multiplicative hashes of 32 bits each, as a key is too short for the text itself.
 */
function fingerprint({ title, body }: { title: string; body: string }): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (const unit of `${title}\n${body}`) {
    const code = unit.codePointAt(0) ?? 0
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`
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
  return place?.topic === undefined ? draft : { ...draft, topics: [place.topic] }
}
