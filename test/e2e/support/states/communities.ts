import type { Page } from '@playwright/test'
import { goTo } from '../../pages/shell'
import { expect } from '../launch'
import type { State } from './state'

/** A community, tab by tab. */
export const communities: readonly State[] = [
  [
    'Communities',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Communities')
      await expect(window.getByRole('heading', { name: /^Going on/ })).toBeVisible()
    },
  ],
  [
    'How a community is',
    async (_coppice, window) => {
      await window.getByRole('main').getByText('Field Practice').click()
      await expect(window.getByRole('heading', { name: /^Aliveness/ })).toBeVisible()
    },
  ],
  ['Members of a community', (_coppice, window) => communityTab(window, 'Members', /lately\.$/)],
  ['Gatherings of a community', (_coppice, window) => communityTab(window, 'Gatherings', 'Rhythm')],
  [
    'The map of a community',
    (_coppice, window) => communityTab(window, 'Map', 'Who is in contact with whom'),
  ],
  ['How its contacts cross', (_coppice, window) => communityTab(window, 'Crossing', 'Places with places')],
  ['What its members ask', (_coppice, window) => communityTab(window, 'Asks', 'Waiting for an answer')],
  ['What it wrote down', (_coppice, window) => communityTab(window, 'Knowledge', 'From whom to whom')],
  ['How it grows', (_coppice, window) => communityTab(window, 'Growth', 'From the list to taking part')],
  ['The report of a community', (_coppice, window) => communityTab(window, 'Report', 'The community')],
  ['About a community', (_coppice, window) => communityTab(window, 'About', 'About the community')],
]

/** @param shown what stands on the tab once it is there */
async function communityTab(window: Page, name: string, shown: string | RegExp): Promise<void> {
  const tab = window.getByRole('navigation', { name: 'Community' }).getByRole('button', { name, exact: true })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(window.getByRole('main').getByText(shown).first()).toBeVisible()
}
