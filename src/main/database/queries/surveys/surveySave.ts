import type { InputOf } from '@shared/contract'
import type { Survey } from '@shared/contract/surveys'
import type { Deletion } from '@shared/contract/trash'
import type { Answers } from '@shared/domain/surveys/scale'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { nameOfProgram } from '../programs/programRecord'
import { memberName } from '../references'
import { getSurvey, matchAt } from './surveyRecord'

/** @throws AppError `not-found`; `conflict` when answers would come to mean something else. */
export function saveTemplate(
  writer: Writer,
  { id, template: { name, purpose, scale }, asVersion }: InputOf<'surveys.saveTemplate'>,
): Done<{ id: number }> {
  const columns = { name, purpose: purpose.trim(), scale: JSON.stringify(scale) }
  const add = (more: { version: number; version_of: number | null }) =>
    writer.insert('survey_templates', {
      ...columns,
      ...more,
      created_at: writer.now,
      updated_at: writer.now,
    })
  if (id === null) {
    return { value: { id: add({ version: 1, version_of: null }) }, summary: `Survey ${name}` }
  }
  const before = getSurvey(writer, id)
  const isOther = JSON.stringify(before.scale) !== columns.scale
  if (isOther && before.responses > 0) {
    if (!asVersion) throw answered(before)
    const version = before.version + 1
    return {
      value: { id: add({ version, version_of: id }) },
      summary: `Survey ${name}, version ${version}`,
    }
  }
  if (writer.update('survey_templates', id, columns))
    writer.update('survey_templates', id, { updated_at: writer.now })
  return { value: { id }, summary: `Survey ${name}` }
}

function answered({ name, responses }: Survey): AppError {
  return new AppError(
    'conflict',
    `${name} was answered ${responses === 1 ? 'once' : `${responses} times`} as it is, and the answers would come to mean something else. Save it as a new version: the answers stay with the old one.`,
  )
}

/** @throws AppError `not-found`, `conflict` when it was answered. */
export function removeTemplate(writer: Writer, { id }: InputOf<'surveys.removeTemplate'>): Done<Deletion> {
  const { name, responses } = getSurvey(writer, id)
  if (responses > 0) {
    throw new AppError(
      'conflict',
      `${name} was answered, so it stays with its answers. Delete the answers first, if nobody needs them.`,
    )
  }
  // A later version stands by itself.
  for (const later of writer.column<number>('SELECT id FROM survey_templates WHERE version_of = ?', id))
    writer.update('survey_templates', later, { version_of: null })
  const trash = [moveToTrash(writer, 'survey_templates', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted the survey ${name}` }
}

/** @throws AppError `not-found`, `invalid-input`; `conflict` when they have answered it on this day already. */
export function answerSurvey(
  writer: Writer,
  { templateId, programId, memberId, answeredOn, answers }: InputOf<'surveys.answer'>,
): Done<{ id: number }> {
  const survey = getSurvey(writer, templateId)
  const program = programId === null ? 'no program' : nameOfProgram(writer, programId)
  const { anchors, items } = survey.scale
  if (answers.length !== items.length || answers.some((answer) => (answer ?? 1) > anchors.length)) {
    throw new AppError('invalid-input', 'An answer is not on the scale of this survey.', 'answers')
  }
  if (answers.every((answer) => answer === null)) {
    throw new AppError('invalid-input', 'Nothing is answered yet.', 'answers')
  }
  const name = memberId === null ? 'somebody' : memberName(writer, memberId)
  if (memberId !== null) {
    if (hasAnswered(writer, { templateId, programId, memberId, answeredOn })) {
      throw new AppError('conflict', `${name} has answered this survey on this day already.`, 'memberId')
    }
    const erased = writer.value('SELECT 1 FROM members WHERE id = ? AND erased_at IS NOT NULL', memberId)
    if (erased === 1) throw new AppError('conflict', 'Nothing can be noted of who was erased.', 'memberId')
  }
  const id = writer.insert('survey_responses', {
    template_id: templateId,
    program_id: programId,
    match_id: memberId === null ? null : matchAt(writer, programId, memberId, answeredOn),
    member_id: memberId,
    answered_on: answeredOn,
    created_at: writer.now,
  })
  for (const [item, value] of given(answers))
    writer.insert('survey_answers', { response_id: id, item, value })
  return { value: { id }, summary: `${survey.name}: answers of ${name} in ${program}` }
}

/** The answers that there are, by the place of their statement. */
export function given(answers: Answers): [item: number, value: number][] {
  return answers.flatMap((value, item) => (value === null ? [] : [[item, value] satisfies [number, number]]))
}

interface Answering {
  templateId: number
  programId: number | null
  memberId: number
  answeredOn: string
}

function hasAnswered(writer: Writer, { templateId, programId, memberId, answeredOn }: Answering): boolean {
  const there = writer.value(
    `SELECT 1 FROM survey_responses
      WHERE template_id = ? AND program_id IS ? AND member_id = ? AND answered_on = ?`,
    templateId,
    programId,
    memberId,
    answeredOn,
  )
  return there !== undefined
}

/** @throws AppError `not-found`. */
export function removeResponse(writer: Writer, { id }: InputOf<'surveys.removeResponse'>): Done<Deletion> {
  const response = writer.get<{ survey: string; name: string | null }>(
    `SELECT t.name AS survey, m.name FROM survey_responses r JOIN survey_templates t ON t.id = r.template_id
      LEFT JOIN members m ON m.id = r.member_id WHERE r.id = ?`,
    id,
  )
  if (!response) {
    throw new AppError(
      'not-found',
      'These answers are no longer there; they may have been removed meanwhile.',
    )
  }
  const trash = [moveToTrash(writer, 'survey_responses', id)]
  return {
    value: { command: commandOf(writer), trash },
    summary: `Deleted answers of ${response.name ?? 'somebody'} to ${response.survey}`,
  }
}
