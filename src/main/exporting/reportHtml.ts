import { leans, type Report, type ReportSection, type ReportTable } from '@shared/domain/report/report'
import { cellText, isTextKind } from '@shared/domain/report/words'
import { documentStart, originLine } from './htmlHead'
import { escapeHtml } from './htmlText'
import { chartBars, chartNoun } from './reportPictures'
import { barChart } from './timeChart'
import { logoHtml, wordingHtml } from './wordingHtml'

/** The report of a program or a community as a standalone HTML document that loads nothing and runs nothing. */
export function reportHtml(report: Report): string {
  const title = escapeHtml(report.title)
  const { logo, opening, closing } = report.wording
  return `${documentStart(`${title}, ${escapeHtml(report.period)}`, logo)}<header class="head">
${logoHtml(logo)}${originLine(report)}
<h1 dir="auto">${title}</h1>
<p class="period">${escapeHtml(report.period)}</p>
<p class="say">${escapeHtml(report.reading)}</p>
<p class="redaction keeps-${report.redaction}"><b>${escapeHtml(report.label)}.</b> ${escapeHtml(report.note)}</p>
</header>
${wordingHtml(opening)}${report.sections.map(sectionHtml).join('')}${wordingHtml(closing)}</main>
</body>
</html>
`
}

function sectionHtml({ title, sentences, tables }: ReportSection): string {
  const said = sentences.map((sentence) => `<p class="said" dir="auto">${escapeHtml(sentence)}</p>\n`)
  // The heading says already what the only table of a part is about.
  const shown = tables.map((table) => tableHtml(table, tables.length > 1 && table.title !== title))
  return `<section class="part">\n<h2>${escapeHtml(title)}</h2>\n${said.join('')}${shown.join('')}</section>\n`
}

function tableHtml(table: ReportTable, titled: boolean): string {
  const { columns, rows, picture } = table
  const most = Math.max(0, ...rows.map((row) => Number(row[1])))
  const heads = columns.map(
    ({ title }, at) =>
      `<th scope="col"${classOf(table, at)}>${escapeHtml(title)}</th>${at === 0 ? barHead(table) : ''}`,
  )
  const body = rows.map((row) => {
    const cells = columns.map(({ kind }, at) => {
      const cell = row[at] ?? null
      const text = escapeHtml(cellText(cell, kind))
      if (at > 0) return `<td${kind === 'lean' ? shadeOf(cell) : classOf(table, at)}>${text}</td>`
      return `<th scope="row">${text}</th>${picture === 'bars' ? barCell(Number(row[1]), most) : ''}`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `${chartOf(table)}<table class="${tableClass(table)}">${
    titled ? `<caption>${escapeHtml(table.title)}</caption>` : ''
  }<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>\n`
}

function tableClass({ columns, picture }: ReportTable): string {
  if (picture === 'matrix') return 'told matrix'
  return columns.length > 7 ? 'told wide' : 'told'
}

function classOf({ columns }: ReportTable, at: number): string {
  if (columns[at]?.kind === 'lean') return ' class="lean"'
  return at === 0 || isTextKind(columns[at]?.kind ?? 'text') ? '' : ' class="count"'
}

/** Pale where less is there than chance would give, strong where more is. */
function shadeOf(cell: ReportTable['rows'][number][number]): string {
  const step = Object.entries(leans).find(([, lean]) => lean === cell)?.[0]
  return ` class="lean${step === undefined ? '' : ` ${step}`}"`
}

const barHead = ({ picture }: ReportTable) => (picture === 'bars' ? '<td></td>' : '')

function barCell(value: number, most: number): string {
  const width = most === 0 ? 0 : Math.round((value / most) * 1000) / 10
  return `<td class="bar"><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect width="${width}" height="6"/></svg></td>`
}

function chartOf(table: ReportTable): string {
  const chart = barChart(chartBars(table), chartNoun(table))
  return chart === '' ? '' : `<div class="months">${chart}</div>\n`
}
