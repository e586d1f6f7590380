import { basename, join } from 'node:path'
import type { OutputOf } from '@shared/contract'
import { manifestName } from '@shared/domain/whole/description'
import { app, dialog } from 'electron'
import { fileNameOf } from '../exporting/fileName'
import { nameOf } from '../files/names'
import { fillFromExport } from '../files/wholeFile'
import type { MainCall, MainHandlers } from './context'
import { saveDialog } from './dialogs'
import { askWhereTo } from './whereTo'

type Names = Extract<keyof MainHandlers, `whole.${string}`>

export const wholeHandlers: Pick<MainHandlers, Names> = {
  'whole.save': async (request, call) => {
    const client = await call.files.use()
    const { name } = await client.ask('program.overview', {})
    const title = `${name} - everything`
    const path =
      request.format === 'json' ? await saveDialog(call.window, title, 'json') : await askFolder(call, title)
    if (path === null) return null
    const written = await client.ask('whole.write', { ...request, path }, call.options)
    return { name: basename(written.path), records: written.records }
  },

  'whole.open': async (_input, call) => {
    const from = await askExport(call)
    if (from === null) return null
    const to = await askWhereTo(call, 'Where to keep the new program file', nameAfter(from))
    if (to === null) return null
    const filled: OutputOf<'whole.fill'>[] = []
    await call.files.create(to, async (client) => {
      filled.push(await fillFromExport((name, input) => client.ask(name, input, call.options), from))
    })
    return filled.map((one) => ({ ...one, fileName: basename(to) }))[0] ?? null
  },
}

/** Asks for the name of a folder that is to be made. */
async function askFolder({ window }: MainCall, title: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Name the new folder',
    buttonLabel: 'Export',
    defaultPath: join(app.getPath('documents'), fileNameOf(title)),
  })
  return canceled || filePath === '' ? null : filePath
}

async function askExport({ window }: MainCall): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: `Choose the exported JSON document, or ${manifestName} in an exported folder`,
    properties: ['openFile'],
    filters: [{ name: 'Exports of Coppice', extensions: ['json'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The name of a new program file, after its export. */
function nameAfter(path: string): string {
  const name = basename(path) === manifestName ? basename(join(path, '..')) : basename(path, '.json')
  return nameOf(name).replace(/ - everything$/, '') || 'My program'
}
