import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import { type CommunityRecords, type KnowledgePiece, neverEnds, type Period } from './records'

const fewestPieces = 5

/**
 * Value: the knowledge at hand that somebody else than its authors used in the span / the knowledge at hand. A proposal
 * after the cycles of Wenger, Trayner and de Laat (2011): what was made is a promise until somebody uses it, and what
 * came of that only a story can tell, so that the stories are counted beside it.
 */
export function valueReading(period: Period): PartReading {
  const { records, uses, span } = period
  const pieces = piecesAtHand(records, span.last)
  const known = pieces.map((at) => records.pieces[at]).filter((piece) => piece !== undefined)
  const told = sum(uses.told)
  return readingOf(
    usedOf(uses.piece, pieces),
    records.pieces.length === 0
      ? 'No knowledge is written down. What was learned, and who used it, is noted under “Knowledge”.'
      : tooFew(pieces.length, fewestPieces, 'pieces of knowledge'),
    {
      inputs: {
        made: known.filter(({ made }) => made >= span.first).length,
        uses: uses.length,
        users: new Set(uses.person).size,
        stories: told,
        storiesOfUseInPractice: sum(uses.applied),
        storiesOfResults: sum(uses.realised),
      },
      also: [
        {
          name: 'knowledge that was endorsed and is not due to be looked through again',
          ...ratio(known.filter((piece) => isReviewed(piece, span.last)).length, known.length),
        },
        { name: 'uses of which it is told what came of them', ...ratio(told, uses.length) },
      ],
    },
  )
}

/** The places of what had been made by a day, and was not retired. */
export function piecesAtHand({ pieces }: CommunityRecords, last: number): number[] {
  return pieces.flatMap(({ made, retired }, at) => (made <= last && retired > last ? [at] : []))
}

/** @param used the places of what was used, each as often as it was. */
export function usedOf(used: Iterable<number>, pieces: readonly number[]): Ratio {
  const known = new Set(used)
  return ratio(pieces.filter((at) => known.has(at)).length, pieces.length)
}

/** Endorsed by a day, and not due again by then; when it was due before the last review is not kept. */
function isReviewed({ endorsed, reviewOn }: KnowledgePiece, last: number): boolean {
  return endorsed !== neverEnds && endorsed <= last && (reviewOn ?? neverEnds) > last
}

function sum(flags: Uint8Array): number {
  return flags.reduce((all, one) => all + one, 0)
}
