import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'

/** The fonts are there, and a frame was drawn with them. */
const settled =
  'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))'

/** For machines without a display: writes a picture of the first screen that is shown, and names it. */
export function takeScreenshotWhenShown(window: BrowserWindow, path: string): void {
  const onShown = window as unknown as { once(event: 'shown', listener: () => void): void }
  onShown.once('shown', async () => {
    await window.webContents.executeJavaScript(settled)
    const picture = await window.webContents.capturePage()
    await writeFile(path, picture.toPNG())
    process.stdout.write(`Screenshot: ${path}\n`)
  })
}
