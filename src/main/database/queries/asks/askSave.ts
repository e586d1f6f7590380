import type { InputOf } from '@shared/contract'
import type { AnswerInput, AskInput } from '@shared/contract/asks'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { communityById } from '../communities/communityRecord'
import { memberNames } from '../references'
import { topicId } from '../topics'
import { saveAskContacts } from './askContacts'

interface Saving {
  id: number | null
  communityId: number
  ask: AskInput
}

/** @throws AppError `not-found`; `invalid-input` for a day after an answer. */
export function saveAsk(writer: Writer, { id, communityId, ask }: Saving): Done<{ id: number }> {
  const { name } = communityById(writer, communityId)
  assertKnown(writer, ask.askerId, 'ask.askerId')
  const columns = {
    asker_id: ask.askerId,
    text: ask.text,
    asked_on: ask.askedOn,
    topic_id: ask.topic === null ? null : topicId(writer, ask.topic),
    is_private: ask.isPrivate ? 1 : 0,
  }
  if (id === null) {
    const stamps = { created_at: writer.now, updated_at: writer.now }
    const added = writer.insert('asks', { community_id: communityId, ...columns, ...stamps })
    return { value: { id: added }, summary: `${askInWords(writer, added)}, ${name}` }
  }
  askById(writer, id)
  const first = writer.value<string | null>('SELECT min(answered_on) FROM ask_answers WHERE ask_id = ?', id)
  if (first && first < ask.askedOn) {
    throw new AppError('invalid-input', `It was answered on ${first} already.`, 'ask.askedOn')
  }
  const changed = writer.update('asks', id, columns)
  // Who asked is one side of each contact.
  if (saveAskContacts(writer, id) || changed) writer.update('asks', id, { updated_at: writer.now })
  return { value: { id }, summary: `Changes to: ${askInWords(writer, id)}, ${name}` }
}

interface Answering {
  id: number | null
  askId: number
  answer: AnswerInput
}

/** @throws AppError `not-found`; `invalid-input` for a day before it was asked. */
export function answerAsk(writer: Writer, { id, askId, answer }: Answering): Done<{ id: number }> {
  const ask = askById(writer, askId)
  assertKnown(writer, answer.memberId, 'answer.memberId')
  if (answer.answeredOn < ask.askedOn) {
    throw new AppError('invalid-input', `It was asked on ${ask.askedOn}.`, 'answer.answeredOn')
  }
  const columns = {
    member_id: answer.memberId,
    answered_on: answer.answeredOn,
    means: answer.means,
    helped: answer.helped,
    note: answer.note,
  }
  let saved = id
  if (saved === null) {
    saved = writer.insert('ask_answers', { ask_id: askId, ...columns, created_at: writer.now })
  } else {
    answerById(writer, saved)
    writer.update('ask_answers', saved, columns)
  }
  saveAskContacts(writer, askId)
  const who = memberNames(writer, [answer.memberId]).get(answer.memberId)
  return { value: { id: saved }, summary: `${who} answered: ${askInWords(writer, askId)}` }
}

/** @throws AppError `not-found`. */
export function removeAnswer(writer: Writer, { id }: InputOf<'asks.removeAnswer'>): Done<{ id: number }> {
  const { askId, name } = answerById(writer, id)
  writer.remove('ask_answers', id)
  saveAskContacts(writer, askId)
  return {
    value: { id: askId },
    summary: `${name} did not answer after all: ${askInWords(writer, askId)}`,
  }
}

/** @throws AppError `not-found`; `invalid-input` for a day before it was asked. */
export function closeAsk(
  writer: Writer,
  { id, closedOn }: { id: number; closedOn: string | null },
): Done<{ id: number }> {
  const { askedOn } = askById(writer, id)
  if (closedOn !== null && closedOn < askedOn) {
    throw new AppError('invalid-input', `It was asked on ${askedOn}.`, 'closedOn')
  }
  if (writer.update('asks', id, { closed_on: closedOn }))
    writer.update('asks', id, { updated_at: writer.now })
  return {
    value: { id },
    summary: `${closedOn === null ? 'Open again' : 'Closed'}: ${askInWords(writer, id)}`,
  }
}

export function removeAsk(writer: Writer, { id }: { id: number }): Done<Deletion> {
  const summary = `Deleted: ${askInWords(writer, id)}`
  const trash = [moveToTrash(writer, 'asks', id)]
  return { value: { command: commandOf(writer), trash }, summary }
}

/** “Mira Okafor asked on 2026-11-01”: what was asked is not quoted, since summaries outlast it. */
function askInWords(db: Reader, id: number): string {
  const { asker, askedOn } = askById(db, id)
  return `${asker} asked on ${askedOn}`
}

function askById(db: Reader, id: number): { asker: string; askedOn: string } {
  const ask = db.get<{ asker: string; askedOn: string }>(
    `SELECT m.name AS asker, a.asked_on AS askedOn FROM asks a JOIN members m ON m.id = a.asker_id
      WHERE a.id = ?`,
    id,
  )
  if (ask) return ask
  throw new AppError('not-found', 'This ask is no longer there; it may have been removed meanwhile.')
}

function answerById(db: Reader, id: number): { askId: number; name: string } {
  const answer = db.get<{ askId: number; name: string }>(
    `SELECT n.ask_id AS askId, m.name FROM ask_answers n JOIN members m ON m.id = n.member_id WHERE n.id = ?`,
    id,
  )
  if (answer) return answer
  throw new AppError('not-found', 'This answer is no longer there; it may have been removed meanwhile.')
}

function assertKnown(db: Reader, member: number, field: string): void {
  if (memberNames(db, [member]).has(member)) return
  throw new AppError('not-found', 'They are no longer in the directory. Choose again.', field)
}
