/**
 * How a series is told from its neighbours: by colour and by a weave over it, so that neither colour vision
 * nor a colour printer is needed.
 */

const palette = ['var(--s1)', 'var(--s2)', 'var(--s3)', 'var(--s4)', 'var(--s5)', 'var(--s6)'] as const

/** As many series as the palette can tell apart. */
export const MOST_SERIES = palette.length

export const QUIET_COLOUR = 'var(--ink3)'

export function seriesColour(index: number): string {
  return palette[index % palette.length] ?? QUIET_COLOUR
}

/** Weaves by series: none, two diagonals, dots, lines across, lines up. */
const weaves = [
  null,
  'M-1 1L1 -1M0 6L6 0M5 7L7 5',
  'M1.5 1.5h1.4M4.5 4.5h1.4',
  'M0 1.5H6M0 4.5H6',
  'M-1 5L1 7M0 0L6 6M5 -1L7 1',
  'M1.5 0V6M4.5 0V6',
] as const

interface SeriesPatternProps {
  id: string
  index: number
  colour: string
}

/** An SVG pattern in the series' colour with its weave; to be used as `url(#id)`. */
export function SeriesPattern({ id, index, colour }: SeriesPatternProps) {
  const weave = weaves[index % weaves.length] ?? null
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse">
      <rect width={6} height={6} fill={colour} />
      {weave !== null && (
        <path d={weave} stroke="var(--surface)" strokeWidth={1.1} strokeOpacity={0.34} fill="none" />
      )}
    </pattern>
  )
}

const dashes = [undefined, '5 3', '1.5 3', '8 3 1.5 3', '3 2', '10 4'] as const

/** The dashes of a series that is drawn as a line; the first is unbroken. */
export function seriesDash(index: number): string | undefined {
  return dashes[index % dashes.length]
}
