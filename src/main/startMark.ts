import type { BrowserWindow } from 'electron'

/** For measuring the start: says on stdout that the first screen can be used and the window is in view. */
export function markStart(window: BrowserWindow): void {
  const onShown = window as unknown as { once(event: 'shown', listener: (screen: string) => void): void }
  onShown.once('shown', (screen) => {
    const say = () => process.stdout.write(`Shown: ${screen}\n`)
    if (window.isVisible()) say()
    else window.once('show', say)
  })
}
