import { basename } from 'node:path'
import { writeAtomically } from '../exporting/atomicFile'
import { pdfOf, printDocument } from '../printing'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `support.${string}`>

export const supportHandlers: Pick<MainHandlers, Names> = {
  'support.save': async ({ document, format }, { files, window, options }) => {
    const { title, html } = await (await files.use()).ask('support.document', document, options)
    const path = await saveDialog(window, title, format)
    if (path === null) return null
    const bytes = format === 'pdf' ? await pdfOf(html) : html
    await writeAtomically(path, (file) => file.write(bytes))
    return { fileName: basename(path) }
  },

  'support.print': async ({ document }, { files, options }) => {
    const { html } = await (await files.use()).ask('support.document', document, options)
    return { printed: await printDocument(html) }
  },

  'support.saveCalendar': async ({ today }, { files, window, options }) => {
    const client = await files.use()
    const [{ text }, { name }] = await Promise.all([
      client.ask('support.calendar', { today }, options),
      client.ask('program.overview', {}),
    ])
    const path = await saveDialog(window, `${name} - calendar`, 'ics')
    if (path === null) return null
    await writeAtomically(path, (file) => file.write(text))
    return { fileName: basename(path) }
  },
}
