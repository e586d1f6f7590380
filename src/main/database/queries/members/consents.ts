import type { InputOf } from '@shared/contract'
import type { Consent, consents } from '@shared/contract/consents'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { list, listed } from '../conditions'

export const consentHandlers: Handlers<typeof consents> = {
  'consents.of': (db, { memberId }) => consentsOf(db, memberId),
  'consents.record': record,
}

export function consentsOf(db: Reader, memberId: number): Consent[] {
  const rows = db.all<Omit<Consent, 'current'> & { current: number }>(
    `SELECT id, purpose, answer, answered_on AS answeredOn, how, recorded_at AS recordedAt, is_current AS current
      FROM consents WHERE member_id = ? ORDER BY purpose, answered_on DESC, id DESC`,
    memberId,
  )
  return rows.map((row) => ({ ...row, current: row.current === 1 }))
}

type Answer = Pick<Consent, 'id' | 'answer' | 'answeredOn' | 'how'>

/** @throws AppError `conflict` when one of them was erased. */
function record(
  writer: Writer,
  { memberIds, purpose, answer, answeredOn, how }: InputOf<'consents.record'>,
): Done<{ count: number }> {
  const members = writer.all<{ id: number; name: string; erased: number }>(
    `SELECT id, name, erased_at IS NOT NULL AS erased FROM members WHERE id IN ${listed} ORDER BY id`,
    list(memberIds),
  )
  if (members.some(({ erased }) => erased === 1)) {
    throw new AppError('conflict', 'Nothing is kept about a member who was erased, and so no consent either.')
  }
  const answered = members.filter(({ id }) => {
    const before = writer.get<Answer>(
      `SELECT id, answer, answered_on AS answeredOn, how FROM consents
        WHERE member_id = ? AND purpose = ? AND is_current = 1`,
      id,
      purpose,
    )
    if (before?.answer === answer && before.answeredOn === answeredOn && before.how === how) return false
    const current = before === undefined || before.answeredOn <= answeredOn
    if (before && current) writer.update('consents', before.id, { is_current: 0 })
    writer.insert('consents', {
      member_id: id,
      purpose,
      answer,
      answered_on: answeredOn,
      how,
      is_current: current ? 1 : 0,
      recorded_at: writer.now,
    })
    return true
  })
  const [only] = answered
  const whom = answered.length === 1 && only ? only.name : `${answered.length} members`
  return { value: { count: answered.length }, summary: `Consent of ${whom}` }
}
