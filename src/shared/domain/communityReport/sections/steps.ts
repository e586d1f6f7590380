import type { StepKind } from '../../aliveness/steps'
import { stepDone, stepReason, stepText } from '../../aliveness/stepWords'
import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { capital, countedWords } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { CommunityRecords } from '../records'
import { nameOf, ofHundred } from './aliveness'

/** What was done, and what came of it. Null where nothing was. */
export function takenSection(
  { taken, aliveness }: CommunityRecords,
  redaction: RedactionLevel,
): ReportSection | null {
  if (taken.length === 0) return null
  const said = `${capital(countedWords(taken.length, 'step was', 'steps were'))} taken because of what the parts said.`
  if (redaction === 'figures') return section('What was done', [said], [])
  return section(
    'What was done',
    [
      said,
      'A part looks at weeks: what a step does to it shows fully some months later, and other things happen meanwhile.',
    ],
    [
      table('Steps taken', {
        columns: [
          { title: 'Step', kind: 'text' },
          { title: 'On', kind: 'day' },
          { title: 'For', kind: 'text' },
          { title: 'Part then', kind: 'count' },
          { title: 'Part now', kind: 'count' },
          { title: 'Contacts since', kind: 'count' },
        ],
        rows: taken.map(({ kind, names, about, takenOn, part, valueThen, contactsSince }) => [
          stepDone(kind, names, about),
          takenOn,
          nameOf(part),
          ofHundred(valueThen),
          ofHundred(aliveness.parts.find(({ key }) => key === part)?.value ?? null),
          contactsSince,
        ]),
      }),
    ],
  )
}

/** The same without anybody's name. */
const anonymous: Record<StepKind, string> = {
  introduce: 'Introduce members to each other who share a topic and have never met',
  welcome: 'Welcome members who joined lately and have had no contact yet',
  'share the lead': 'Invite others to lead the next gathering',
  answer: 'Remind those who have not answered yet',
  'pass on': 'Pass open asks on to members who know the topic',
  catch: 'Ask after regulars who have not been seen lately',
  'set a day': 'Set a day that people can count on',
  show: 'Show knowledge that nobody has used yet to those who want to learn about it',
  endorse: 'Have knowledge looked through that was never endorsed',
  'write down': 'Write down what several have asked about',
  tell: 'Ask those who used knowledge what came of it',
}

/** What would help now. Null where nothing that is recorded asks for a step. */
export function nextSection({ proposed }: CommunityRecords, redaction: RedactionLevel): ReportSection | null {
  if (proposed.length === 0) return null
  if (redaction === 'figures') {
    const kinds = [...new Set(proposed.map(({ kind }) => kind))]
    return section(
      'What would help next',
      kinds.map((kind) => `${anonymous[kind]}.`),
      [],
    )
  }
  return section(
    'What would help next',
    [],
    [
      table('Steps that would help', {
        columns: [
          { title: 'Step', kind: 'text' },
          { title: 'Why', kind: 'text' },
          { title: 'For', kind: 'text' },
        ],
        rows: proposed.map(({ kind, names, about, reasons, part }) => [
          stepText(kind, names, about),
          stepReason(kind, reasons),
          nameOf(part),
        ]),
      }),
    ],
  )
}
