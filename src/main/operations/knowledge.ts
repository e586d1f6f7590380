import { basename, extname } from 'node:path'
import { dialog } from 'electron'
import { writeAtomically } from '../exporting/atomicFile'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `knowledge.${string}`>

export const knowledgeHandlers: Pick<MainHandlers, Names> = {
  'knowledge.chooseFolder': async (_input, { window, tokens }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Choose the folder with the notes',
      buttonLabel: 'Look at them',
      properties: ['openDirectory'],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return null
    return { file: tokens.tokenFor(path), name: basename(path) }
  },

  'knowledge.saveFile': async ({ id }, { files, window }) => {
    const client = await files.use()
    const { name, content } = await client.ask('knowledge.fileContent', { id })
    const ending = extname(name).slice(1).toLowerCase() || 'bin'
    const path = await saveDialog(window, basename(name, extname(name)), ending)
    if (path === null) return null
    await writeAtomically(path, (file) => file.write(Buffer.from(content, 'base64')))
    return { fileName: basename(path) }
  },
}
