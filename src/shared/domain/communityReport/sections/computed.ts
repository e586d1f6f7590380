import { partDescriptions } from '../../aliveness/parts'
import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { decimalWords } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { CommunityRecords, ReportedPart } from '../records'
import { nameOf } from './aliveness'

/** What every part is made of, so that nothing has to be believed. */
export function computedSection({ aliveness }: CommunityRecords, redaction: RedactionLevel): ReportSection {
  // Several counts of the same people, taken from each other, would tell a few of them apart.
  const isFull = redaction !== 'figures'
  return section(
    'How the parts are computed',
    [
      'The parts are a proposal that can be checked, not a validated scale. A part is shown from its least data on.',
    ],
    [
      table('Formulas', {
        columns: [
          { title: 'Part', kind: 'text' },
          { title: 'Formula', kind: 'text' },
          ...(isFull ? [{ title: 'Numerator / denominator', kind: 'text' as const }] : []),
          { title: 'Least data', kind: 'text' },
        ],
        rows: aliveness.parts.map((part) => [
          nameOf(part.key),
          partDescriptions[part.key].formula,
          ...(isFull ? [madeOf(part)] : []),
          partDescriptions[part.key].minimum,
        ]),
      }),
      table('When a part misleads', {
        columns: [
          { title: 'Part', kind: 'text' },
          { title: 'It misleads when', kind: 'text' },
          { title: 'Based on', kind: 'text' },
        ],
        rows: aliveness.parts.map(({ key }) => [
          nameOf(key),
          partDescriptions[key].misleads,
          partDescriptions[key].source,
        ]),
      }),
    ],
  )
}

function madeOf({ missing, numerator, denominator }: ReportedPart): string {
  if (missing !== null) return missing
  if (numerator === null || denominator === null) return ''
  return `${decimalWords(numerator)} / ${decimalWords(denominator)}`
}
