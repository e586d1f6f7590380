import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What stands in the way of some people on what is shown now: what, and where. */
export async function barriers(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .withTags(wcag)
    // The preview is the document that leaves, and has tests of its own.
    .exclude('iframe')
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        // The list under a field is scrolled by the field's own arrow keys.
        .filter(({ html }) => id !== 'scrollable-region-focusable' || !html.includes('mantine-ScrollArea'))
        .map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    )
}
