import { expect, type Locator, type Page } from '@playwright/test'
import type { Coppice } from '../support/launch'

type Modifier = 'control' | 'shift' | 'alt'

/**
 * A key as the system hands it to the window, so that the menu's shortcuts hear it too;
 * keys of Playwright's keyboard go to the page alone.
 */
export async function systemKey({ app }: Coppice, keyCode: string, ...modifiers: Modifier[]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.focus()
      for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, ...key })
    },
    { keyCode, modifiers },
  )
}

/** A long list has many places to stop at; how many depends on the day that the sample is made for. */
const mostStops = 400

/** Somebody without a mouse: the Tab key until the place is reached. */
export async function tabTo(window: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () => place.evaluate((element) => element.contains(document.activeElement))
  for (let step = 0; step < mostStops; step++) {
    if (await isThere()) return
    await window.keyboard.press(key)
  }
  expect(await isThere(), `${place} can be reached with ${key}`).toBe(true)
}
