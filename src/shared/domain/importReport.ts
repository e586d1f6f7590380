import { type CameIn, type CameInParts, cameInParts, type ListedReason } from './cameIn'
import { cleanLine } from './markdownText'
import { noWording } from './report/design'
import { section, table } from './report/parts'
import type { Report } from './report/report'
import { capital } from './report/words'
import { dayWords } from './summaryWords'

/** An import that took place, as it is told. */
export interface ImportTold {
  fileName: string
  programName: string
  /** The day it took place, `YYYY-MM-DD`. */
  on: string
  /** False where it was only tried, and nothing was written. */
  written: boolean
  came: CameIn
}

/** What came in by an import: the numbers, where each column went, and all that was not taken, with its reason. */
export function importReport({ fileName, programName, on, written, came }: ImportTold): Report {
  const parts = cameInParts(came)
  return {
    about: 'import',
    title: `${written ? 'Import' : 'Trial import'} of ${cleanLine(fileName)}`,
    programName,
    period: dayWords(on),
    generatedOn: dayWords(on),
    reading: written ? `${capital(parts.reading)}.` : `Nothing was written. It would be: ${parts.reading}.`,
    redaction: 'none',
    label: 'For your own files',
    note: 'The reasons may name people of the file.',
    sections: [
      section(
        'What came in',
        [],
        [
          table('What came in', {
            columns: [
              { title: 'What', kind: 'text' },
              { title: 'How many', kind: 'count' },
            ],
            rows: parts.counts.map(([what, count]) => [what, count]),
          }),
        ],
      ),
      ...columnSections(parts),
      ...parts.lists.flatMap((list) => reasonSections(list)),
    ],
    wording: noWording,
  }
}

function columnSections({ columns }: CameInParts) {
  if (columns === null) return []
  const columnTable = table('Columns', {
    columns: [
      { title: 'Column of the file', kind: 'text' },
      { title: 'Went to', kind: 'text' },
    ],
    rows: columns.map(([column, field]) => [cleanLine(column), field]),
  })
  return [section('Where the columns went', [], [columnTable])]
}

function reasonSections({ title, where, rows, total }: ListedReason) {
  if (total === 0) return []
  const said =
    total > rows.length ? [`These are the first ${rows.length.toLocaleString('en-GB')} of them.`] : []
  const reasons = table(title, {
    columns: [
      { title: where, kind: where === 'Line' ? 'count' : 'text' },
      { title: 'Why', kind: 'text' },
    ],
    rows: rows.map(([place, reason]) => [
      typeof place === 'number' ? place : cleanLine(place),
      cleanLine(reason),
    ]),
    more: total - rows.length,
  })
  return [section(title, said, [reasons])]
}
