import { basename, extname } from 'node:path'
import { importReport } from '@shared/domain/importReport'
import { dialog } from 'electron'
import { writeReport } from '../exporting/report'
import { reportHtml } from '../exporting/reportHtml'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'
import { saveDocument } from './savedDocument'

type Names = Extract<keyof MainHandlers, `imports.${string}`>

export const importHandlers: Pick<MainHandlers, Names> = {
  'imports.choose': async (_input, { window, tokens }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Choose a file to import',
      properties: ['openFile'],
      filters: [
        {
          name: 'CSV, Excel, contact cards, calendars, JSON',
          extensions: [
            'csv',
            'tsv',
            'txt',
            'tab',
            'xlsx',
            'vcf',
            'vcard',
            'ics',
            'ical',
            'vcs',
            'json',
            'jsonl',
            'ndjson',
          ],
        },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return null
    return { file: tokens.tokenFor(path), fileName: basename(path) }
  },

  'imports.saveRejected': async (input, { window, tokens, files, options }) => {
    const source = tokens.path(input.file)
    const path = await saveDialog(window, `${basename(source, extname(source))} - rows not taken`, 'csv')
    if (path === null) return null
    await (await files.use()).ask('imports.writeRejected', { ...input, file: source, path }, options)
    return { fileName: basename(path) }
  },

  'imports.saveReport': async ({ file, on, came, format }, { window, tokens, files }) => {
    const fileName = basename(tokens.path(file))
    const client = await files.use()
    const { name: programName } = await client.ask('program.overview', {})
    const report = importReport({ fileName, programName, on, written: true, came })
    return await saveDocument({
      window,
      name: `${basename(fileName, extname(fileName))} - import`,
      format,
      document: () => Promise.resolve({ html: reportHtml(report) }),
      write: (written, path) => writeReport(written, report, path),
    })
  },
}
