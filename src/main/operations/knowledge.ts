import { basename, extname } from 'node:path'
import { writeAtomically } from '../exporting/atomicFile'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `knowledge.${string}`>

export const knowledgeHandlers: Pick<MainHandlers, Names> = {
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
