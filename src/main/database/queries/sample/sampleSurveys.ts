import { sampleSurveys } from '@main/sample/surveys'
import type { SampleSurveyResponse } from '@main/sample/types'
import { nextId } from '../../engine/nextId'
import type { Writer } from '../../engine/writer'
import { given } from '../surveys/surveySave'

interface Numbers {
  programs: readonly number[]
  firstMember: number
  firstMatch: number
}

/** The sample's surveys, with what was answered. */
export function fillSurveys(
  db: Writer,
  responses: readonly SampleSurveyResponse[],
  { programs, firstMember, firstMatch }: Numbers,
): void {
  const templates = sampleSurveys.map(({ name, purpose, scale }) =>
    db.insert('survey_templates', {
      name,
      purpose,
      scale: JSON.stringify(scale),
      version: 1,
      created_at: db.now,
      updated_at: db.now,
    }),
  )
  const rows = db.bulk('survey_responses', [
    'template_id',
    'program_id',
    'match_id',
    'member_id',
    'answered_on',
    'created_at',
  ])
  const firstResponse = nextId(db, 'survey_responses')
  for (const { survey, program, match, member, on } of responses) {
    rows.add([
      templates[survey] ?? null,
      programs[program] ?? null,
      firstMatch + match,
      firstMember + member,
      on,
      db.now,
    ])
  }
  rows.end()
  const answers = db.bulk('survey_answers', ['response_id', 'item', 'value'])
  for (const [index, response] of responses.entries())
    for (const [item, value] of given(response.answers)) answers.add([firstResponse + index, item, value])
  answers.end()
}
