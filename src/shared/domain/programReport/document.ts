import { cleanLine } from '../markdownText'
import { chosenSections, noWording, type ReportWording } from '../report/design'
import type { Report, ReportSection } from '../report/report'
import { fewerThanSmallest, isLarge, isTellablePart, toldParts } from '../report/smallGroups'
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
  /** Which sections are in it, in their order; all where nobody says. */
  sections?: readonly string[] | null
  wording?: ReportWording
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
  {
    programName,
    from,
    to,
    generatedOn,
    redaction,
    sections = null,
    wording = noWording,
  }: ReportCircumstances,
): Report {
  const figures = reportFigures(records, span)
  const running = figures.activity.matches
  // Of a few matches, or of a few people however often they were matched, nothing is told but that they are few.
  const ofMatches = isLarge(fewest(figures.activity), redaction)
  const all: [key: string, section: ReportSection | null][] = [
    ['pipeline', pipelineSection(figures.pipeline, redaction)],
    ['activity', activitySection(figures.activity, redaction)],
  ]
  if (ofMatches)
    all.push(
      ['rhythm', rhythmSection(figures.rhythm, running, redaction)],
      ['checkIns', checkInsSection(figures.checkIns, records.program.plan, redaction)],
      ['goals', goalsSection(figures.goals, running, redaction)],
      ['outcomes', outcomesSection(figures.outcomes, running, redaction)],
    )
  all.push(['surveys', surveysSection(figures.surveys, records.matches, redaction)])
  if (ofMatches) all.push(['borders', bordersSection(figures.borders, redaction)])
  if (redaction !== 'figures') all.push(['matches', matchesSection(records, span, redaction)])
  return {
    about: 'program',
    title: cleanLine(wording.title) || cleanLine(records.program.name),
    programName: cleanLine(programName),
    period: periodWords(from, to),
    generatedOn: dayWords(generatedOn),
    reading: readingOf(figures, redaction),
    redaction,
    label: labels[redaction],
    note: notes[redaction],
    sections: chosenSections(all, sections),
    wording,
  }
}

/** How few share what is told of matches: matches, or people. */
function fewest({ matches, people }: ReportFigures['activity']): number {
  return Math.min(matches, people)
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
      : `${metWords(activity, redaction)}${activity.met === 0 || !isLarge(Math.min(activity.met, fewest(activity)), redaction) ? '' : `, in ${countedWords(activity.sessions, 'session')} and ${countedWords(hoursOf(activity.minutes), 'hour')}`}.`
  const came = isLarge(fewest(activity), redaction) ? cameWords({ goals, outcomes, activity }, redaction) : ''
  return [enrolled, met, came].filter((sentence) => sentence !== '').join(' ')
}

function cameWords(
  { goals, outcomes, activity }: Pick<ReportFigures, 'goals' | 'outcomes' | 'activity'>,
  redaction: RedactionLevel,
): string {
  const [tellsReached] = toldParts([goals.reached, goals.open, goals.dropped], redaction)
  const { ended } = outcomes
  const parts = [
    goals.reached === 0 || !isLarge(goals.all, redaction) || tellsReached !== true
      ? ''
      : `${countedWords(goals.reached, 'goal was', 'goals were')} reached`,
    ended === 0 || !isLarge(ended, redaction) || !isTellablePart(ended, activity.matches, redaction)
      ? ''
      : `${countedWords(ended, 'match', 'matches')} came to an end`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${capital(parts.join(', and '))}.`
}

function metWords(activity: ReportFigures['activity'], redaction: RedactionLevel): string {
  const { met, matches } = activity
  if (!isLarge(matches, redaction)) return `${capital(fewerThanSmallest)} matches ran`
  if (!isLarge(fewest(activity), redaction)) return `${capital(fewerThanSmallest)} people were in matches`
  const all = countedWords(matches, 'match', 'matches')
  if (met === 0) return `${capital(all)} ran and did not meet`
  if (met === matches) return `${matches === 1 ? 'One match' : `All ${all}`} met`
  if (isTellablePart(met, matches, redaction)) return `${capital(countWords(met))} of ${all} met`
  return isLarge(met, redaction) ? `Nearly all of ${all} met` : `${capital(fewerThanSmallest)} of ${all} met`
}
