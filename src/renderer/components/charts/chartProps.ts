import type { Cell, CopiedTable } from './chartTable'
import type { Locale } from './formats'
import type { Pen } from './pen'

/** Anything but `ready` is shown in place of the picture; charts find out for themselves when they are empty. */
export type ChartStatus =
  | { kind: 'ready' }
  | { kind: 'loading' }
  | { kind: 'empty'; message: string }
  | { kind: 'error'; message: string; onRetry?: () => void }

/** What every framed chart takes besides its figures. */
export interface ChartOptions {
  title: string
  /** A few words beside the title: what is counted, over which period. */
  note?: string | undefined
  /** One sentence of plain reading; it is also the picture's text alternative. */
  reading: string
  /** Level of the title among the page's headings; 2 unless told. */
  headingLevel?: 2 | 3 | undefined
  /** BCP 47 tag for numbers and dates; undefined follows the system. */
  locale?: Locale
  status?: ChartStatus | undefined
  /** Takes the table in place of the system's clipboard. */
  onCopy?: ((table: CopiedTable) => void | Promise<void>) | undefined
  /** Takes the picture as PNG; without it the button is left out. */
  onSavePng?: ((png: Uint8Array) => void | Promise<void>) | undefined
  /** Takes the picture as SVG; without it the button is left out. */
  onSaveSvg?: ((svg: string) => void | Promise<void>) | undefined
  /** Draws what the figure's canvas shows, from its upper left corner on, for PNG and SVG. */
  paint?: ((pen: Pen) => void) | undefined
  /** Takes headings and raw rows, to be written as CSV; without it the button is left out. */
  onSaveCsv?: ((rows: Cell[][]) => void | Promise<void>) | undefined
}
