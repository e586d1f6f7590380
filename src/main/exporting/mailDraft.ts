import { randomUUID } from 'node:crypto'
import { escapeHtml } from './htmlText'
import { parseNotes, renderNotes } from './notesMarkdown'

interface Draft {
  to: { name: string; email: string | null }
  subject: string
  text: string
  /** The same as Markdown, for programs that show more than plain text. */
  markdown: string
}

/**
 * A message that has not been sent, as a file that mail programs open to be looked at and sent (RFC 5322, with the header
 * that Outlook knows drafts by). Whoever has no address gets one without a recipient.
 */
export async function mailDraft({ to, subject, text, markdown }: Draft): Promise<Uint8Array> {
  const body = renderNotes(parseNotes(markdown, 1))
  // Loading it takes longer than the rest of the worker that it is loaded into, and few workers write letters.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    ...(to.email === null ? {} : { to: { name: to.name, address: to.email } }),
    subject,
    text,
    html: `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${body}</body></html>`,
    headers: { 'X-Unsent': '1' },
    // Else it would be made of this computer's name.
    messageId: `<${randomUUID()}@coppice.invalid>`,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await composer.compile().build()
}
