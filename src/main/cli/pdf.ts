import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import type { Electron } from './context'
import { printSwitch } from './words'

/** Starts a display that nobody sees, as long as the command behind it runs. */
const virtualDisplay = 'xvfb-run'

/** An app that cannot even begin shows a window about it, which nobody sees here. */
const longestPrint = 15 * 60_000

/** How much of what Chromium says is kept, to tell why it failed. */
const keptWords = 4000

/**
 * Prints a document by starting the app once more, without a window: HTML goes in, the PDF comes out, and neither is
 * ever a file. Where there is no display, a virtual one is made.
 *
 * @throws AppError `runtime-missing` with what to install, or `cancelled`.
 */
export async function pdfOfDocument(
  html: string,
  electron: Electron | null,
  signal: AbortSignal,
): Promise<Buffer> {
  if (electron === null) {
    throw new AppError(
      'runtime-missing',
      'A PDF is printed by Electron, and COPPICE_ELECTRON does not say where it is. ' +
        'Use npm run coppice, or choose another format, such as docx or html.',
    )
  }
  // A place of its own: the app may be open with the usual profile, and whatever is left here goes with it.
  const folder = await mkdtemp(join(tmpdir(), 'coppice-print-'))
  try {
    return await print(html, commandFor(electron, folder), signal)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Command {
  name: string
  args: string[]
  environment: NodeJS.ProcessEnv
}

function commandFor({ executable, app, flags }: Electron, folder: string): Command {
  const args = [...app, printSwitch, `--user-data-dir=${join(folder, 'profile')}`, ...flags]
  if (process.getuid?.() === 0 && !flags.includes('--no-sandbox')) args.push('--no-sandbox')
  const environment = { ...process.env, TMPDIR: folder }
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) {
    return { name: executable, args, environment }
  }
  const screen = ['-a', '-s', '-screen 0 1280x1024x24']
  const withoutScreen = ['--disable-gpu', '--log-level=3']
  return { name: virtualDisplay, args: [...screen, executable, ...args, ...withoutScreen], environment }
}

function print(html: string, command: Command, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { name, args, environment } = command
    const onLinux = process.platform === 'linux'
    // A group of its own, so that a virtual display goes with it.
    const child = spawn(name, args, { detached: onLinux, env: environment, windowsHide: true })
    const parts: Buffer[] = []
    let words = ''
    const stop = () => {
      if (onLinux && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      else child.kill()
    }
    const limit = setTimeout(stop, longestPrint)
    signal.addEventListener('abort', stop)
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-keptWords)
    })
    child.stdin.on('error', () => undefined).end(html)
    child.on('error', (error) => reject(failure(name, error.message)))
    child.on('close', (code) => {
      clearTimeout(limit)
      signal.removeEventListener('abort', stop)
      const pdf = Buffer.concat(parts)
      if (signal.aborted) reject(signal.reason)
      else if (code === 0 && pdf.subarray(0, 5).toString('latin1') === '%PDF-') resolve(pdf)
      else reject(failure(name, words))
    })
  })
}

function failure(name: string, words: string): AppError {
  if (name === virtualDisplay && /ENOENT|xauth|Xvfb/.test(words)) {
    return new AppError(
      'runtime-missing',
      'A PDF is printed on a display, and this computer has none. Install a virtual one with ' +
        '“sudo apt-get install xvfb xauth”, or choose another format, such as docx or html.',
    )
  }
  const last = words.trim().split('\n').at(-1) ?? ''
  return new AppError(
    'runtime-missing',
    `Electron could not print the PDF${last === '' ? '' : ` (it says: ${last})`}. ` +
      'Choose another format, such as docx or html.',
  )
}
