import { basename } from 'node:path'
import type { BackupEntry } from '@shared/contract/backups'
import { AppError } from '@shared/errors'
import { dialog, shell } from 'electron'
import { backupPlanOf } from '../appSettings'
import {
  type Backup,
  backupAt,
  backupFolderOf,
  makeSecondFolder,
  secondFolderOf,
} from '../database/programBackups'
import { shortPath } from '../files/names'
import { keyOfBackup, restoreAs, restoreBackup } from '../restoreBackup'
import type { MainCall, MainHandlers } from './context'
import { askWhereTo, programFileFilters } from './whereTo'

type Names = Extract<keyof MainHandlers, `backups.${string}`>
type Plan = ReturnType<typeof backupPlanOf>

export const backupHandlers: Pick<MainHandlers, Names> = {
  'backups.state': async (_input, call) => {
    const client = await call.files.use()
    const { backups, changedSince, problems } = await call.backups.standing(client)
    const { secondPlace, ...schedule } = backupPlanOf(call.settings.get(), client.file)
    return {
      folder: shortPath(backupFolderOf(client.file)),
      backups: backups.map((backup) => entryOf(call, backup)),
      schedule: { ...schedule, secondPlace: secondPlace === null ? null : shortPath(secondPlace) },
      changedSince,
      problems,
    }
  },

  'backups.make': async (_input, { files, backups, options }) => {
    const { at, secondProblem } = await backups.make(await files.use(), options)
    return { at, problem: secondProblem }
  },

  'backups.checkAll': async (_input, { files, backups, options }) => {
    const client = await files.use()
    const { checked, damaged } = await backups.check(client, backupFolderOf(client.file), options)
    return { checked, damaged: damaged.length }
  },

  'backups.setSchedule': async (changes, call) => {
    await changePlan(call, changes)
    return {}
  },

  'backups.chooseSecondPlace': async (_input, call) => {
    const { file } = await call.files.use()
    const { canceled, filePaths } = await dialog.showOpenDialog(call.window, {
      title: 'Where to keep a second copy of each backup',
      properties: ['openDirectory', 'createDirectory'],
    })
    const [place] = filePaths
    if (canceled || place === undefined) return null
    await makeSecondFolder(secondFolderOf(file, place))
    await changePlan(call, { secondPlace: place })
    return { place: shortPath(place) }
  },

  'backups.forgetSecondPlace': async (_input, call) => {
    await changePlan(call, { secondPlace: null })
    return {}
  },

  'backups.reveal': async (_input, { files, backups }) => {
    const client = await files.use()
    const [newest] = (await backups.standing(client)).backups
    shell.showItemInFolder(newest?.path ?? client.file)
    return {}
  },

  'backups.choose': async (_input, call) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(call.window, {
      title: 'Choose a backup',
      properties: ['openFile'],
      filters: programFileFilters,
    })
    const [path] = filePaths
    if (canceled || path === undefined) return null
    const backup = await backupAt(path)
    if (backup.state === 'damaged') {
      throw new AppError('file-damaged', `This cannot be restored. ${backup.problem ?? ''}`)
    }
    return entryOf(call, backup)
  },

  'backups.preview': async ({ token, opensWith }, { files, tokens, options }) => {
    const client = await files.use()
    const path = tokens.path(token)
    const key = await keyOfBackup({ path, opensWith }, files.openKey)
    try {
      return await client.ask('backups.compare', { path, secret: key?.secret ?? null }, options)
    } finally {
      if (key !== files.openKey) key?.forget()
    }
  },

  'backups.restore': async ({ token, opensWith }, { files, tokens, options }) => {
    const path = tokens.path(token)
    const { at } = await backupAt(path)
    await restoreBackup(files, { path, opensWith }, options)
    return { at }
  },

  'backups.restoreAs': async ({ token, opensWith }, call) => {
    const path = call.tokens.path(token)
    const client = await call.files.use()
    const name = `${basename(client.file, '.coppice')} restored`
    const file = await askWhereTo(call, 'Where to keep the restored file', name)
    if (file === null) return null
    await restoreAs(call.files, { path, opensWith }, file, call.options)
    await call.files.open(file)
    return { fileName: basename(file) }
  },
}

async function changePlan(
  { files, settings, backups }: MainCall,
  changes: { [Name in keyof Plan]?: Plan[Name] | undefined },
): Promise<void> {
  const { file } = await files.use()
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const plan = { ...backupPlanOf(settings.get(), file), ...given }
  settings.set({ ...settings.get(), backups: { ...settings.get().backups, [file]: plan } })
  backups.touched()
}

export function entryOf({ tokens }: MainCall, backup: Backup): BackupEntry {
  const { path, name, at, reason, bytes, state, problem, verifiedAt, counts } = backup
  return {
    token: tokens.tokenFor(path),
    fileName: name,
    at,
    reason,
    bytes,
    state,
    problem,
    verifiedAt,
    members: counts?.members ?? null,
    sessions: counts?.sessions ?? null,
  }
}
