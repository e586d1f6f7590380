import { logoOf } from '@shared/domain/report/logo'
import { notesHtml } from './htmlEntry'
import { escapeHtml } from './htmlText'

/** Words of the coordinator's own around a report, of which nothing loads or runs; nothing for none. */
export function wordingHtml(markdown: string): string {
  return markdown.trim() === ''
    ? ''
    : `<section class="wording notes">\n${notesHtml(markdown, 2)}</section>\n`
}

/** The picture above a report. It says nothing that the title does not, so a screen reader passes it by. */
export function logoHtml(address: string | null): string {
  if (address === null || logoOf(address) === null) return ''
  return `<img class="logo" src="${escapeHtml(address)}" alt="">\n`
}
