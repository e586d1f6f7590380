import { type BrowserWindow, powerMonitor } from 'electron'
import { tell } from './ipc/events'
import type { ProgramFiles } from './programFiles'

/** How often it is looked, in milliseconds. */
const look = 10_000

/** How long the window may take to put away what is being written, in milliseconds. */
const puttingAway = 3000

/**
 * Locks an encrypted file when nobody has touched the computer for a while, when its screen is locked and when it goes
 * to sleep.
 *
 * @param after minutes; null for never by itself
 */
export function lockWhenIdle(window: BrowserWindow, files: ProgramFiles, after: () => number | null): void {
  let locking: { openings: number; timer: NodeJS.Timeout } | undefined

  function lock(): void {
    const { openings } = files
    // Under way already; but who has unlocked the file again meanwhile may have gone again as well.
    if (!files.encrypted || locking?.openings === openings) return
    clearTimeout(locking?.timer)
    // The window first, which keeps what is being written; but a window that hangs keeps nothing open.
    tell(window, 'menu', { command: 'lock' })
    const timer = setTimeout(() => {
      locking = undefined
      // Who has unlocked it again meanwhile is at the computer.
      if (files.openings === openings) void files.lock()
    }, puttingAway)
    locking = { openings, timer }
  }

  const timer = setInterval(() => {
    const minutes = after()
    if (minutes !== null && powerMonitor.getSystemIdleTime() >= minutes * 60) lock()
  }, look)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  window.on('closed', () => clearInterval(timer))
}
