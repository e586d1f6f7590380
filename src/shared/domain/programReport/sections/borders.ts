import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { isLarge, isTellable, leftOut } from '../../report/smallGroups'
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
  const told = toldBorders(known, redaction)
  if (told.length === 0) return null
  // All pairs together are as many for each border, so that one would tell of the other.
  const withUnknown = told.every(({ unknown }) => isTellable(unknown, redaction))
  const isWhole = told.length === known.length && withUnknown && told.every(({ isFull }) => isFull)
  return section(
    'Across locations and departments',
    [
      ...told.map(({ border, across, within, byLot }) => {
        const lot =
          byLot === null
            ? ''
            : ` Had the same people been paired by lot, it would be about ${decimalWords(byLot)}.`
        const share = partWords(across, across + within, 'pair')
        return `${capital(share)} ${across === 1 && within === 0 ? 'leads' : 'lead'} from one ${border} to another.${lot}`
      }),
      isWhole ? '' : leftOut,
    ],
    [
      table('Pairs across borders', {
        columns: [
          { title: 'Between', kind: 'text' },
          { title: 'Across', kind: 'count' },
          { title: 'Within', kind: 'count' },
          ...(withUnknown ? [{ title: 'Not known', kind: 'count' as const }] : []),
          { title: 'Across by lot', kind: 'decimal' },
          { title: 'E-I index', kind: 'index' },
          { title: 'E-I by lot', kind: 'index' },
        ],
        rows: told.map((one) => [
          `${capital(one.border)}s`,
          one.across,
          one.within,
          ...(withUnknown ? [one.unknown] : []),
          one.byLot,
          one.index,
          one.indexByLot,
        ]),
      }),
    ],
  )
}

/**
 * The borders of which pairs may be told: none that would make a small group of those across or within, or of those of
 * whom one border is known and the other is not. What would come of a lot depends on how large each group is, so it is
 * told only where none is small; an index is nothing without it.
 */
function toldBorders(
  borders: readonly BorderFigures[],
  redaction: RedactionLevel,
): (BorderFigures & { isFull: boolean })[] {
  const told: (BorderFigures & { isFull: boolean })[] = []
  for (const border of borders) {
    const { across, within } = border
    const isClear = told.every((other) =>
      isTellable(Math.abs(other.across + other.within - across - within), redaction),
    )
    if (!isClear || !isTellable(across, redaction) || !isTellable(within, redaction)) continue
    const isFull = border.smallestGroup === null || isLarge(border.smallestGroup, redaction)
    told.push({ ...border, isFull, ...(isFull ? {} : { byLot: null, index: null, indexByLot: null }) })
  }
  return told
}
