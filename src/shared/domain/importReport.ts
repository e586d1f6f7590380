import { type ImportKind, type ImportPlan, importFields } from './imports'
import { cleanLine } from './markdownText'
import { noWording } from './report/design'
import { section, table } from './report/parts'
import type { Report } from './report/report'
import { capital } from './report/words'
import { dayWords, plural } from './summaryWords'

/** An import that took place, as it is told. */
export interface ImportTold {
  fileName: string
  plan: Pick<ImportPlan, 'kind' | 'columns' | 'mapping'>
  outcome: {
    added: number
    merged: number
    skipped: number
    /** The first of them; `rejectedCount` is all. */
    rejected: readonly { line: number; reason: string }[]
    rejectedCount: number
    newMembers: number
    enrolled: number
  }
  programName: string
  /** The day it took place, `YYYY-MM-DD`. */
  on: string
}

const rows: Record<ImportKind, string> = {
  members: 'member',
  sessions: 'session',
  interactions: 'interaction',
}

/** What came in by an import: the numbers, where each column went, and every row that was not taken, with its reason. */
export function importReport({ fileName, plan, outcome, programName, on }: ImportTold): Report {
  const { added, merged, skipped, rejected, rejectedCount, newMembers, enrolled } = outcome
  const one = rows[plan.kind]
  const counts: [string, number][] = [
    [`New ${one}s`, added],
    ['Added to what was there', merged],
    ['There already, and left as they were', skipped],
    ['Rows not taken', rejectedCount],
    ['People who became members by it', newMembers],
    ['People who were enrolled in a program', enrolled],
  ]
  const listed = rejected.toSorted((a, b) => a.line - b.line)
  return {
    about: 'import',
    title: `Import of ${cleanLine(fileName)}`,
    programName,
    period: dayWords(on),
    generatedOn: dayWords(on),
    reading: `${capital(plural(added, `new ${one}`))}, ${merged.toLocaleString('en-GB')} added to what was there, ${skipped.toLocaleString('en-GB')} left as they were, ${plural(rejectedCount, 'row')} not taken.`,
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
            // The first four are told also where they are none.
            rows: counts.filter(([, count], index) => index < 4 || count > 0),
          }),
        ],
      ),
      section(
        'Where the columns went',
        [],
        [
          table('Columns', {
            columns: [
              { title: 'Column of the file', kind: 'text' },
              { title: 'Went to', kind: 'text' },
            ],
            rows: plan.columns.map((column, index) => [cleanLine(column), fieldOf(plan, index)]),
          }),
        ],
      ),
      ...(rejectedCount === 0
        ? []
        : [
            section(
              'Rows not taken',
              rejectedCount > listed.length
                ? [`These are the first ${listed.length.toLocaleString('en-GB')} of them.`]
                : [],
              [
                table('Rows not taken', {
                  columns: [
                    { title: 'Line', kind: 'count' },
                    { title: 'Why', kind: 'text' },
                  ],
                  rows: listed.map(({ line, reason }) => [line, cleanLine(reason)]),
                  more: rejectedCount - listed.length,
                }),
              ],
            ),
          ]),
    ],
    wording: noWording,
  }
}

function fieldOf({ kind, mapping }: ImportTold['plan'], index: number): string {
  const field = mapping[index] ?? null
  if (field === null) return 'left out'
  return importFields[kind].find((one) => one.field === field)?.label ?? field
}
