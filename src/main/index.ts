import { join } from 'node:path'
import { app } from 'electron'
import { commandLineOf, printSwitch } from './cli/words'
import { nativeBinding } from './nativeBinding'

// What the app was started for. Electron waits for this module before it looks for a display, so a command has run
// to its end by then. Nothing here may wait for the app to be ready: that would be for ever.
const words = process.argv.slice(1)
// In development the first word that is no switch is the app's folder.
if (process.defaultApp)
  words.splice(
    words.findIndex((word) => !word.startsWith('-')),
    1,
  )
const command = commandLineOf(words)

if (words.includes(printSwitch)) {
  const { printMode } = await import('./cli/printMode')
  printMode()
} else if (command) {
  const { runCommandLine } = await import('./cli/run')
  const code = await runCommandLine(command, {
    workerPath: join(import.meta.dirname, 'worker.js'),
    nativeBinding: nativeBinding(),
    electron: {
      executable: process.execPath,
      app: process.defaultApp ? [app.getAppPath()] : [],
      flags: words.filter((word) => word === '--no-sandbox'),
    },
  })
  app.exit(code)
} else if (nowhereToShow()) {
  process.stderr.write('There is no display to show Coppice on. Commands need none: coppice --help\n')
  app.exit(1)
} else {
  await import('./app')
}

/** Electron would crash without a word. */
function nowhereToShow(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return (
    process.platform === 'linux' &&
    !DISPLAY &&
    !WAYLAND_DISPLAY &&
    !app.commandLine.hasSwitch('ozone-platform')
  )
}
