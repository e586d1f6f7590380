import { basename } from 'node:path'
import { type ReportDesk, writeBatch, writeDesigned } from '../exporting/designedReport'
import { pdfOf, printDocument } from '../printing'
import type { MainCall, MainHandlers } from './context'
import { saveDialog } from './dialogs'

type Names = Extract<keyof MainHandlers, `reports.${string}`>

export const reportHandlers: Pick<MainHandlers, Names> = {
  'reports.save': async (request, call) => {
    const desk = await deskOf(call)
    const { name } = await desk.ask('reports.name', request)
    const path = await saveDialog(call.window, name, request.design.format)
    if (path === null) return null
    const [first = path] = await writeDesigned(desk, request, path)
    return { fileName: basename(first) }
  },

  'reports.saveEach': async (request, call) => {
    const desk = await deskOf(call, { tellsEach: false })
    const { name } = await desk.ask('program.overview', {})
    const title = request.design.title.trim() || `${name} - ${batchNames[request.each]}`
    const path = await saveDialog(call.window, title, 'zip')
    if (path === null) return null
    return { files: await writeBatch(desk, request, path), fileName: basename(path) }
  },

  'reports.print': async (request, call) => {
    const { html } = await (await deskOf(call)).ask('reports.document', request)
    return { printed: await printDocument(html) }
  },
}

const batchNames = {
  match: 'reports of the pairs',
  member: 'reports of the members',
  program: 'program reports',
  community: 'community reports',
}

/** In a batch only the reports are counted, and not the sessions of each. */
async function deskOf(
  { files, options }: MainCall,
  { tellsEach } = { tellsEach: true },
): Promise<ReportDesk> {
  const client = await files.use()
  const { signal, onProgress } = options
  const heard = tellsEach ? { signal, onProgress } : { signal }
  return {
    ask: (name, input) => client.ask(name, input, heard),
    print: pdfOf,
    signal,
    onProgress: (progress) => onProgress?.(progress),
  }
}
