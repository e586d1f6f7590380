import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { isLarge } from '../../report/smallGroups'
import { percentWords } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { RhythmFigures } from '../rhythm'

/** Whether matches met as often as they agreed. Null where there is nothing to say. */
export function rhythmSection(figures: RhythmFigures, redaction: RedactionLevel): ReportSection | null {
  const { matches, days, daysInRhythm, always, mostly, seldom } = figures
  if (matches === 0) return null
  return section(
    'Whether they kept their cadence',
    [
      `Matches were in rhythm on ${percentWords(daysInRhythm, days)} of their days: their last session lay no further back than one and a half times what they had agreed. Pauses do not count.`,
    ],
    !isLarge(matches, redaction)
      ? []
      : [
          table('Cadence kept', {
            columns: [
              { title: 'In rhythm', kind: 'text' },
              { title: 'Matches', kind: 'count' },
              { title: 'Of all', kind: 'share' },
            ],
            rows: [
              ['Every day', always, always / matches],
              ['Three days of four or more', mostly, mostly / matches],
              ['Less', seldom, seldom / matches],
            ],
            picture: 'bars',
          }),
        ],
  )
}
