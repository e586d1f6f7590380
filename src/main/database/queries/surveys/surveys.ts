import type { surveys } from '@shared/contract/surveys'
import type { Handlers } from '../../handler'
import { importResponses, lookThroughResponses } from '../../imports/surveyImport'
import { getSurvey, listResponses, listSurveys, surveyResults } from './surveyRecord'
import { answerSurvey, removeResponse, removeTemplate, saveTemplate } from './surveySave'

export const surveyHandlers: Handlers<typeof surveys> = {
  'surveys.list': listSurveys,
  'surveys.get': (db, { id }) => getSurvey(db, id),
  'surveys.results': surveyResults,
  'surveys.responses': listResponses,
  'surveys.saveTemplate': saveTemplate,
  'surveys.removeTemplate': removeTemplate,
  'surveys.answer': answerSurvey,
  'surveys.removeResponse': removeResponse,
  'surveys.previewImport': lookThroughResponses,
  'surveys.import': importResponses,
}
