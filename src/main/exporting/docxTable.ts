import { AlignmentType, type ITableCellOptions, Table, TableCell, TableRow, WidthType } from 'docx'
import { textParagraph } from './docxNotes'
import { tableBorders, tableMargins } from './docxStyles'

type Look = Pick<ITableCellOptions, 'shading'> & { bold?: boolean }

/** A table whose first row is its head, which stands on every page again. @param width in percent of the page's. */
export function headedTable(rows: readonly (readonly TableCell[])[], width: number): Table {
  return new Table({
    width: { size: width, type: WidthType.PERCENTAGE },
    borders: tableBorders,
    margins: tableMargins,
    rows: rows.map(
      (children, row) => new TableRow({ tableHeader: row === 0, cantSplit: true, children: [...children] }),
    ),
  })
}

/** Texts stand at the start of their column, figures at its end. */
export function textCell(
  text: string,
  stands: 'START' | 'CENTER' | 'END',
  { bold = false, ...look }: Look = {},
): TableCell {
  return new TableCell({
    ...look,
    children: [textParagraph(text, { alignment: AlignmentType[stands], spacing: { after: 20 } }, { bold })],
  })
}
