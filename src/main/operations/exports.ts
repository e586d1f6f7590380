import { basename } from 'node:path'
import { writeAtomically } from '../exporting/atomicFile'
import { writeCsvTable } from '../exporting/csvText'
import type { MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `exports.${string}`>

export const exportHandlers: Pick<MainHandlers, Names> = {
  'exports.savePicture': async ({ name, png }, { window }) => {
    const path = await saveDialog(window, name, 'png')
    if (path === null) return null
    await write(path, png)
    return { fileName: basename(path) }
  },

  'exports.saveDrawing': async ({ name, svg }, { window }) => {
    const path = await saveDialog(window, name, 'svg')
    if (path === null) return null
    await write(path, svg)
    return { fileName: basename(path) }
  },

  'exports.saveTable': async ({ name, header, rows }, { window }) => {
    const path = await saveDialog(window, name, 'csv')
    if (path === null) return null
    await writeCsvTable(path, header, rows)
    return { fileName: basename(path) }
  },
}

async function write(path: string, bytes: string | Uint8Array): Promise<void> {
  await writeAtomically(path, (file) => file.write(bytes))
}
