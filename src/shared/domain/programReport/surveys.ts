import { isIn, type ReportSpan } from '../report/span'
import { resultsOf, type SurveyResults } from '../surveys/results'
import type { MatchSide } from '../vocabulary'
import type { ReportSurvey } from './records'

/** What one survey says of those who answered it in the period. */
export interface SurveyFigures {
  survey: ReportSurvey
  results: SurveyResults<MatchSide>
}

/** The surveys that somebody answered in the period; groups of fewer than five are in no figure. @see domain/surveys */
export function surveyFigures(surveys: readonly ReportSurvey[], span: ReportSpan): SurveyFigures[] {
  return surveys.flatMap((survey) => {
    const responses = survey.responses.filter(({ on }) => isIn(span, on))
    return responses.length === 0 ? [] : [{ survey, results: resultsOf(survey.scale, responses) }]
  })
}
