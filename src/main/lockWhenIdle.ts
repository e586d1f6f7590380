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
  let locking: NodeJS.Timeout | undefined

  function lock(): void {
    if (!files.encrypted || locking) return
    // The window first, which keeps what is being written; but a window that hangs keeps nothing open.
    tell(window, 'menu', { command: 'lock' })
    const { openings } = files
    locking = setTimeout(() => {
      locking = undefined
      // Who has unlocked it again meanwhile is at the computer.
      if (files.openings === openings) void files.lock()
    }, puttingAway)
  }

  const timer = setInterval(() => {
    const minutes = after()
    if (minutes !== null && powerMonitor.getSystemIdleTime() >= minutes * 60) lock()
  }, look)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  window.on('closed', () => clearInterval(timer))
}
