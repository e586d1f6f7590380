import { dayWords } from '@shared/domain/summaryWords'
import { documentStart, originLine } from './htmlHead'
import { escapeHtml } from './htmlText'

export interface Origin {
  programName: string
  generatedOn: string
}

/** A table of a document; the cells are plain text. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts
      .map((text) => `<${tag}${isDay(text) ? ' class="when"' : ''} dir="auto">${escapeHtml(text)}</${tag}>`)
      .join('')
  return `<table class="lines"><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells('td', row)}</tr>`)
    .join('\n')}</tbody></table>`
}

/** A day is read at once when it stands in one line. */
const isDay = (text: string) => /^\d{1,2} \p{L}+(?: \d{4})?$/u.test(text)

/** A document of a page or two: a title, a sentence, and HTML. */
export function documentOf(title: string, sentence: string, origin: Origin, body: string): string {
  return `${documentStart(escapeHtml(title))}<header class="head">
${originLine({ ...origin, generatedOn: dayWords(origin.generatedOn) })}
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="say">${escapeHtml(sentence)}</p>
</header>
${body}
</main>
</body>
</html>
`
}
