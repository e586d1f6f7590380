import type { Sample } from '@main/sample/sample'
import { dayNumber } from '@shared/domain/calendar'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { TopicStore } from '../../imports/topicStore'
import { reuseInteraction } from '../knowledge/reuseContacts'

interface Numbers {
  firstMember: number
  firstCommunity: number
}

/** The knowledge base of the sample program, with who used what; after the sessions, as some was made out of notes. */
export function fillKnowledge(
  db: Writer,
  sample: Sample,
  topics: TopicStore,
  { firstMember, firstCommunity }: Numbers,
): void {
  const moment = (day: string) => `${day}T09:00:00.000Z`
  for (const item of sample.knowledge) {
    const authors = item.authors.map((member) => firstMember + member)
    const communityId = item.community === null ? null : firstCommunity + item.community
    const isRewritten = item.earlier !== null
    const id = db.insert('knowledge_items', {
      kind: item.kind,
      title: item.title,
      body: item.body,
      state: item.state,
      state_since: item.state === 'draft' ? item.begunOn : item.writtenOn,
      community_id: communityId,
      session_id: item.fromNotes ? sourceOf(db, authors[0] ?? null) : null,
      review_on: item.reviewOn,
      written_at: moment(isRewritten ? item.writtenOn : item.begunOn),
      created_at: moment(item.begunOn),
      updated_at: moment(item.writtenOn),
    })
    if (item.earlier !== null)
      db.insert('knowledge_versions', {
        item_id: id,
        number: 1,
        title: item.title,
        body: item.earlier,
        written_at: moment(item.begunOn),
      })
    for (const author of authors) db.insert('knowledge_authors', { item_id: id, member_id: author })
    for (const topic of topics.ids(item.topics))
      db.insert('knowledge_topics', { item_id: id, topic_id: topic })
    for (const { member, on, story } of item.uses) {
      const user = firstMember + member
      const reuse = db.insert('knowledge_reuses', {
        item_id: id,
        member_id: user,
        used_on: on,
        immediate: story.immediate ?? null,
        potential: story.potential ?? null,
        applied: story.applied ?? null,
        realised: story.realised ?? null,
        reframing: story.reframing ?? null,
        created_at: moment(on),
        updated_at: moment(on),
      })
      for (const author of authors)
        db.insert('interactions', {
          from_id: author,
          to_id: user,
          ...reuseInteraction,
          day: dayNumber(on),
          at: on,
          community_id: communityId,
          reuse_id: reuse,
        })
    }
  }
}

/** A session of somebody, with notes that are not private. */
function sourceOf(db: Reader, author: number | null): number | null {
  return (
    db.value<number>(
      `SELECT s.id FROM session_attendees a JOIN sessions s ON s.id = a.session_id
        WHERE a.member_id = ? AND s.notes <> '' AND s.confidentiality <> 'private'
        ORDER BY s.search_key DESC LIMIT 1`,
      author,
    ) ?? null
  )
}
