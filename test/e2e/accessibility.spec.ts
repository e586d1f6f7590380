import { join } from 'node:path'
import { tabTo } from './pages/keys'
import { exploreSample, goTo, navigation, title } from './pages/shell'
import { barriers } from './support/barriers'
import { expect, test } from './support/launch'
import { communities } from './support/states/communities'
import { daily } from './support/states/daily'
import { file } from './support/states/file'
import { knowledge } from './support/states/knowledge'
import { moving } from './support/states/moving'

/** Every state of the window that is worth a look, each reached from the one before it in its row. */
const rows = {
  'in daily work and with the file': [...daily, ...file],
  'in matching, surveys and reports': moving,
  'in communities and the knowledge base': [...communities, ...knowledge],
}

for (const [where, states] of Object.entries(rows)) {
  test(`nothing serious stands in anybody’s way ${where}, in light and in dark`, async ({
    coppice,
    folder,
  }) => {
    const { window } = coppice
    expect(await barriers(window), 'First page').toEqual([])
    await exploreSample(coppice, join(folder, 'Sample'))
    for (const [name, open] of states) {
      await test.step(name, async () => {
        await open(coppice, window)
        expect.soft(await barriers(window), name).toEqual([])
      })
    }
  })
}

test('the whole window can be walked through with the Tab key', async ({ coppice, folder }) => {
  const { window } = coppice
  await exploreSample(coppice, join(folder, 'Sample'))
  for (const screen of [
    'Members',
    'Mentoring',
    'Sessions',
    'Communities',
    'Knowledge',
    'Activity',
    'Reports',
    'Settings',
    'Today',
  ] as const) {
    const entry = navigation(window).getByRole('button', { name: new RegExp(`^${screen}`) })
    await tabTo(window, entry, 'Shift+Tab')
    await window.keyboard.press('Enter')
    await expect(entry).toHaveAttribute('aria-current', 'page')
    await expect(title(window)).toBeVisible()
    // A new screen begins at its own top, not somewhere in the navigation.
    await expect(window.getByRole('main')).toBeFocused()
    await window.keyboard.press('Tab')
    await expect(window.locator('main :focus')).toBeVisible()
  }
})

test('the focus can always be seen', async ({ coppice, folder }) => {
  const { window } = coppice
  await exploreSample(coppice, join(folder, 'Sample'))
  for (const screen of [
    'Today',
    'Members',
    'Mentoring',
    'Sessions',
    'Communities',
    'Knowledge',
    'Activity',
    'Reports',
    'Settings',
  ] as const) {
    await goTo(window, screen)
    const unseen: string[] = []
    for (let step = 0; step < 25; step++) {
      await window.keyboard.press('Tab')
      const place = await window.evaluate(focusedPlace)
      if (place) unseen.push(place)
    }
    expect.soft(unseen, screen).toEqual([])
  }
})

/** What has the focus without showing it; null when it shows. Runs in the page. */
function focusedPlace(): string | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return null
  if (element === document.body || element instanceof HTMLIFrameElement) return null
  const shown = (one: Element | null): boolean => {
    if (!one) return false
    const { outlineStyle, outlineWidth, boxShadow, stroke } = getComputedStyle(one)
    if (one instanceof SVGElement && stroke !== 'none') return true
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  }
  // Fields show it by their border.
  const inField = element.matches('input, textarea, [contenteditable=true], [class*=Input-input]')
  if (shown(element) || inField || shown(element.nextElementSibling)) return null
  return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`
}
