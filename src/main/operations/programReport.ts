import { basename } from 'node:path'
import { writeAtomically } from '../exporting/atomicFile'
import { pdfOf, printDocument } from '../printing'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `programReport.${string}`>

export const programReportHandlers: Pick<MainHandlers, Names> = {
  'programReport.save': async ({ format, ...request }, { files, window, options }) => {
    const client = await files.use()
    const { name } = await client.ask('programs.get', { id: request.programId })
    const path = await saveDialog(window, `${name} - program report`, format)
    if (path === null) return null
    if (format === 'pdf') {
      const { html } = await client.ask('programReport.document', request, options)
      const pdf = await pdfOf(html)
      await writeAtomically(path, (file) => file.write(pdf))
    } else await client.ask('programReport.write', { ...request, format, path }, options)
    return { fileName: basename(path) }
  },

  'programReport.print': async (request, { files, options }) => {
    const { html } = await (await files.use()).ask('programReport.document', request, options)
    return { printed: await printDocument(html) }
  },
}
