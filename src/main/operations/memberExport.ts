import type { MainHandlers } from './context'
import { saveDocument } from './savedDocument'

type Names = Extract<keyof MainHandlers, `memberExport.${string}`>

export const memberExportHandlers: Pick<MainHandlers, Names> = {
  'memberExport.save': async ({ format, ...request }, { files, window, options }) => {
    const client = await files.use()
    const { name } = await client.ask('members.get', { id: request.id })
    return await saveDocument({
      window,
      name: `Everything kept about ${name}`,
      format,
      document: () => client.ask('memberExport.document', request, options),
      write: (written, path) =>
        client.ask('memberExport.write', { ...request, format: written, path }, options),
    })
  },
}
