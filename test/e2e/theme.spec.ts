import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemKey } from './pages/keys'
import { addMember } from './pages/records'
import { goTo, navigation, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

/** Playwright pretends that the system is light; the app has to see what it decided itself. */
const followApp = (window: Page) => window.emulateMedia({ colorScheme: null })

const background = (window: Page) =>
  window.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [])

/** Between 0, black, and 255. */
async function brightness(window: Page): Promise<number> {
  const parts = await background(window)
  return parts.reduce((sum, part) => sum + part, 0) / 3
}

async function choose({ window }: Coppice, theme: 'As the system' | 'Light' | 'Dark'): Promise<void> {
  await goTo(window, 'Settings')
  await window.getByRole('button', { name: 'Appearance' }).click()
  await window.getByRole('radiogroup', { name: 'Theme' }).getByText(theme, { exact: true }).click()
}

test('the chosen theme is shown at once, and again at the next start', async ({ launch, folder }) => {
  const first = await launch()
  await followApp(first.window)
  await startEmpty(first, join(folder, 'Theme'))
  await choose(first, 'Dark')
  await expect.poll(() => brightness(first.window)).toBeLessThan(60)
  await choose(first, 'Light')
  await expect.poll(() => brightness(first.window)).toBeGreaterThan(230)
  await choose(first, 'Dark')
  await expect.poll(() => brightness(first.window)).toBeLessThan(60)
  await first.close()

  const again = await launch()
  await followApp(again.window)
  await expect(navigation(again.window)).toBeVisible()
  await expect.poll(() => brightness(again.window)).toBeLessThan(60)
  // The window behind the page is dark as well, so nothing flashes before the page is there.
  const behind = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  )
  expect(behind?.toLowerCase()).toBe('#171a16')
  await choose(again, 'As the system')
  expect(await again.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system')
})

test('who wants less motion gets none', async ({ coppice, folder }) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Still'))
  await systemKey(coppice, 'K', 'control')
  await expect(window.getByRole('textbox', { name: 'Find or do' })).toBeFocused()
  const moving = await window.evaluate(
    () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 0)
        .length,
  )
  expect(moving).toBe(0)
})

test('everything can be found and done from one field', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Palette'))
  await addMember(window, { name: 'Noor Haddad', location: 'Amman' })
  const palette = window.getByRole('dialog', { name: 'Find or do' })
  const find = async (words: string) => {
    await expect(palette).toHaveCount(0)
    await systemKey(coppice, 'K', 'control')
    await expect(palette.getByRole('textbox')).toBeFocused()
    await window.keyboard.type(words)
  }
  await find('noor')
  await expect(palette.getByRole('button', { name: /Noor Haddad/ })).toBeVisible()
  await window.keyboard.press('Escape')
  // Whoever is sure does not wait for the list.
  await find('noor')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('complementary', { name: 'Profile' })).toContainText('Noor Haddad')

  await find('go to act')
  await expect(palette.getByRole('button', { name: 'Go to Activity' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Activity' })).toBeVisible()

  await find('nothing of the kind')
  await expect(palette.getByText('Nothing like that in this file.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
})
