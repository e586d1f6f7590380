import { erasedText } from '@shared/domain/erasure'
import type { Row } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { type GrowthTable, growthTables } from '../queries/asks/growthTraces'
import { blankRows } from './blank'

/** That somebody asked, helped or was invited, and when, goes on counting; what was written about it goes. */
export function eraseGrowth(writer: Writer, rows: Readonly<Record<GrowthTable, ReadonlySet<number>>>): void {
  blankRows(writer, growthTables, rows, erasedGrowth)
}

/** What is left of a row, or of an image of it. */
export function erasedGrowth(table: GrowthTable, row: Row): Row {
  switch (table) {
    case 'asks':
      return { text: erasedText }
    case 'ask_answers':
      return { note: null }
    case 'invitations':
      // Who was in no directory then had their name here; a line cannot be without both.
      return { name: row.name === null ? null : erasedText, email: null, note: null }
  }
}

/** Something for each of the tables. */
export function byGrowthTable<T>(of: (table: GrowthTable) => T): Record<GrowthTable, T> {
  return { asks: of('asks'), ask_answers: of('ask_answers'), invitations: of('invitations') }
}
