import { type SummaryActionItem, type SummaryEntry, withheldNote } from '@shared/domain/redaction'
import {
  actionWords,
  confidentialityLabels,
  dayWords,
  factsOf,
  monthWords,
  peopleWords,
  utcDate,
} from '@shared/domain/summaryWords'
import { escapeHtml } from './htmlText'
import { parseNotes, renderNotes } from './notesMarkdown'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

/** Writes sessions one after the other, with a heading where a new month begins. */
export function createEntryWriter(): (entry: SummaryEntry) => string {
  let month = ''
  return (entry) => {
    const begins = entry.heldOn.slice(0, 7)
    const heading = begins === month ? '' : `<h2 class="month">${escapeHtml(monthWords(begins))}</h2>\n`
    month = begins
    return heading + htmlEntry(entry)
  }
}

function htmlEntry(entry: SummaryEntry): string {
  const named = entry.title !== null && entry.title.trim() !== ''
  const people = entry.attendees.length === 0 ? peopleWords(entry) : attendeesOf(entry)
  const heading = named ? escapeHtml(entry.title ?? '') : people
  return `<article>
<p class="day">${dayOf(entry.heldOn)}</p>
<div class="entry">
<header>
<h3 dir="auto">${heading}</h3>
${named ? `<p class="people">${people}</p>\n` : ''}<p class="facts">${factsHtml(entry)}</p>
</header>
${entry.withheld ? `<p class="withheld">${withheldNote}</p>\n` : textsOf(entry)}</div>
</article>
`
}

function factsHtml(entry: SummaryEntry): string {
  const kept = confidentialityLabels[entry.confidentiality]
  const facts = factsOf(entry).map((fact) => `<span><bdi>${escapeHtml(fact)}</bdi></span>`)
  return [...facts, ...(kept === null ? [] : [`<span class="kept">${kept}</span>`])].join('')
}

function dayOf(heldOn: string): string {
  const date = utcDate(heldOn)
  const shown = date === null ? escapeHtml(heldOn) : `<b>${date.getUTCDate()}</b> ${weekday.format(date)}`
  return `<time datetime="${escapeHtml(heldOn)}"><span aria-hidden="true">${shown}</span><span class="unseen">${escapeHtml(dayWords(heldOn))}</span></time>`
}

function attendeesOf({ attendees }: SummaryEntry): string {
  return attendees
    .map(({ name, side }) => {
      const role = side === null ? '' : ` <small>${side}</small>`
      return `<span class="person"><bdi>${escapeHtml(name)}</bdi>${role}</span>`
    })
    .join(', ')
}

function textsOf({ agenda, notes, actionItems, topics }: SummaryEntry): string {
  const parts: string[] = []
  if (agenda !== null && agenda.trim() !== '') {
    parts.push(`<h4 class="label">Agenda</h4>\n<p class="lines" dir="auto">${escapeHtml(agenda.trim())}</p>`)
  }
  if (notes.trim() !== '') parts.push(`<div class="notes">\n${notesHtml(notes)}</div>`)
  if (actionItems.length > 0) {
    parts.push(
      `<h4 class="label">Action items</h4>\n<ul class="actions">${actionItems.map(actionOf).join('')}</ul>`,
    )
  }
  if (topics.length > 0) {
    const names = topics.map((topic) => `<li><bdi>${escapeHtml(topic)}</bdi></li>`)
    parts.push(`<ul class="tags" aria-label="Topics">${names.join('')}</ul>`)
  }
  return parts.map((part) => `${part}\n`).join('')
}

function actionOf(item: SummaryActionItem): string {
  const done = item.doneOn !== null
  const who = actionWords(item)
  return (
    `<li class="${done ? 'done' : 'open'}"><span class="box" aria-hidden="true">${done ? '☑' : '☐'}</span>` +
    `<span class="unseen">${done ? 'Done: ' : 'Open: '}</span><bdi>${escapeHtml(item.text)}</bdi>` +
    `${who === '' ? '' : ` <small><bdi>${escapeHtml(who)}</bdi></small>`}</li>`
  )
}

/** Blocks whose writing direction follows their own first letters. */
const directed = /^(?:paragraph|heading|blockquote|bullet_list|ordered_list|table|th|td)_open$/

/** Notes as HTML below an `h3`, such as a session's title, or with another level as their highest heading. */
export function notesHtml(notes: string, topHeading = 4): string {
  const tokens = parseNotes(notes, topHeading)
  for (const token of tokens) {
    if (directed.test(token.type)) token.attrSet('dir', 'auto')
    // It would become a class, and no text of a user becomes an attribute.
    if (token.type === 'fence') token.info = ''
  }
  return renderNotes(tokens)
}
