import { basename } from 'node:path'
import { writeAtomically } from '../exporting/atomicFile'
import { pdfOf } from '../printing'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `memberExport.${string}`>

export const memberExportHandlers: Pick<MainHandlers, Names> = {
  'memberExport.save': async ({ format, ...request }, { files, window, options }) => {
    const client = await files.use()
    const { name } = await client.ask('members.get', { id: request.id })
    const path = await saveDialog(window, `Everything kept about ${name}`, format)
    if (path === null) return null
    if (format === 'pdf') {
      const { html } = await client.ask('memberExport.document', request, options)
      const pdf = await pdfOf(html)
      await writeAtomically(path, (file) => file.write(pdf))
    } else await client.ask('memberExport.write', { ...request, format, path }, options)
    return { fileName: basename(path) }
  },
}
