import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What stands in the way of some people on what is shown now, in light and in dark: what, and where. */
export async function barriers(window: Page): Promise<string[]> {
  await window.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await inTheme(window, 'light')
  const found = await violations(axe(window).withTags(wcag))
  // In dark there is nothing but other colours.
  await window.emulateMedia({ colorScheme: 'dark' })
  await inTheme(window, 'dark')
  const dark = await violations(axe(window).withRules('color-contrast'))
  await window.emulateMedia({ colorScheme: 'light' })
  await inTheme(window, 'light')
  return [...found, ...dark.map((one) => `dark: ${one}`)]
}

async function inTheme(window: Page, theme: 'light' | 'dark'): Promise<void> {
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
}

function axe(window: Page): AxeBuilder {
  // The preview is the document that leaves, and has tests of its own.
  return new AxeBuilder({ page: window }).setLegacyMode(true).exclude('iframe')
}

async function violations(builder: AxeBuilder): Promise<string[]> {
  const { violations: found } = await builder.analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        // The list under a field is scrolled by the field's own arrow keys.
        .filter(({ html }) => id !== 'scrollable-region-focusable' || !html.includes('mantine-ScrollArea'))
        .map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    )
}
