import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { AppSettings } from './appSettings'
import { appOrigin } from './security/trust'

const minimum = { width: 900, height: 600 }

/** The colours of the page, so that not even the first frame is of the wrong theme. */
const paper = { light: '#FBFAF7', dark: '#171A16' }

/** Makes the window where it was when it was last closed, as long as that is still on a screen. */
export function createWindow(
  settings: AppSettings,
  onClose: (bounds: AppSettings['window']) => void,
): BrowserWindow {
  const { maximized, ...bounds } = settings.window
  const window = new BrowserWindow({
    ...minimumOf(bounds),
    ...(isOnScreen(bounds) ? { x: bounds.x, y: bounds.y } : {}),
    minWidth: minimum.width,
    minHeight: minimum.height,
    show: false,
    title: 'Coppice',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => onClose({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  void window.loadURL(`${appOrigin}/`)
  return window
}

function minimumOf({ width, height }: { width: number; height: number }) {
  return { width: Math.max(width, minimum.width), height: Math.max(height, minimum.height) }
}

function isOnScreen(bounds: {
  x?: number | undefined
  y?: number | undefined
}): bounds is { x: number; y: number } {
  const { x, y } = bounds
  if (x === undefined || y === undefined) return false
  return screen
    .getAllDisplays()
    .some(
      ({ workArea }) =>
        x >= workArea.x - 50 &&
        y >= workArea.y - 50 &&
        x < workArea.x + workArea.width - 100 &&
        y < workArea.y + workArea.height - 100,
    )
}
