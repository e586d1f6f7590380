import type { Ask, AskAnswer } from '@shared/contract/asks'
import type { Reference } from '@shared/contract/fields'
import type { Reader } from '../../engine/reader'
import { communityById } from '../communities/communityRecord'
import { grouped } from '../references'

type StoredAsk = Pick<Ask, 'id' | 'text' | 'askedOn' | 'topic' | 'closedOn'> & {
  askerId: number
  asker: string
  topicId: number | null
  isPrivate: number
}

/** So many who could answer are named. */
const mostNamed = 4

/** Those that wait first, the oldest of them first; then the others, the latest first. @throws AppError `not-found`. */
export function listAsks(db: Reader, communityId: number): Ask[] {
  communityById(db, communityId)
  const stored = db.all<StoredAsk>(
    `SELECT a.id, a.text, a.asked_on AS askedOn, t.name AS topic, a.topic_id AS topicId, a.closed_on AS closedOn,
        m.id AS askerId, m.name AS asker, a.is_private AS isPrivate
      FROM asks a JOIN members m ON m.id = a.asker_id LEFT JOIN topics t ON t.id = a.topic_id
      WHERE a.community_id = ? ORDER BY a.asked_on DESC, a.id DESC`,
    communityId,
  )
  const answers = answersIn(db, communityId)
  const offering = offeringIn(db, communityId)
  const asks = stored.map(({ askerId, asker, topicId, isPrivate, ...ask }): Ask => {
    const own = answers.get(ask.id) ?? []
    const isOpen = own.length === 0 && ask.closedOn === null
    const able = isOpen && topicId !== null ? (offering.get(topicId) ?? []) : []
    const others = able.filter(({ id }) => id !== askerId)
    return {
      ...ask,
      asker: { id: askerId, name: asker },
      isPrivate: isPrivate === 1,
      isOpen,
      answers: own,
      offering: others.slice(0, mostNamed),
      moreOffering: Math.max(0, others.length - mostNamed),
    }
  })
  return [...asks.filter(({ isOpen }) => isOpen).reverse(), ...asks.filter(({ isOpen }) => !isOpen)]
}

function answersIn(db: Reader, communityId: number): Map<number, AskAnswer[]> {
  type Stored = Omit<AskAnswer, 'member'> & { askId: number; memberId: number; name: string }
  const rows = db.all<Stored>(
    `SELECT n.id, n.ask_id AS askId, n.answered_on AS answeredOn, n.means, n.helped, n.note, m.id AS memberId, m.name
      FROM asks a JOIN ask_answers n ON n.ask_id = a.id JOIN members m ON m.id = n.member_id
      WHERE a.community_id = ? ORDER BY n.answered_on, n.id`,
    communityId,
  )
  return grouped(
    rows,
    ({ askId }) => askId,
    ({ askId: _, memberId, name, ...answer }) => ({ ...answer, member: { id: memberId, name } }),
  )
}

/** Who of a community offers the topics that were asked about, by topic. */
function offeringIn(db: Reader, communityId: number): Map<number, Reference[]> {
  const rows = db.all<Reference & { topic: number }>(
    `SELECT k.topic_id AS topic, m.id, m.name
      FROM community_members cm JOIN members m ON m.id = cm.member_id
      JOIN member_skills k ON k.member_id = m.id AND k.side = 'offered'
      WHERE cm.community_id = @communityId AND cm.left_on IS NULL AND m.archived_at IS NULL
        AND k.topic_id IN (SELECT topic_id FROM asks WHERE community_id = @communityId)
      ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    { communityId },
  )
  return grouped(
    rows,
    ({ topic }) => topic,
    ({ id, name }) => ({ id, name }),
  )
}
