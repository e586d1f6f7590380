import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import { writeAtomically } from '../exporting/atomicFile'
import { pdfOf } from '../printing'
import { saveDialog } from './dialogs'

interface Saving<Format extends string> {
  window: BrowserWindow
  /** What the file is called if nobody says otherwise. */
  name: string
  format: Format | 'pdf'
  /** The document as HTML, of which Chromium prints a PDF. */
  document(): Promise<{ html: string }>
  /** Writes it in any other format. */
  write(format: Format, path: string): Promise<unknown>
}

/** Asks where to, and writes a document there. @returns null when the dialog was dismissed. */
export async function saveDocument<Format extends string>({
  window,
  name,
  format,
  document,
  write,
}: Saving<Format>): Promise<{ fileName: string } | null> {
  const path = await saveDialog(window, name, format)
  if (path === null) return null
  if (format === 'pdf') {
    const pdf = await pdfOf((await document()).html)
    await writeAtomically(path, (file) => file.write(pdf))
  } else await write(format as Format, path)
  return { fileName: basename(path) }
}
