import { app, dialog } from 'electron'
import type { BackupKeeper } from './backupKeeper'
import { within } from './database/reach'
import type { Context } from './operations/context'
import type { ProgramFiles } from './programFiles'

/** How long the end of the app waits for the file to be closed before it asks, in milliseconds. */
const patience = 5000

/** Closes the file before the app ends; a folder that does not answer is waited for as long as the user wants. */
export function closeBeforeQuit({ files, reach, backups, places }: Context): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void allClosed(files, backups).then(() => {
      closed = true
      // A thread that hangs on a folder that was given up would keep the process from ending.
      if (files.hangs || reach.stalled || places.hang) end()
      // Not while this event is still being handled, as when no file is open: that would not count.
      setImmediate(() => app.quit())
    })
  })
}

async function allClosed(files: ProgramFiles, backups: BackupKeeper): Promise<void> {
  const closing = files.shutDown().catch(() => undefined)
  while (
    await within(
      closing.then(() => false),
      patience,
      true,
    )
  ) {
    const answered = new AbortController()
    void closing.then(() => answered.abort())
    if (backups.closes) {
      if (await skipsBackup(answered.signal)) backups.stopClosing()
      continue
    }
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: 'The folder of the program file does not answer.',
      detail:
        'What you wrote last may not be in the file yet. Keep waiting until its drive or network is back; ' +
        'quitting now loses what was not saved, and nothing else.',
      buttons: ['Keep waiting', 'Quit all the same'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: answered.signal,
    })
    if (response === 1) end()
  }
}

/** The last backup of a large file takes its time. @returns whether the user does without it. */
async function skipsBackup(signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: 'Coppice is making a last backup of what you did.',
    detail:
      'It ends by itself when that is done. Without it, the backup is made when you open the file again.',
    buttons: ['Keep waiting', 'Quit without it'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  return response === 1
}

/** At once, whatever hangs: what was saved is in the file. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
