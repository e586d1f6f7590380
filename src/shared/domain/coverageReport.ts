import { cleanLine } from './markdownText'
import { chosenSections, noWording } from './report/design'
import { section, table } from './report/parts'
import type { Circumstances, Report, ReportSection } from './report/report'
import { fewerThanSmallest, isTellable } from './report/smallGroups'
import { capital, countedWords } from './report/words'
import { dayWords } from './summaryWords'
import type { RedactionLevel } from './vocabulary'

/** A topic that members want, against who and what there is for it. */
export interface CoveredTopic {
  name: string
  state: 'missing' | 'one person' | 'out of date' | 'covered'
  wanted: number
  mentors: number
  items: number
  outdated: number
  /** Whoever alone knows it; null where that is nobody, several, or not to be told. */
  onlyPerson: string | null
}

const says: Record<CoveredTopic['state'], [key: string, title: string, says: string]> = {
  missing: [
    'missing',
    'Nobody and nothing',
    'Members want these, nobody offers them, and nothing is written.',
  ],
  'one person': ['alone', 'One person alone', 'When this person leaves, the knowledge leaves with them.'],
  'out of date': ['outdated', 'Out of date', 'All that is written on these should be looked through again.'],
  covered: ['covered', 'Covered', ''],
}

/**
 * What members want to learn, against the mentors who offer it and what is written: what is missing, what rests on one
 * person, what is out of date. A topic that so few want that they could be told apart is only counted, without names.
 */
export function coverageReport(
  topics: readonly CoveredTopic[],
  { programName, generatedOn, redaction, sections = null, wording = noWording }: Circumstances,
): Report {
  const told = topics.filter(({ wanted }) => isTellable(wanted, redaction))
  const parts = Object.entries(says).map(
    ([state, [key, title, sentence]]): [string, ReportSection | null] => [
      key,
      partOf(
        told.filter((topic) => topic.state === state),
        { title, sentence, redaction, named: redaction !== 'figures' && state === 'one person' },
      ),
    ],
  )
  const few = topics.length - told.length
  return {
    about: 'coverage',
    title: cleanLine(wording.title) || 'Coverage of topics',
    programName: cleanLine(programName),
    period: dayWords(generatedOn),
    generatedOn: dayWords(generatedOn),
    reading: readingOf(topics),
    redaction,
    label: redaction === 'figures' ? 'Figures only, no names' : 'With names',
    note:
      redaction === 'figures'
        ? `It names nobody. ${few === 0 ? '' : `${capital(countedWords(few, 'topic'))} that ${fewerThanSmallest} want ${few === 1 ? 'is' : 'are'} not told.`}`.trim()
        : 'It names who alone knows a topic.',
    sections: chosenSections(parts, sections),
    wording,
  }
}

function readingOf(topics: readonly CoveredTopic[]): string {
  if (topics.length === 0) return 'No member has said yet what they want to learn.'
  const count = (state: CoveredTopic['state']) => topics.filter((topic) => topic.state === state).length
  const wants = `Members want ${countedWords(topics.length, 'topic')}. `
  const gaps = [
    [count('missing'), 'nobody offers and nothing tells'],
    [count('one person'), 'one person alone knows'],
    [count('out of date'), 'only old texts tell of'],
  ] as const
  const open = gaps.filter(([many]) => many > 0)
  if (open.length === 0) return `${wants}Each of them is covered.`
  return `${wants}${open.map(([many, how], index) => `${index === 0 ? capital(countedWords(many, 'topic')) : countedWords(many, 'topic')} ${how}`).join(', ')}.`
}

interface PartShape {
  title: string
  sentence: string
  redaction: RedactionLevel
  named: boolean
}

function partOf(
  topics: readonly CoveredTopic[],
  { title, sentence, redaction, named }: PartShape,
): ReportSection | null {
  if (topics.length === 0) return null
  return section(
    title,
    [sentence],
    [
      table(title, {
        columns: [
          { title: 'Topic', kind: 'text' },
          { title: 'Members who want it', kind: 'count' },
          { title: 'Mentors who offer it', kind: 'count' },
          { title: 'Pieces written', kind: 'count' },
          { title: 'To look through again', kind: 'count' },
          ...(named ? [{ title: 'Who', kind: 'text' } as const] : []),
        ],
        rows: topics.map(({ name, wanted, mentors, items, outdated, onlyPerson }) => [
          cleanLine(name),
          wanted,
          isTellable(mentors, redaction) ? mentors : null,
          items,
          outdated,
          ...(named ? [onlyPerson === null ? null : cleanLine(onlyPerson)] : []),
        ]),
      }),
    ],
  )
}
