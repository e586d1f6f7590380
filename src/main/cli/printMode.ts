import { createReadStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import { app } from 'electron'
import { pdfOf } from '../printing'
import { declareAppScheme } from '../security/appScheme'
import { lockDown } from '../security/lockdown'

/**
 * The app without a window, for `coppice export --format pdf`: prints the document that comes in on stdin to stdout,
 * and ends. Has to be called before the app is ready.
 */
export function printMode(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  declareAppScheme()
  // The hidden window comes and goes; the end is when the PDF is out.
  app.on('window-all-closed', () => undefined)
  app
    .whenReady()
    .then(print)
    .then(
      () => app.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.message}\n`)
        app.exit(1)
      },
    )
}

async function print(): Promise<void> {
  lockDown()
  // The descriptor itself: on Windows Electron's process.stdin is always empty.
  const pdf = await pdfOf(await text(createReadStream('', { fd: 0 })))
  await new Promise((resolve) => process.stdout.write(pdf, resolve))
}
