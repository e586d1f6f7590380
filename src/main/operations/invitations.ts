import { basename } from 'node:path'
import type { MainHandlers } from './context'
import { folderDialog, saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `invitations.${string}`>

export const invitationHandlers: Pick<MainHandlers, Names> = {
  'invitations.saveLetters': async (request, { window, files, options }) => {
    const client = await files.use()
    const { name } = await client.ask('communities.get', { id: request.communityId })
    const path =
      request.format === 'csv'
        ? await saveDialog(window, `${name} - letters`, 'csv')
        : await folderDialog(window, 'Where the letters are written')
    if (path === null) return null
    const { letters } = await client.ask('invitations.writeLetters', { ...request, path }, options)
    return { place: basename(path), letters }
  },
}
