import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { isLarge } from '../../report/smallGroups'
import { capital, decimalWords, partWords } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { BorderFigures } from '../borders'

/** How many pairs lead across locations and departments, beside chance. Null where there is nothing to say. */
export function bordersSection(
  borders: readonly BorderFigures[],
  redaction: RedactionLevel,
): ReportSection | null {
  const known = borders.filter(
    ({ across, within }) => across + within > 0 && isLarge(across + within, redaction),
  )
  if (known.length === 0) return null
  return section(
    'Across locations and departments',
    known.map(({ border, across, within, byLot }) => {
      const lot =
        byLot === null
          ? ''
          : ` Had the same people been paired by lot, it would be about ${decimalWords(byLot)}.`
      const share = partWords(across, across + within, 'pair')
      return `${capital(share)} ${across === 1 && within === 0 ? 'leads' : 'lead'} from one ${border} to another.${lot}`
    }),
    [
      table('Pairs across borders', {
        columns: [
          { title: 'Between', kind: 'text' },
          { title: 'Across', kind: 'count' },
          { title: 'Within', kind: 'count' },
          { title: 'Not known', kind: 'count' },
          { title: 'Across by lot', kind: 'decimal' },
          { title: 'E-I index', kind: 'index' },
          { title: 'E-I by lot', kind: 'index' },
        ],
        rows: known.map((one) => [
          `${capital(one.border)}s`,
          one.across,
          one.within,
          one.unknown,
          one.byLot,
          one.index,
          one.indexByLot,
        ]),
      }),
    ],
  )
}
