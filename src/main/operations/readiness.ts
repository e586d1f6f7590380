import { basename } from 'node:path'
import { writeAtomically } from '../exporting/atomicFile'
import { pdfOf, printDocument } from '../printing'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `readiness.${string}`>

export const readinessHandlers: Pick<MainHandlers, Names> = {
  'readiness.savePlan': async ({ format, ...request }, { files, window, options }) => {
    const { title, html } = await (await files.use()).ask('readiness.document', request, options)
    const path = await saveDialog(window, title, format)
    if (path === null) return null
    const bytes = format === 'pdf' ? await pdfOf(html) : html
    await writeAtomically(path, (file) => file.write(bytes))
    return { fileName: basename(path) }
  },

  'readiness.print': async (request, { files, options }) => {
    const { html } = await (await files.use()).ask('readiness.document', request, options)
    return { printed: await printDocument(html) }
  },
}
