import { summaryOf } from '../aliveness/summary'
import { daysBetween } from '../calendar'
import { cleanLine } from '../markdownText'
import { chosenSections, noWording } from '../report/design'
import type { Circumstances, Report, ReportSection } from '../report/report'
import { fewerThanSmallest, isLarge, isTellable } from '../report/smallGroups'
import { capital } from '../report/words'
import { dayWords, periodWords } from '../summaryWords'
import type { RedactionLevel } from '../vocabulary'
import type { CommunityRecords } from './records'
import { aboutSection } from './sections/about'
import { alivenessSection } from './sections/aliveness'
import { bordersSection } from './sections/borders'
import { computedSection } from './sections/computed'
import { gatheringsSection } from './sections/gatherings'
import { participationSection } from './sections/participation'
import { nextSection, takenSection } from './sections/steps'
import { toldParts } from './smallParts'

const labels: Record<RedactionLevel, string> = {
  none: 'Complete, with notes as they were written',
  private: 'With names, without notes',
  figures: 'Figures only, no names or notes',
}

const notes: Record<RedactionLevel, string> = {
  none: 'It names people, who came nearer and who moved away, and has the notes of gatherings and stages. Keep this report to yourself.',
  private:
    'It names people, who came nearer and who moved away. Notes of gatherings and stages are left out.',
  figures:
    'It names nobody: what the community is about stands as it was written, without names. What fewer than five share is not told apart.',
}

/** Names that are not to be told have to be out of the records before. */
export function communityReport(
  records: CommunityRecords,
  { programName, generatedOn, redaction, sections = null, wording = noWording }: Circumstances,
): Report {
  const { community, span } = records
  return {
    about: 'community',
    title: cleanLine(wording.title) || cleanLine(community.name),
    programName: cleanLine(programName),
    period: periodWords(span.from, span.to),
    generatedOn: dayWords(generatedOn),
    reading: readingOf(records, redaction),
    redaction,
    label: labels[redaction],
    note: notes[redaction],
    sections: isEmpty(records) ? [] : chosenSections(sectionsOf(records, redaction), sections),
    wording,
  }
}

/** Of so few nothing is told but what the community is. */
function areFew({ aliveness: { people, members } }: CommunityRecords, redaction: RedactionLevel): boolean {
  return !isLarge(members, redaction) || !isTellable(people, redaction)
}

/** In the order in which they are read; what grows stands between what took place and what was done. */
function sectionsOf(
  records: CommunityRecords,
  redaction: RedactionLevel,
): [key: string, section: ReportSection | null][] {
  const about = aboutSection(records, redaction)
  if (areFew(records, redaction)) return [['about', about]]
  return [
    ['about', about],
    ['aliveness', alivenessSection(records, redaction)],
    ['participation', participationSection(records, redaction)],
    ['gatherings', gatheringsSection(records, redaction)],
    ...records.borders.map((border): [string, ReportSection | null] => [
      'borders',
      bordersSection(border, records, redaction),
    ]),
    ['taken', takenSection(records, redaction)],
    ['next', nextSection(records, redaction)],
    ['computed', computedSection(records, redaction)],
  ]
}

function isEmpty({ aliveness, gatherings }: CommunityRecords): boolean {
  return aliveness.members + aliveness.contacts + gatherings.length === 0
}

/** The sentences of the overview, by what may be told. */
function readingOf(records: CommunityRecords, redaction: RedactionLevel): string {
  if (areFew(records, redaction))
    return `${capital(fewerThanSmallest)} people belong to it or took part, so that no figures are told.`
  const { aliveness, community, span } = records
  const weeks = (daysBetween(span.from, span.to) + 1) / 7
  const parts = toldParts(aliveness.parts, redaction)
  const kept = new Set(parts.filter(({ withheld }) => !withheld).map(({ key }) => key))
  return summaryOf(
    Object.fromEntries(parts.map((part) => [part.key, part])),
    aliveness.weak.filter((key) => kept.has(key)),
    { now: aliveness.contacts / weeks, before: aliveness.contactsBefore / weeks },
    community.stage,
  )
}
