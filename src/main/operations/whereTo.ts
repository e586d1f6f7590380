import { join } from 'node:path'
import { AppError } from '@shared/errors'
import { app, dialog } from 'electron'
import { within } from '../database/reach'
import { fileExtension, withExtension } from '../files/names'
import { beforeMaking } from '../files/places/words'
import type { MainCall } from './context'

/** How long a folder that was chosen in a dialog may take to answer, in milliseconds. */
const chosenPatience = 5000

export const programFileFilters = [{ name: 'Coppice program file', extensions: [fileExtension.slice(1)] }]

/**
 * Asks where a program file is to be made, and again when its user would rather have it elsewhere than in a folder that
 * may tear it.
 *
 * @returns its path; null when the dialog was dismissed
 * @throws AppError `file-unreachable`, or `file-exists`: no program file takes the place of another.
 */
export async function askWhereTo(call: MainCall, title: string, name: string): Promise<string | null> {
  const fileName = `${name}${fileExtension}`
  let defaultPath = join(app.getPath('documents'), fileName)
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(call.window, {
      title,
      defaultPath,
      filters: programFileFilters,
    })
    if (canceled || filePath === '') return null
    const path = withExtension(filePath)
    await assertFree(call, path)
    if (await staysThere(call, path)) return path
    // The documents may be what is synchronised.
    defaultPath = join(app.getPath('home'), fileName)
  }
}

async function assertFree({ reach }: MainCall, path: string): Promise<void> {
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
}

/** Asks whether a file is to be made in a place that speaks against it. */
async function staysThere({ window, places }: MainCall, path: string): Promise<boolean> {
  const place = await within(places.of(path), chosenPatience, null)
  const doubt = place && beforeMaking(place)
  if (place === null || doubt === null) return true
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: doubt.title,
    detail: doubt.text,
    buttons: ['Choose another folder', 'Keep it here anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response === 0) return false
  await places.keep(path, place)
  return true
}
