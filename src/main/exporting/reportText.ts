import type { Report, ReportTable } from '@shared/domain/report/report'
import { cellText, isTextKind } from '@shared/domain/report/words'
import { byteOrderMark, type CsvCell, csvText } from './csvText'
import { escapeMarkdown } from './markdownText'
import { wordingMarkdown } from './wordingText'

/**
 * All tables as one long one, a row a figure, in which spreadsheets can filter. The last column says what was left out,
 * so that a row says it wherever it is copied to.
 */
export function reportCsv({ sections, label }: Report): string {
  const rows = sections.flatMap(({ tables }) => tables.flatMap(csvRows))
  return (
    byteOrderMark +
    csvText([['table', 'of', 'figure', 'value', 'redaction'], ...rows.map((row) => [...row, label])])
  )
}

function csvRows({ title, columns, rows }: ReportTable): CsvCell[][] {
  return rows.flatMap((row) =>
    columns.flatMap((column, at): CsvCell[][] =>
      at === 0 ? [] : [[title, row[0] ?? null, column.title, row[at] ?? null]],
    ),
  )
}

/** Markdown that any program can show. */
export function reportMarkdown(report: Report): string {
  const { opening, closing } = report.wording
  const paragraphs = [
    `# ${escapeMarkdown(report.title)}`,
    escapeMarkdown(`${report.programName} · ${report.period} · made on ${report.generatedOn}`),
    escapeMarkdown(report.reading),
    `**${escapeMarkdown(report.label)}.** ${escapeMarkdown(report.note)}`,
    ...wordingMarkdown(opening),
    ...report.sections.flatMap(({ title, sentences, tables }) => [
      `## ${escapeMarkdown(title)}`,
      ...sentences.map(escapeMarkdown),
      ...tables.map(markdownTable),
    ]),
    ...wordingMarkdown(closing),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function markdownTable({ columns, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ title }) => inTable(title))),
    line(columns.map(({ kind }, at) => (at === 0 || isTextKind(kind) ? '---' : '---:'))),
    ...rows.map((row) => line(columns.map(({ kind }, at) => inTable(cellText(row[at] ?? null, kind))))),
  ].join('\n')
}

const inTable = (text: string) => escapeMarkdown(text).replaceAll('|', '\\|')
