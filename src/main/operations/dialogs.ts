import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { fileNameOf } from '../exporting/fileName'

const kinds: Record<string, string> = {
  pdf: 'PDF document',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  csv: 'CSV table',
  md: 'Markdown text',
  html: 'Web page',
  png: 'PNG picture',
  svg: 'SVG drawing',
  json: 'JSON data',
  ics: 'Calendar',
  zip: 'ZIP archive',
}

/** Asks where to write a file of a kind. @returns its path, with the ending; null when the dialog was dismissed. */
export async function saveDialog(
  window: BrowserWindow,
  name: string,
  extension: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), `${fileNameOf(name)}.${extension}`),
    filters: [{ name: kinds[extension] ?? extension, extensions: [extension] }],
  })
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
}

/** Asks for a folder to write several files into. @returns its path; null when the dialog was dismissed. */
export async function folderDialog(window: BrowserWindow, title: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: 'Write here',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  return canceled || folder === undefined ? null : folder
}
