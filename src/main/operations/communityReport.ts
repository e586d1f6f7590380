import { printDocument } from '../printing'
import type { MainHandlers } from './context'
import { saveDocument } from './savedDocument'

type Names = Extract<keyof MainHandlers, `communityReport.${string}`>

export const communityReportHandlers: Pick<MainHandlers, Names> = {
  'communityReport.save': async ({ format, ...request }, { files, window, options }) => {
    const client = await files.use()
    const { name } = await client.ask('communities.get', { id: request.communityId })
    return await saveDocument({
      window,
      name: `${name} - community report`,
      format,
      document: () => client.ask('communityReport.document', request, options),
      write: (written, path) =>
        client.ask('communityReport.write', { ...request, format: written, path }, options),
    })
  },

  'communityReport.print': async (request, { files, options }) => {
    const { html } = await (await files.use()).ask('communityReport.document', request, options)
    return { printed: await printDocument(html) }
  },
}
