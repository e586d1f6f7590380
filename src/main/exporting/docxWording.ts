import { logoOf } from '@shared/domain/report/logo'
import { ImageRun, Paragraph } from 'docx'
import { type DocxBlock, type ListCounter, notesToDocx } from './docxNotes'

/** Words of the coordinator's own around a report. */
export function wordingBlocks(markdown: string, counter: ListCounter): DocxBlock[] {
  return markdown.trim() === '' ? [] : notesToDocx(markdown, counter, 1)
}

/** The largest that the picture above a report becomes, in pixels of 1/96 inch. */
const most = { width: 240, height: 72 }

/** The picture above a report. */
export function logoBlocks(address: string | null): DocxBlock[] {
  const logo = address === null ? null : logoOf(address)
  if (logo === null) return []
  const scale = Math.min(1, most.width / logo.width, most.height / logo.height)
  return [
    new Paragraph({
      spacing: { after: 200 },
      children: [
        new ImageRun({
          type: logo.type === 'image/png' ? 'png' : 'jpg',
          data: logo.bytes,
          transformation: {
            width: Math.max(1, Math.round(logo.width * scale)),
            height: Math.max(1, Math.round(logo.height * scale)),
          },
          altText: { name: 'Logo', title: 'Logo', description: 'Logo' },
        }),
      ],
    }),
  ]
}
