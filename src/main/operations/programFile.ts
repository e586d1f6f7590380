import { homedir } from 'node:os'
import { basename, join, relative } from 'node:path'
import type { RecentFile } from '@shared/contract/programFile'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { app, dialog, shell } from 'electron'
import type { Found } from '../database/reach'
import { fileExtension, folderOf, withExtension } from '../files/names'
import type { MainCall, MainHandlers } from './context'

/** How long the list of recent files waits for their folders, in milliseconds. */
const recentPatience = 700

/** How long a folder that was chosen in a dialog may take to answer, in milliseconds. */
const chosenPatience = 5000

export const programFileFilters = [{ name: 'Coppice program file', extensions: [fileExtension.slice(1)] }]

type Names = Extract<keyof MainHandlers, `programFile.${string}`>

export const programFileHandlers: Pick<MainHandlers, Names> = {
  'programFile.state': async (_input, { files, settings, tokens, reach }) => {
    const problem = await files.ready()
    const { recent } = settings.get()
    // Who has a file open looks at no list of others.
    const found = files.path === null ? await reach.find(recent, recentPatience) : new Map<string, Found>()
    return {
      problem,
      open: openFile(files),
      locked: files.locked === null ? null : described(files.locked),
      opening: files.opening === null ? null : described(files.opening),
      recent: recent.map(
        (path): RecentFile => ({
          token: tokens.tokenFor(path),
          name: basename(path, fileExtension),
          folder: shortPath(folderOf(path)),
          found: found.get(path) ?? 'there',
        }),
      ),
    }
  },

  'programFile.create': async (_input, call) => {
    const path = await askWhereTo(call, 'New program file', 'My program')
    if (path === null) return null
    await call.files.create(path, async () => undefined)
    return described(path)
  },

  'programFile.createSample': async (_input, call) => {
    const path = await askWhereTo(call, 'Where to keep the sample program', 'Sample program')
    if (path === null) return null
    await call.files.create(path, async (client) => {
      await client.ask('program.fillSample', {
        today: localDate(new Date()),
        seed: 1,
        members: null,
        sessions: null,
        interactions: null,
      })
    })
    return described(path)
  },

  'programFile.open': async ({ token }, call) => {
    const path = token === null ? await askWhich(call) : call.tokens.path(token)
    if (path === null) return null
    await call.files.open(path)
    return described(path)
  },

  'programFile.unlock': async (proof, { files }) => {
    await files.unlock(proof)
    return {}
  },

  'programFile.lock': async (_input, { files }) => {
    await files.lock()
    return {}
  },

  'programFile.giveUpOpening': async (_input, { files }) => {
    files.giveUpOpening()
    return {}
  },

  'programFile.saveCopy': async (_input, call) => {
    const { path: open } = call.files
    if (open === null) throw new AppError('no-file-open', 'No program file is open.')
    const path = await askWhereTo(call, 'Save a copy', `${basename(open, fileExtension)} copy`)
    if (path === null) return null
    await call.files.goOnInCopy(path)
    return described(path)
  },

  'programFile.goOn': async (_input, { files }) => {
    await files.goOn()
    return {}
  },

  'programFile.close': async (_input, { files }) => {
    await files.close()
    return {}
  },

  'programFile.reveal': async (_input, { files }) => {
    if (files.path === null) throw new AppError('no-file-open', 'No program file is open.')
    shell.showItemInFolder(files.path)
    return {}
  },

  'programFile.forgetRecent': async ({ token }, { settings, tokens }) => {
    const path = tokens.path(token)
    settings.set({ ...settings.get(), recent: settings.get().recent.filter((known) => known !== path) })
    return {}
  },
}

function openFile({ path, encrypted, trouble }: MainCall['files']) {
  if (path === null) return null
  return {
    ...described(path),
    encrypted,
    trouble: trouble && { sentence: trouble.sentence, goOn: trouble.goOn?.label ?? null },
  }
}

function described(path: string) {
  return { fileName: basename(path), folder: shortPath(folderOf(path)) }
}

/** A folder as people call it: below the home folder without naming it. */
export function shortPath(folder: string): string {
  const below = relative(homedir(), folder)
  if (below === '') return 'Home'
  return below.startsWith('..') ? folder : join('Home', below)
}

export async function askWhereTo(
  { window, reach }: MainCall,
  title: string,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), `${name}${fileExtension}`),
    filters: programFileFilters,
  })
  if (canceled || filePath === '') return null
  const path = withExtension(filePath)
  const found = (await reach.find([path], chosenPatience)).get(path)
  if (found === 'unreachable') {
    throw new AppError(
      'file-unreachable',
      'This folder cannot be reached just now. Choose another one, or try again when its drive or network is back.',
    )
  }
  if (found === 'there') {
    throw new AppError(
      'file-exists',
      'There is a program file of that name already. Choose another name, or open that file.',
    )
  }
  return path
}

async function askWhich({ window }: MainCall): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: programFileFilters,
  })
  return canceled ? null : (filePaths[0] ?? null)
}
