import { basename } from 'node:path'
import { AppError } from '@shared/errors'
import { shell } from 'electron'
import { needsPassphrase } from '../database/fileKey'
import { backupAt } from '../database/programBackups'
import { newestGood } from '../files/damage'
import { nameOf } from '../files/names'
import { goBackTo, isSalvageable, salvageDamaged } from '../recoverFile'
import { entryOf } from './backups'
import type { MainCall, MainHandlers } from './context'
import { askWhereTo } from './whereTo'

type Names = Extract<keyof MainHandlers, `recovery.${string}`>

export const recoveryHandlers: Pick<MainHandlers, Names> = {
  'recovery.state': async (_input, call) => {
    const { file, key, found, closedAt } = damaged(call)
    const backup = await newestGood(file)
    return {
      found,
      closedAt,
      open: call.files.path === file,
      salvageable: await isSalvageable(file, key),
      backup: backup === null ? null : entryOf(call, backup),
      asks: backup !== null && key === null && (await needsPassphrase(backup.path)),
    }
  },

  'recovery.goBack': async ({ token, opensWith }, { files, tokens, options }) => {
    const path = tokens.path(token)
    const { at } = await backupAt(path)
    return { at, keptAs: await goBackTo(files, { path, opensWith }, options) }
  },

  'recovery.salvage': async (_input, call) => {
    const to = await askWhereTo(
      call,
      'Where to keep what is salvaged',
      `${nameOf(damaged(call).file)} salvaged`,
    )
    if (to === null) return null
    const salvaged = await salvageDamaged(call.files, to, call.options)
    return { ...salvaged, token: call.tokens.tokenFor(to), fileName: basename(to) }
  },

  'recovery.reveal': async (_input, call) => {
    shell.showItemInFolder(damaged(call).file)
    return {}
  },

  'recovery.accept': async (_input, { files }) => {
    files.acceptChange()
    return {}
  },

  'recovery.show': async (_input, { files }) => {
    files.showDamage()
    return {}
  },

  'recovery.leave': async (_input, { files }) => {
    files.damage.leave()
    return {}
  },
}

function damaged({ files }: MainCall) {
  if (files.damage.current === null)
    throw new AppError('conflict', 'No damaged file is waiting for anything.')
  return files.damage.current
}
