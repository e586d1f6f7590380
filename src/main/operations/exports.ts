import { basename } from 'node:path'
import type { InputOf } from '@shared/contract'
import { writeAtomically } from '../exporting/atomicFile'
import { writeCsvTable } from '../exporting/csvText'
import { pdfOf, printDocument } from '../printing'
import type { MainCall, MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `exports.${string}`>

export const exportHandlers: Pick<MainHandlers, Names> = {
  'exports.save': async ({ format, ...request }, call) => {
    const path = await saveDialog(call.window, await titleOf(call), format)
    if (path === null) return null
    if (format === 'pdf') {
      await write(path, await pdfOf(await documentOf(call, request)))
    } else {
      await (await call.files.use()).ask('exports.write', { ...request, format, path }, call.options)
    }
    return { fileName: basename(path) }
  },

  'exports.print': async (request, call) => ({
    printed: await printDocument(await documentOf(call, request)),
  }),

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

async function titleOf({ files }: MainCall): Promise<string> {
  const { name } = await (await files.use()).ask('program.overview', {})
  return `${name} - session summary`
}

async function documentOf(
  { files, options }: MainCall,
  request: InputOf<'exports.document'>,
): Promise<string> {
  const { html } = await (await files.use()).ask('exports.document', request, options)
  return html
}

async function write(path: string, bytes: string | Uint8Array): Promise<void> {
  await writeAtomically(path, (file) => file.write(bytes))
}
