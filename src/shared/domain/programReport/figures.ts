import type { ReportSpan } from '../report/span'
import { type ActivityFigures, activityFigures } from './activity'
import { type BorderFigures, borderFigures, borders } from './borders'
import { type CheckInFigures, checkInFigures } from './checkIns'
import { type GoalFigures, goalFigures } from './goals'
import { type OutcomeFigures, outcomeFigures } from './outcomes'
import { type PipelineFigures, pipelineFigures } from './pipeline'
import { type ReportRecords, tookPlace } from './records'
import { type RhythmFigures, rhythmFigures } from './rhythm'
import { type SurveyFigures, surveyFigures } from './surveys'

/** Everything that a report counts. */
export interface ReportFigures {
  pipeline: PipelineFigures
  activity: ActivityFigures
  rhythm: RhythmFigures
  checkIns: CheckInFigures
  goals: GoalFigures
  outcomes: OutcomeFigures
  surveys: SurveyFigures[]
  borders: BorderFigures[]
}

/** The figures of a program in a period: of who was enrolled and asked in it, and of the matches that ran in it. */
export function reportFigures(
  { program, enrolments, matches, surveys }: ReportRecords,
  span: ReportSpan,
): ReportFigures {
  const running = matches.filter((match) => tookPlace(match, span))
  return {
    pipeline: pipelineFigures(enrolments, span),
    activity: activityFigures(running, span),
    rhythm: rhythmFigures(running, span),
    checkIns: checkInFigures(running, program.plan, span),
    goals: goalFigures(running, span),
    outcomes: outcomeFigures(running, span),
    surveys: surveyFigures(surveys, span),
    borders: borders.map((border) => borderFigures(running, border)),
  }
}
