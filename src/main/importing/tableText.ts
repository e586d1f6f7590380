import { stringify } from 'csv-stringify/sync'
import { lineSeparator } from './recordFrames'

/**
 * A table as CSV whose rows stand on the lines that they have in the file that it is made of, so that what is said of a
 * line is true of that file.
 */
export class TableText {
  #line = 1

  /**
   * @param line where the row begins in its file, from 1; it comes as near to it as what stands above allows
   * @returns the next part of the text
   */
  row(cells: readonly string[], line: number): string {
    const gap = Math.max(0, line - this.#line)
    this.#line += gap + 1
    return '\n'.repeat(gap) + stringify([cells.map((cell) => cell.replace(/\r\n|\r|\n/g, lineSeparator))])
  }
}
