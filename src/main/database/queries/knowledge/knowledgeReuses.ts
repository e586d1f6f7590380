import type { InputOf, OutputOf } from '@shared/contract'
import type { Reuse, ReuseInput, TransferFigures } from '@shared/contract/knowledgeReuses'
import type { Deletion } from '@shared/contract/trash'
import type { KnowledgeKind } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { memberName } from '../references'
import { storedItem } from './knowledgeRecord'
import { saveReuseContacts } from './reuseContacts'

/** SQL for the reuses `r` that a condition chooses, with who used what and where they are. */
const reusesWith = `
  SELECT r.id, r.used_on AS usedOn, r.immediate, r.potential, r.applied, r.realised, r.reframing,
    k.id AS itemId, k.title, k.kind, m.id AS memberId, m.name, m.location, m.department,
    ${elsewhere('location')} AS acrossPlaces, ${elsewhere('department')} AS acrossDepartments
  FROM knowledge_reuses r JOIN knowledge_items k ON k.id = r.item_id JOIN members m ON m.id = r.member_id`

/** SQL: whether `m` is elsewhere than every author of `k`; NULL where it is not known of both. */
function elsewhere(column: 'location' | 'department'): string {
  return `(SELECT min(a_m.${column} IS NOT m.${column}) FROM knowledge_authors a
    JOIN members a_m ON a_m.id = a.member_id
    WHERE a.item_id = k.id AND a_m.${column} IS NOT NULL AND m.${column} IS NOT NULL AND a_m.id <> m.id)`
}

type Stored = Pick<Reuse, 'id' | 'usedOn'> &
  Reuse['story'] & {
    itemId: number
    title: string
    kind: KnowledgeKind
    memberId: number
    name: string
    location: string | null
    department: string | null
    acrossPlaces: number | null
    acrossDepartments: number | null
  }

/** Reuses `r` of items `k` by members `m`. */
export function reusesWhere(db: Reader, where: string, parameters: Row): Reuse[] {
  return db
    .all<Stored>(`${reusesWith} WHERE ${where} ORDER BY r.used_on DESC, r.id DESC`, parameters)
    .map(({ itemId, title, kind, memberId, name, location, department, id, usedOn, ...rest }) => {
      const { acrossPlaces, acrossDepartments, ...story } = rest
      return {
        id,
        usedOn,
        story,
        item: { id: itemId, name: title, kind },
        member: { id: memberId, name, location, department },
        acrossPlaces: truth(acrossPlaces),
        acrossDepartments: truth(acrossDepartments),
      }
    })
}

function truth(value: number | null): boolean | null {
  return value === null ? null : value === 1
}

export function figuresOf(reuses: readonly Reuse[]): TransferFigures {
  return {
    uses: reuses.length,
    users: new Set(reuses.map(({ member }) => member.id)).size,
    acrossPlaces: reuses.filter(({ acrossPlaces }) => acrossPlaces).length,
    acrossDepartments: reuses.filter(({ acrossDepartments }) => acrossDepartments).length,
  }
}

/** @throws AppError `not-found`. */
export function listReuses(
  db: Reader,
  { itemId }: InputOf<'knowledge.reuses'>,
): OutputOf<'knowledge.reuses'> {
  storedItem(db, itemId)
  const reuses = reusesWhere(db, 'r.item_id = @itemId', { itemId })
  return { reuses, figures: figuresOf(reuses) }
}

/** @throws AppError `not-found`. */
export function knowledgeOfMember(
  db: Reader,
  { memberId }: InputOf<'knowledge.ofMember'>,
): OutputOf<'knowledge.ofMember'> {
  memberName(db, memberId)
  const byOthers = reusesWhere(
    db,
    'm.id <> @memberId AND k.id IN (SELECT item_id FROM knowledge_authors WHERE member_id = @memberId)',
    { memberId },
  )
  return {
    written: db.all(
      `SELECT k.id, k.title AS name, k.kind,
          (SELECT count(*) FROM knowledge_reuses WHERE item_id = k.id AND member_id <> @memberId) AS reuses
        FROM knowledge_authors a JOIN knowledge_items k ON k.id = a.item_id
        WHERE a.member_id = @memberId ORDER BY reuses DESC, k.title COLLATE NOCASE`,
      { memberId },
    ),
    used: reusesWhere(db, 'm.id = @memberId', { memberId }),
    figures: figuresOf(byOthers),
  }
}

/** @throws AppError `not-found`. */
export function saveReuse(
  writer: Writer,
  { id, itemId, reuse }: InputOf<'knowledge.saveReuse'>,
): Done<{ id: number }> {
  const { title } = storedItem(writer, itemId)
  const name = memberName(writer, reuse.memberId)
  const saved =
    id === null
      ? writer.insert('knowledge_reuses', {
          item_id: itemId,
          ...columnsOf(reuse),
          created_at: writer.now,
          updated_at: writer.now,
        })
      : changed(writer, id, itemId, reuse)
  saveReuseContacts(writer, saved)
  return { value: { id: saved }, summary: `${title}, used by ${name}` }
}

function changed(writer: Writer, id: number, itemId: number, reuse: ReuseInput): number {
  if (itemOfReuse(writer, id) !== itemId) throw reuseGone()
  if (writer.update('knowledge_reuses', id, columnsOf(reuse)))
    writer.update('knowledge_reuses', id, { updated_at: writer.now })
  return id
}

function columnsOf({ memberId, usedOn, story }: ReuseInput): Row {
  return { member_id: memberId, used_on: usedOn, ...story }
}

/** @throws AppError `not-found`. */
export function removeReuse(writer: Writer, { id }: { id: number }): Done<Deletion> {
  const item = itemOfReuse(writer, id)
  if (item === undefined) throw reuseGone()
  const { title } = storedItem(writer, item)
  const trash = [moveToTrash(writer, 'knowledge_reuses', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted a use of ${title}` }
}

function itemOfReuse(db: Reader, id: number): number | undefined {
  return db.value<number>('SELECT item_id FROM knowledge_reuses WHERE id = ?', id)
}

function reuseGone(): AppError {
  return new AppError('not-found', 'This use is no longer there; it may have been removed meanwhile.')
}
