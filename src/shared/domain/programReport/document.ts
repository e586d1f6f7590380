import { cleanLine } from '../markdownText'
import type { Report } from '../report/report'
import { fewerThanSmallest, isLarge } from '../report/smallGroups'
import type { ReportSpan } from '../report/span'
import { capital, countedWords, hoursOf } from '../report/words'
import { countWords, dayWords, periodWords } from '../summaryWords'
import type { RedactionLevel } from '../vocabulary'
import { type ReportFigures, reportFigures } from './figures'
import type { ReportRecords } from './records'
import { activitySection } from './sections/activity'
import { bordersSection } from './sections/borders'
import { checkInsSection } from './sections/checkIns'
import { goalsSection } from './sections/goals'
import { matchesSection } from './sections/matches'
import { outcomesSection } from './sections/outcomes'
import { pipelineSection } from './sections/pipeline'
import { rhythmSection } from './sections/rhythm'
import { surveysSection } from './sections/surveys'

export interface ReportCircumstances {
  programName: string
  /** As they were asked for; null is open. */
  from: string | null
  to: string | null
  generatedOn: string
  redaction: RedactionLevel
}

/** A redaction level in a few words, for a heading or a file's properties. */
const labels: Record<RedactionLevel, string> = {
  none: 'Complete, with goals and reasons as they were written',
  private: 'With names, without texts',
  figures: 'Figures only, no names or texts',
}

const notes: Record<RedactionLevel, string> = {
  none: 'It names the people of each match, what they worked towards, and why matches ended. Keep this report to yourself.',
  private:
    'It names the people of each match. What they worked towards, and reasons in somebody’s own words, are left out.',
  figures: 'It holds no names and no texts. What fewer than five share is not told apart.',
}

/** Names that are not to be told have to be out of the records before. */
export function programReport(
  records: ReportRecords,
  span: ReportSpan,
  { programName, from, to, generatedOn, redaction }: ReportCircumstances,
): Report {
  const figures = reportFigures(records, span)
  const sections = [
    pipelineSection(figures.pipeline, redaction),
    activitySection(figures.activity, redaction),
    rhythmSection(figures.rhythm, redaction),
    checkInsSection(figures.checkIns, records.program.plan),
    goalsSection(figures.goals),
    outcomesSection(figures.outcomes, redaction),
    surveysSection(figures.surveys, records.matches, redaction),
    bordersSection(figures.borders, redaction),
    ...(redaction === 'figures' ? [] : [matchesSection(records, span, redaction)]),
  ]
  return {
    about: 'program',
    title: cleanLine(records.program.name),
    programName: cleanLine(programName),
    period: periodWords(from, to),
    generatedOn: dayWords(generatedOn),
    reading: readingOf(figures, redaction),
    redaction,
    label: labels[redaction],
    note: notes[redaction],
    sections: sections.filter((section) => section !== null),
  }
}

/** The whole in two or three sentences. */
function readingOf(
  { pipeline, activity, goals, outcomes, surveys }: ReportFigures,
  redaction: RedactionLevel,
): string {
  if (pipeline.enrolled + activity.matches === 0) {
    return surveys.length === 0
      ? 'Nothing has taken place in this program in this period.'
      : 'Nobody was enrolled and no match ran in this period, but people answered what they were asked.'
  }
  const people = isLarge(pipeline.enrolled, redaction)
    ? countedWords(pipeline.enrolled, 'person was', 'people were')
    : `${fewerThanSmallest} people were`
  const enrolled = pipeline.enrolled === 0 ? '' : `${capital(people)} enrolled.`
  const met =
    activity.matches === 0
      ? 'No match ran.'
      : `${metWords(activity)}${activity.met === 0 ? '' : `, in ${countedWords(activity.sessions, 'session')} and ${countedWords(hoursOf(activity.minutes), 'hour')}`}.`
  const came = [
    goals.reached === 0 ? '' : `${countedWords(goals.reached, 'goal was', 'goals were')} reached`,
    outcomes.ended === 0 ? '' : `${countedWords(outcomes.ended, 'match', 'matches')} came to an end`,
  ].filter((part) => part !== '')
  return [enrolled, met, came.length === 0 ? '' : `${capital(came.join(', and '))}.`]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function metWords({ met, matches }: ReportFigures['activity']): string {
  const all = countedWords(matches, 'match', 'matches')
  if (met === 0) return `${capital(all)} ran and did not meet`
  return met < matches
    ? `${capital(countWords(met))} of ${all} met`
    : `${matches === 1 ? 'One match' : `All ${all}`} met`
}
