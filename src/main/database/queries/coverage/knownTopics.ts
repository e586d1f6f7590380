import { memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import type { DirectoryView } from '../../directory/view'
import type { Reader } from '../../engine/reader'

/** Who of those who are there wants a topic, and who knows it. */
export interface KnownTopic {
  wanted: number
  /** Mentors who offer it. */
  mentors: number
  /** Mentors who offer it, and authors of what is written on it. */
  people: number
  /** The number of whoever alone knows it. */
  onlyPerson: number | null
}

const active = 1 + memberStatuses.indexOf('active')
const mentoring = (['mentor', 'both'] as const).map((role) => 1 + mentoringRoles.indexOf(role))

/** By the ids of the topics; in one pass over the columns of the directory, however many members there are. */
export function knownTopics(db: Reader, view: DirectoryView): Map<number, KnownTopic> {
  const { members, tables } = view
  const isThere = (row: number) => members.status[row] === active && members.archived[row] === 0
  const authors = authorsByTopic(db, view, isThere)
  const codes = tables.topics.values.length
  const wanted = new Int32Array(codes)
  const mentors = new Int32Array(codes)
  const last = new Int32Array(codes)
  const { rows, member, topic, offered } = tables.skills.view()
  for (let skill = 1; skill < rows; skill++) {
    const who = member[skill] ?? 0
    const about = topic[skill] ?? 0
    if (who === 0 || !isThere(who)) continue
    if (offered[skill] === 0) wanted[about] = (wanted[about] ?? 0) + 1
    else if (mentoring.includes(members.role[who] ?? 0)) {
      mentors[about] = (mentors[about] ?? 0) + 1
      last[about] = who
      // Whoever offers what they have written of is one person.
      authors.get(about)?.delete(who)
    }
  }
  const known = new Map<number, KnownTopic>()
  for (const [code, id] of tables.topics.values.entries()) {
    if (id === null) continue
    const others = authors.get(code) ?? new Set()
    const people = (mentors[code] ?? 0) + others.size
    const [alone = last[code] ?? 0] = others
    known.set(id, {
      wanted: wanted[code] ?? 0,
      mentors: mentors[code] ?? 0,
      people,
      onlyPerson: people === 1 ? (members.id[alone] ?? null) : null,
    })
  }
  return known
}

/** Of each topic the authors of what is written on it and not retired, by their rows. */
function authorsByTopic(
  db: Reader,
  { tables }: DirectoryView,
  isThere: (row: number) => boolean,
): Map<number, Set<number>> {
  const authors = new Map<number, Set<number>>()
  const rows = db.arrays<[topic: number, member: number]>(
    `SELECT DISTINCT kt.topic_id, a.member_id FROM knowledge_topics kt
      JOIN knowledge_items k ON k.id = kt.item_id AND k.state <> 'retired'
      JOIN knowledge_authors a ON a.item_id = k.id`,
  )
  for (const [topic, member] of rows) {
    const row = tables.members.knownRow(member)
    if (row <= 0 || !isThere(row)) continue
    const code = tables.topics.codeOf(topic)
    const known = authors.get(code) ?? new Set()
    authors.set(code, known.add(row))
  }
  return authors
}
