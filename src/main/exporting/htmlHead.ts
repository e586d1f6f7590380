import { redactionLabels } from '@shared/domain/redaction'
import type { SummaryShape } from '@shared/domain/report/design'
import type { SummaryFigures, SummaryHeader } from '@shared/domain/sessionSummary'
import { plural } from '@shared/domain/summaryWords'
import css from '../../../resources/report.css?raw'
import { escapeHtml } from './htmlText'
import { monthChart } from './timeChart'
import { logoHtml, wordingHtml } from './wordingHtml'

/** Nothing but what the document itself holds may load, run or be sent, wherever it is opened. */
function policy(hasPicture: boolean): string {
  const pictures = hasPicture ? ' img-src data:;' : ''
  return `default-src 'none'; style-src 'unsafe-inline';${pictures} base-uri 'none'; form-action 'none'`
}

const sprout =
  '<svg class="sprout" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 18V9M10 12C6 12 4 9 4 5c4 0 6 3 6 7M10 9c0-4 2-6 6-6 0 4-2 6-6 6"/></svg>'

/** The beginning of a document, into which nothing can load, up to its content; `title` is HTML. */
export function documentStart(title: string, logo: string | null = null): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(logo !== null)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Coppice">
<title>${title}</title>
<style>
${css}</style>
</head>
<body>
<main>
`
}

/** Whose document it is, and of when. */
export function originLine({
  programName,
  generatedOn,
}: {
  programName: string
  generatedOn: string
}): string {
  return `<p class="file"><span class="name">${sprout}<bdi>${escapeHtml(programName)}</bdi></span><span>${escapeHtml(generatedOn)}</span></p>`
}

/** The document up to its first section. */
export function htmlHead(header: SummaryHeader, { logo, opening }: SummaryShape): string {
  const title = escapeHtml(header.title)
  return `${documentStart(`${title}, ${escapeHtml(header.period)}`, logo)}<header class="head">
${logoHtml(logo)}${originLine(header)}
<h1 dir="auto">${title}</h1>
<p class="period">${escapeHtml(header.period)}</p>
<p class="say">${escapeHtml(header.reading)}</p>
<p class="redaction keeps-${header.redaction}"><b>${escapeHtml(redactionLabels[header.redaction])}.</b> ${escapeHtml(header.redactionNote)}</p>
</header>
${wordingHtml(opening)}`
}

/** How many, when and how: as numbers and pictures. */
export function figuresHtml(figures: SummaryFigures): string {
  if (figures.sessions === 0) return ''
  const hours = figures.minutes / 60
  const strip = [
    [plural(figures.sessions, 'session'), ''],
    [
      plural(hours < 100 ? Math.round(hours * 10) / 10 : Math.round(hours), 'hour'),
      figures.unknownMinutes === 0
        ? ''
        : `${figures.unknownMinutes.toLocaleString('en-GB')} of unknown length`,
    ],
    [plural(figures.people, 'person', 'people'), ''],
    [
      plural(figures.actionItems.open, 'open action'),
      figures.actionItems.open + figures.actionItems.done === 0
        ? ''
        : `${figures.actionItems.done.toLocaleString('en-GB')} done`,
    ],
  ].map(([count = '', note = '']) => {
    const [number = '', ...words] = count.split(' ')
    return `<li><b>${number}</b> ${words.join(' ')}${note === '' ? '' : `<small>${note}</small>`}</li>`
  })
  const chart = monthChart(figures.months)
  return `<section class="figures" aria-label="Figures">
<ul class="strip">${strip.join('')}</ul>
<div class="pictures">
${chart === '' ? '' : `<div class="months"><h2>Sessions over time</h2>${chart}</div>\n`}<div><h2>How they met</h2>${mediaOf(figures)}</div>
</div>
</section>
`
}

function mediaOf({ media, sessions }: SummaryFigures): string {
  const rows = media.map(({ medium, sessions: held }) => {
    const width = Math.round((held / sessions) * 1000) / 10
    const bar = `<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect width="${width}" height="6"/></svg>`
    return `<tr><th scope="row">${medium ?? 'unknown'}</th><td class="bar">${bar}</td><td class="count">${held.toLocaleString('en-GB')}</td></tr>`
  })
  return `<table class="media"><tbody>${rows.join('')}</tbody></table>`
}

const topicsShown = 12

export function topicsHtml({ topics, unnamedTopics }: SummaryFigures): string {
  const more = Math.max(0, topics.length - topicsShown) + unnamedTopics
  if (topics.length + more === 0) return ''
  const items = topics
    .slice(0, topicsShown)
    .map(
      ({ topic, sessions }) =>
        `<li><bdi>${escapeHtml(topic)}</bdi> <small>${sessions.toLocaleString('en-GB')}</small></li>`,
    )
  const rest =
    topics.length === 0 ? `${plural(more, 'topic')}, too rare to be named` : plural(more, 'more', 'more')
  if (more > 0) items.push(`<li class="more">${rest}</li>`)
  return `<section class="topics"><h2>Topics</h2><ul>${items.join('')}</ul></section>\n`
}
