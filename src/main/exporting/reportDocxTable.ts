import type { Cell, ReportTable } from '@shared/domain/report/report'
import { cellText, isTextKind } from '@shared/domain/report/words'
import { plural } from '@shared/domain/summaryWords'
import {
  AlignmentType,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { textParagraph } from './docxNotes'
import { noBorders } from './docxStyles'
import { headedTable, textCell } from './docxTable'
import { chartBars, chartNoun, leanShades } from './reportPictures'
import type { Bar } from './timeChart'

/** One pixel of the leaf's green, of which a bar is made: every word processor draws that, and it stays sharp. */
const greenPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOwq/IDAAIAAQdmZ8OVAAAAAElFTkSuQmCC',
  'base64',
)
/** In pixels of 1/96 inch. */
const longest = { bar: 150, column: 90 }
const thick = { bar: 8, column: 60 }
/** As wide as the text on a page. */
const pageWidth = 600
const mostColumns = 40

const shades = new Map<Cell, string>(leanShades)

/** A table of a report, with the picture that it can be looked at as. */
export function reportTable(table: ReportTable): (Table | Paragraph)[] {
  const bars = chartBars(table)
  const chart = bars.length > 1 && bars.length <= mostColumns ? [columnChart(bars, table)] : []
  return [...chart, wordTable(table)]
}

function wordTable(table: ReportTable): Table {
  const { columns, rows, picture } = table
  const most = Math.max(1, ...rows.map((row) => Number(row[1])))
  const head = columns.flatMap(({ title, kind }, at) => [
    textCell(title, standing(at === 0 ? 'text' : kind), { bold: true }),
    ...(picture === 'bars' && at === 0 ? [textCell('', 'START', { bold: true })] : []),
  ])
  const body = rows.map((row) =>
    columns.flatMap(({ kind }, at) => {
      const cell = row[at] ?? null
      const shade = kind === 'lean' ? shades.get(cell) : undefined
      return [
        textCell(
          cellText(cell, kind),
          standing(at === 0 ? 'text' : kind),
          shade === undefined ? {} : { shading: { fill: shade } },
        ),
        ...(picture === 'bars' && at === 0 ? [barCell(Number(row[1]), most)] : []),
      ]
    }),
  )
  return headedTable([head, ...body], 100)
}

type Kind = ReportTable['columns'][number]['kind']

/** Where the cells of a column stand. */
function standing(kind: Kind): 'START' | 'CENTER' | 'END' {
  return kind === 'lean' ? 'CENTER' : isTextKind(kind) ? 'START' : 'END'
}

/** The figure stands beside it, so that nobody need hear it twice. */
function barCell(value: number, most: number): TableCell {
  const width = Math.round((value / most) * longest.bar)
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ spacing: { after: 20 }, children: width < 1 ? [] : [bar(width, thick.bar)] })],
  })
}

function bar(width: number, height: number): ImageRun {
  return new ImageRun({ type: 'png', data: greenPixel, transformation: { width, height } })
}

/** A chart over time as a table without lines: its columns, and below them when each was. */
function columnChart(bars: readonly Bar[], table: ReportTable): Table {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const width = Math.max(3, Math.min(thick.column, Math.round((pageWidth / bars.length) * 0.64)))
  const small = { size: 14 }
  const cell = (children: Paragraph[]) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.BOTTOM,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      children,
    })
  const centred = { alignment: AlignmentType.CENTER, spacing: { after: 0 }, keepNext: true } as const
  const columns = bars.map(({ name, value }) => {
    const height = Math.round((value / highest) * longest.column)
    const picture =
      height < 1
        ? []
        : [
            new ImageRun({
              type: 'png',
              data: greenPixel,
              transformation: { width, height },
              altText: { name, description: `${name}: ${plural(value, chartNoun(table))}`, title: name },
            }),
          ]
    return cell([
      textParagraph(value === 0 ? '' : String(value), centred, small),
      new Paragraph({ ...centred, children: picture }),
    ])
  })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    rows: [
      new TableRow({ cantSplit: true, children: columns }),
      new TableRow({
        cantSplit: true,
        children: bars.map(({ label, year }) =>
          cell([textParagraph(label, centred, small), textParagraph(year, centred, small)]),
        ),
      }),
    ],
  })
}
