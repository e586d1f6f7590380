import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'
import { withoutDisplay } from './system.mjs'

/**
 * A screen to show windows on.
 * @typedef {object} Display
 * @property {boolean} virtual nobody can see it: made by `openDisplay`
 * @property {Record<string, string>} environment what a process needs to show a window there
 * @property {() => void} close
 */

/** Of the virtual screen, in pixels. */
const screenSize = { width: 1920, height: 1200 }

/**
 * The person's own display, or a virtual one where there is none.
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  if (!withoutDisplay) return { virtual: false, environment: {}, close: () => undefined }
  const size = `${screenSize.width}x${screenSize.height}x24`
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    // Ctrl+C is for the app; the screen stays until the app is gone.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const close = () => {
    process.off('exit', close)
    server.kill()
  }
  process.on('exit', close)
  // Xvfb says its number there, and ends, windows and all, when nobody listens any more: it stays open.
  const line = /** @type {import('node:net').Socket} */ (server.stdio[3])
  const number = await new Promise((resolve, reject) => {
    line.on('data', (text) => resolve(String(text).trim()))
    server.on('error', reject)
    server.on('exit', () => reject(new SetupError('The virtual display (Xvfb) could not be started.')))
  })
  server.unref()
  line.unref()
  return { virtual: true, environment: { DISPLAY: `:${number}` }, close }
}
