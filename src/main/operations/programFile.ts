import { basename } from 'node:path'
import type { RecentFile } from '@shared/contract/programFile'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { type BrowserWindow, dialog, shell } from 'electron'
import type { Found } from '../database/reach'
import { fileExtension, folderOf, shortPath } from '../files/names'
import type { MainCall, MainHandlers } from './context'
import { moveOut } from './moveOut'
import { askWhereTo, programFileFilters } from './whereTo'

/** How long the list of recent files waits for their folders, in milliseconds. */
const recentPatience = 700

type Names = Extract<keyof MainHandlers, `programFile.${string}`>

export const programFileHandlers: Pick<MainHandlers, Names> = {
  'programFile.state': async (_input, { files, recent, tokens, reach, places }) => {
    const problem = await files.ready()
    // Who has a file open looks at no list of others.
    const found =
      files.path === null ? await reach.find(recent.paths, recentPatience) : new Map<string, Found>()
    return {
      problem,
      open: openFile(files, places),
      locked: files.locked === null ? null : described(files.locked),
      opening: files.opening === null ? null : described(files.opening),
      damaged: files.damage.current === null ? null : described(files.damage.current.file),
      recent: recent.paths.map(
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
    const path = token === null ? await askWhich(call.window) : call.tokens.path(token)
    if (path === null) return null
    if (!(await unlessDamaged(call.files, call.files.open(path)))) return null
    return described(path)
  },

  'programFile.unlock': async (proof, { files }) => {
    await unlessDamaged(files, files.unlock(proof))
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

  'programFile.moveOut': async (_input, call) => {
    const moved = await moveOut(call)
    if (moved === null) return null
    const { path, left } = moved
    return { ...described(path), oldName: basename(left), oldFolder: shortPath(folderOf(left)) }
  },

  'programFile.keepHere': async (_input, { places }) => {
    await places.keepOpen()
    return {}
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

  'programFile.forgetRecent': async ({ token }, { recent, tokens }) => {
    recent.forget(tokens.path(token))
    return {}
  },
}

/** The window shows the ways out of a damaged file, and needs no other word about it. @returns whether it is open */
async function unlessDamaged(files: MainCall['files'], opening: Promise<void>): Promise<boolean> {
  try {
    await opening
    return true
  } catch (error) {
    if (!files.damage.tells(error)) throw error
    return false
  }
}

function openFile({ path, encrypted, trouble }: MainCall['files'], places: MainCall['places']) {
  if (path === null) return null
  return {
    ...described(path),
    encrypted,
    trouble: trouble && {
      sentence: trouble.sentence,
      goOn: trouble.goOn?.label ?? null,
      damaged: trouble.damaged !== undefined,
    },
    place: places.notice,
  }
}

function described(path: string) {
  return { fileName: basename(path), folder: shortPath(folderOf(path)) }
}

/** Asks for a program file. @returns its path; null when the dialog was dismissed. */
export async function askWhich(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: programFileFilters,
  })
  return canceled ? null : (filePaths[0] ?? null)
}
