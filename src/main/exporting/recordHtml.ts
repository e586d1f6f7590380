import type { DocumentSection } from '@shared/domain/documentSection'
import type { RecordDocument } from '@shared/domain/memberDocument'
import { createEntryWriter, notesHtml } from './htmlEntry'
import { documentStart, originLine } from './htmlHead'
import { escapeHtml } from './htmlText'

/** A member's record as a standalone HTML document that loads nothing and runs nothing. */
export function recordHtml(document: RecordDocument): string {
  const { reading, choice, label, note } = document
  const title = escapeHtml(document.title)
  return `${documentStart(title)}<header class="head">
${originLine(document)}
<h1 dir="auto">${title}</h1>
<p class="say">${escapeHtml(reading)}</p>
<p class="redaction keeps-${choice.privateNotes ? 'none' : 'private'}"><b>${escapeHtml(label)}.</b> ${escapeHtml(note)}</p>
</header>
${document.sections.map(sectionHtml).join('')}</main>
</body>
</html>
`
}

function sectionHtml({ title, facts, lines, passages, sessions }: DocumentSection): string {
  const parts: string[] = []
  if (facts.length > 0) {
    const rows = facts.map(
      ([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`,
    )
    parts.push(`<dl class="known">${rows.join('')}</dl>`)
  }
  if (lines.length > 0) {
    const items = lines.map(
      ({ text, detail }) =>
        `<li><bdi>${escapeHtml(text)}</bdi>${detail === '' ? '' : ` <small>${escapeHtml(detail)}</small>`}</li>`,
    )
    parts.push(`<ul class="kept-lines">${items.join('')}</ul>`)
  }
  for (const { from, text } of passages) {
    parts.push(`<h3 class="label">${escapeHtml(from)}</h3>\n<div class="notes">\n${notesHtml(text)}</div>`)
  }
  if (sessions.length > 0) parts.push(sessions.map(createEntryWriter()).join(''))
  return `<section class="part">\n<h2>${escapeHtml(title)}</h2>\n${parts.join('\n')}\n</section>\n`
}
