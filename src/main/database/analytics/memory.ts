import type { Columns } from './shape'

/** A figure that goes on where it stopped, as long as rows were only added. */
export interface Growing {
  /** Takes in what is new. @returns false when it has to begin anew, which it can always do the first time. */
  advance(columns: Columns): boolean
}

/** Figures that are kept: those of one screen, for two or three ways of looking at it. */
const kept = 24

/** The figures that were asked lately, as far as they have come. */
export class FigureMemory {
  private readonly figures = new Map<string, Growing>()

  /**
   * The figure of that name, with everything in it that is in the columns.
   *
   * @param isStill whether what it holds beside the columns is still so
   */
  grown<Figure extends Growing>(
    name: string,
    columns: Columns,
    begin: () => Figure,
    isStill: (known: Figure) => boolean = () => true,
  ): Figure {
    const known = this.figures.get(name) as Figure | undefined
    this.figures.delete(name)
    const figure = known && isStill(known) && known.advance(columns) ? known : begin()
    if (figure !== known) figure.advance(columns)
    this.figures.set(name, figure)
    const [oldest] = this.figures.keys()
    if (this.figures.size > kept && oldest !== undefined) this.figures.delete(oldest)
    return figure
  }
}

const growing = ['interactions', 'sessions', 'attendees'] as const
type Table = (typeof growing)[number]

/** How far a figure has gone through the tables. */
export class Progress {
  private seen: Record<Table, { rows: number; rewrites: number }> | null = null

  /** The first row of each table that was not gone through; null when one that was became another. */
  next(columns: Columns): Record<Table, number> | null {
    const { seen } = this
    if (seen && growing.some((table) => seen[table].rewrites !== columns[table].rewrites)) return null
    const at = (table: Table) => {
      const { rows, rewrites } = columns[table]
      return { rows, rewrites }
    }
    this.seen = { interactions: at('interactions'), sessions: at('sessions'), attendees: at('attendees') }
    const from = (table: Table) => seen?.[table].rows ?? 1
    return { interactions: from('interactions'), sessions: from('sessions'), attendees: from('attendees') }
  }
}

/** Room for so many rows, and for some that will be added. */
export function withRoom(rows: number): number {
  return Math.ceil(rows * 1.1) + 1024
}
