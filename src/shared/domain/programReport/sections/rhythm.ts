import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { isLarge, isTellablePart, leftOut, toldParts } from '../../report/smallGroups'
import { percentWords } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { RhythmFigures } from '../rhythm'

/**
 * Whether matches met as often as they agreed. Null where there is nothing to say.
 *
 * @param running how many matches there were, with those of which their cadence is not known.
 */
export function rhythmSection(
  figures: RhythmFigures,
  running: number,
  redaction: RedactionLevel,
): ReportSection | null {
  const { matches, days, daysInRhythm, always, mostly, seldom } = figures
  if (matches === 0 || !isLarge(matches, redaction)) return null
  const rows = [
    ['Every day', always] as const,
    ['Three days of four or more', mostly] as const,
    ['Less', seldom] as const,
  ]
  const isTold = toldParts([always, mostly, seldom], redaction)
  const told = isTellablePart(matches, running, redaction) ? rows.filter((_, at) => isTold[at] === true) : []
  return section(
    'Whether they kept their cadence',
    [
      `Matches were in rhythm on ${percentWords(daysInRhythm, days)} of their days: their last session lay no further back than one and a half times what they had agreed. Pauses do not count.`,
      told.length < rows.length ? leftOut : '',
    ],
    told.every(([, count]) => count === 0)
      ? []
      : [
          table('Cadence kept', {
            columns: [
              { title: 'In rhythm', kind: 'text' },
              { title: 'Matches', kind: 'count' },
              { title: 'Of all', kind: 'share' },
            ],
            rows: told.map(([often, count]) => [often, count, count / matches]),
            picture: 'bars',
          }),
        ],
  )
}
