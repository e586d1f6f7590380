import type { InputOf, OutputOf } from '@shared/contract'
import type { Survey } from '@shared/contract/surveys'
import { resultsOf, type SurveyResponse } from '@shared/domain/surveys/results'
import type { Scale } from '@shared/domain/surveys/scale'
import type { MatchSide } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { namesInWords } from '../references'

export function listSurveys(db: Reader, { programId }: InputOf<'surveys.list'>): OutputOf<'surveys.list'> {
  type Stored = Omit<OutputOf<'surveys.list'>[number], 'replaced'> & { replaced: number }
  return db
    .all<Stored>(
      `SELECT t.id, t.name, t.purpose, t.version, json_array_length(t.scale, '$.items') AS items,
          EXISTS (SELECT 1 FROM survey_templates later WHERE later.version_of = t.id) AS replaced,
          (SELECT count(*) FROM survey_responses WHERE template_id = t.id) AS responses,
          count(r.id) AS responsesHere,
          count(DISTINCT r.member_id) + count(r.id) - count(r.member_id) AS peopleHere,
          max(r.answered_on) AS lastAnsweredOn
        FROM survey_templates t LEFT JOIN survey_responses r ON r.template_id = t.id AND r.program_id IS ?
        GROUP BY t.id ORDER BY max(r.answered_on) DESC NULLS LAST, t.name COLLATE NOCASE, t.id`,
      programId,
    )
    .map((row) => ({ ...row, replaced: row.replaced === 1 }))
}

/** @throws AppError `not-found`. */
export function getSurvey(db: Reader, id: number): Survey {
  const stored = db.get<Omit<Survey, 'scale'> & { scale: string }>(
    `SELECT id, name, purpose, scale, version, version_of AS versionOf,
        (SELECT count(*) FROM survey_responses WHERE template_id = survey_templates.id) AS responses
      FROM survey_templates WHERE id = ?`,
    id,
  )
  if (!stored) {
    throw new AppError(
      'not-found',
      'This survey is no longer in the program file; it may have been removed meanwhile.',
    )
  }
  return { ...stored, scale: JSON.parse(stored.scale) as Scale }
}

export function surveyResults(
  db: Reader,
  { templateId, programId }: InputOf<'surveys.results'>,
): OutputOf<'surveys.results'> {
  const { scale } = getSurvey(db, templateId)
  const results = resultsOf<MatchSide>(scale, responsesOf(db, templateId, programId, scale.items.length))
  const names = results.matches.shown.map(({ key }) => ({ id: key, name: nameOfMatch(db, key) }))
  return { ...results, matches: { ...results.matches, names } }
}

/** Every answer sheet of a survey in a program; null for those in none. */
export function responsesOf(
  db: Reader,
  templateId: number,
  programId: number | null,
  items: number,
): SurveyResponse<MatchSide>[] {
  const answers = Map.groupBy(
    db.all<{ response: number; item: number; value: number }>(
      `SELECT a.response_id AS response, a.item, a.value FROM survey_answers a
        JOIN survey_responses r ON r.id = a.response_id WHERE r.template_id = ? AND r.program_id IS ?`,
      templateId,
      programId,
    ),
    ({ response }) => response,
  )
  return db
    .all<Omit<SurveyResponse<MatchSide>, 'answers'>>(
      `SELECT r.id, r.member_id AS memberId, r.match_id AS matchId, r.answered_on AS "on",
          coalesce(
            (SELECT side FROM match_members WHERE match_id = r.match_id AND member_id = r.member_id),
            (SELECT role FROM enrolments WHERE program_id = r.program_id AND member_id = r.member_id ORDER BY id LIMIT 1)
          ) AS side
        FROM survey_responses r WHERE r.template_id = ? AND r.program_id IS ? ORDER BY r.answered_on, r.id`,
      templateId,
      programId,
    )
    .map((row) => {
      const given = new Map(answers.get(row.id)?.map(({ item, value }) => [item, value]))
      return { ...row, answers: Array.from({ length: items }, (_, item) => given.get(item) ?? null) }
    })
}

function nameOfMatch(db: Reader, id: number): string {
  return namesInWords(
    db.column<string>(
      `SELECT m.name FROM match_members mm JOIN members m ON m.id = mm.member_id
        WHERE mm.match_id = ? ORDER BY mm.side DESC, m.sort_name COLLATE NOCASE`,
      id,
    ),
  )
}

export function listResponses(
  db: Reader,
  { templateId, programId }: InputOf<'surveys.responses'>,
): OutputOf<'surveys.responses'> {
  return db.all(
    `SELECT r.id, r.member_id AS memberId, m.name, r.answered_on AS answeredOn
      FROM survey_responses r LEFT JOIN members m ON m.id = r.member_id
      WHERE r.template_id = ? AND r.program_id IS ? ORDER BY r.answered_on DESC, r.id DESC`,
    templateId,
    programId,
  )
}

/** The match in a program that somebody was in at a day, the latest that had begun; null when there was none. */
export function matchAt(db: Reader, programId: number | null, memberId: number, day: string): number | null {
  const id = db.value<number>(
    `SELECT ma.id FROM match_members mm JOIN matches ma ON ma.id = mm.match_id
      WHERE mm.member_id = ? AND ma.program_id = ? AND ma.status <> 'proposed'
        AND (ma.started_on IS NULL OR ma.started_on <= ?)
      ORDER BY ma.started_on DESC, ma.id DESC LIMIT 1`,
    memberId,
    programId,
    day,
  )
  return id ?? null
}

/** The surveys that a member has answered by name, with every answer. */
export function surveysOf(db: Reader, memberId: number) {
  const responses = db.all<{ id: number; template: number; program: string | null; answeredOn: string }>(
    `SELECT r.id, r.template_id AS template, p.name AS program, r.answered_on AS answeredOn
      FROM survey_responses r LEFT JOIN programs p ON p.id = r.program_id
      WHERE r.member_id = ? ORDER BY r.answered_on, r.id`,
    memberId,
  )
  const templates = new Map(
    db
      .column<number>(
        `SELECT id FROM survey_templates WHERE id IN ${listed}`,
        list([...new Set(responses.map(({ template }) => template))]),
      )
      .map((id) => [id, getSurvey(db, id)]),
  )
  return responses.map(({ id, template, program, answeredOn }) => {
    const survey = templates.get(template)
    return {
      survey: survey?.name ?? '',
      program,
      answeredOn,
      answers: db
        .all<{ item: number; value: number }>(
          'SELECT item, value FROM survey_answers WHERE response_id = ? ORDER BY item',
          id,
        )
        .map(({ item, value }) => ({
          statement: survey?.scale.items[item]?.text ?? '',
          answer: survey?.scale.anchors[value - 1] || String(value),
        })),
    }
  })
}
