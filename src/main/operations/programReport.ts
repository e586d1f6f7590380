import { printDocument } from '../printing'
import type { MainHandlers } from './context'
import { saveDocument } from './savedDocument'

type Names = Extract<keyof MainHandlers, `programReport.${string}`>

export const programReportHandlers: Pick<MainHandlers, Names> = {
  'programReport.save': async ({ format, ...request }, { files, window, options }) => {
    const client = await files.use()
    const { name } = await client.ask('programs.get', { id: request.programId })
    return await saveDocument({
      window,
      name: `${name} - program report`,
      format,
      document: () => client.ask('programReport.document', request, options),
      write: (written, path) =>
        client.ask('programReport.write', { ...request, format: written, path }, options),
    })
  },

  'programReport.print': async (request, { files, options }) => {
    const { html } = await (await files.use()).ask('programReport.document', request, options)
    return { printed: await printDocument(html) }
  },
}
