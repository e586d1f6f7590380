import { basename } from 'node:path'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `history.${string}`>

export const historyHandlers: Pick<MainHandlers, Names> = {
  'history.save': async ({ filter }, { window, files, options }) => {
    const { name } = await (await files.use()).ask('program.overview', {})
    const path = await saveDialog(window, `${name} - history`, 'csv')
    if (path === null) return null
    const { commands } = await (await files.use()).ask('history.write', { filter, path }, options)
    return { fileName: basename(path), commands }
  },
}
