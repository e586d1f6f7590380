import { resolve } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { fileExtension } from './files/names'

/**
 * Program files that the system hands over: double-clicked, dropped on the app's icon, or named on a command line.
 * From the first moment: macOS tells of the file that the app was started with before the app is ready.
 */
export function followSystem(windowOf: () => BrowserWindow | null, open: (path: string) => void): void {
  const openFrom = (path: string | undefined) => {
    const window = windowOf()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    if (path !== undefined) open(path)
  }
  app.on('second-instance', (_event, argv, folder) => {
    const path = fileArgument(argv)
    openFrom(path === undefined ? undefined : resolve(folder, path))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFrom(path)
  })
}

/** The program file that a command line names. */
export function fileArgument(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((argument) => argument.endsWith(fileExtension))
}
