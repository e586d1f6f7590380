import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { historyScreen, openHistory, recordHistory } from './pages/history'
import { chooseFile, fixture, forecast, runImport } from './pages/importing'
import { systemKey, tabTo } from './pages/keys'
import { membersScreen } from './pages/members'
import { call } from './pages/records'
import { sessionEditor } from './pages/sessionEditor'
import { sessionsScreen } from './pages/sessions'
import { exploreSample, goTo, navigation, title } from './pages/shell'
import { barriers } from './support/barriers'
import { type Coppice, expect, test } from './support/launch'

/** Every state of the window that is worth a look, and how to get there from the one before. */
const states: readonly [name: string, open: (coppice: Coppice, window: Page) => Promise<void>][] = [
  ['Today', (_coppice, window) => goTo(window, 'Today')],
  [
    'Members with a profile',
    async (_coppice, window) => {
      await goTo(window, 'Members')
      const { rows, profile } = membersScreen(window)
      await rows.nth(3).click()
      await expect(profile.getByRole('listitem').first()).toBeVisible()
    },
  ],
  [
    'Members, some selected',
    async (_coppice, window) => {
      const { rows, selection } = membersScreen(window)
      await rows.nth(1).click({ modifiers: ['Control'] })
      await expect(selection).toBeVisible()
    },
  ],
  [
    'A filter of members',
    async (_coppice, window) => {
      await membersScreen(window).filter('Department').click()
      await expect(window.getByRole('group', { name: 'Department' })).toBeVisible()
    },
  ],
  [
    'Columns of members',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: 'Columns' }).click()
      await expect(window.getByRole('menuitemcheckbox').first()).toBeVisible()
    },
  ],
  [
    'Saved views',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: 'Saved views' }).click()
      await expect(window.getByRole('button', { name: 'Archived members' })).toBeVisible()
    },
  ],
  [
    'New member',
    async (coppice, window) => {
      await window.keyboard.press('Escape')
      await systemKey(coppice, 'N', 'control', 'shift')
      await expect(window.getByRole('dialog')).toBeVisible()
      await window.getByLabel('E-mail').fill('nobody')
      await window.getByRole('textbox', { name: 'Name' }).fill('Nobody')
      await window.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(window.getByText('This does not look like an e-mail address.')).toBeVisible()
    },
  ],
  [
    'Sessions with one to read',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Sessions')
      const { search, rows, hits, reader } = sessionsScreen(window)
      await search.fill('they')
      await expect(hits.first()).toBeVisible()
      await rows.nth(1).click()
      await expect(reader.getByRole('button', { name: /Edit|Write notes/ })).toBeVisible()
    },
  ],
  [
    'A session being written',
    async (_coppice, window) => {
      const { reader } = sessionsScreen(window)
      await reader.getByRole('button', { name: /Edit|Write notes/ }).click()
      await expect(sessionEditor(window).notes).toBeVisible()
    },
  ],
  [
    'A new session with what was agreed',
    async (coppice, window) => {
      await systemKey(coppice, 'N', 'control')
      await expect(title(window)).toHaveText('New session')
      await sessionEditor(window).addAction.click()
      await window.keyboard.type('Somebody does something')
      await sessionEditor(window).who.click()
      await window.keyboard.type('an')
      await expect(window.locator('[data-combobox-selected]')).toBeVisible()
    },
  ],
  [
    'A date being chosen',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await window.getByRole('textbox', { name: 'Date', exact: true }).click()
      await expect(window.getByRole('table')).toBeVisible()
    },
  ],
  [
    'Activity',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Activity')
      await expect(window.getByRole('figure')).toHaveCount(8)
      await expect(window.getByText('Counting…')).toHaveCount(0)
    },
  ],
  [
    'Activity as tables',
    async (_coppice, window) => {
      const buttons = window.getByRole('button', { name: 'Show as table' })
      for (let left = await buttons.count(); left > 0; left--) await buttons.first().click()
      await expect(window.getByRole('table')).toHaveCount(8)
    },
  ],
  [
    'Reports',
    async (_coppice, window) => {
      await goTo(window, 'Reports')
      await expect(window.locator('iframe')).toBeVisible()
    },
  ],
  [
    'History',
    async (coppice, window) => {
      const [member] = await call(window, 'members.find', { query: '', limit: 1 })
      const { id } = member ?? { id: 0 }
      await call(window, 'members.archive', { ids: [id], archived: true })
      await call(window, 'history.undo', {})
      const filter = {
        query: '',
        memberId: null,
        matchId: null,
        topicIds: [],
        media: [],
        confidentialities: [],
        from: null,
        to: null,
        withoutNotes: false,
      }
      const { rows } = await call(window, 'sessions.list', { filter, page: { offset: 0, limit: 1 } })
      await call(window, 'sessions.remove', { id: rows[0]?.id ?? 0 })
      await openHistory(coppice)
      await historyScreen(window).changes.first().click()
      await expect(historyScreen(window).details).toContainText('session deleted')
    },
  ],
  [
    'Trash',
    async (_coppice, window) => {
      await historyScreen(window).showTrash()
      await historyScreen(window).trashed.first().click()
      await expect(historyScreen(window).deleted).toBeVisible()
    },
  ],
  [
    'Deleting for good',
    async (_coppice, window) => {
      await historyScreen(window).deleted.getByRole('button', { name: 'Delete for good…' }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'History of a record',
    async (_coppice, window) => {
      await window.keyboard.press('Escape')
      await goTo(window, 'Members')
      await membersScreen(window).rows.first().click()
      await recordHistory(membersScreen(window).profile)
      await window.keyboard.press('Escape')
    },
  ],
  ['Settings', (_coppice, window) => goTo(window, 'Settings')],
  [
    'Settings, encryption',
    async (_coppice, window) => {
      await window.getByRole('button', { name: 'Encryption' }).click()
      await expect(window.getByRole('button', { name: 'Encrypt this file…' })).toBeVisible()
    },
  ],
  [
    'Encrypting',
    async (_coppice, window) => {
      await window.getByRole('button', { name: 'Encrypt this file…' }).click()
      await window.getByLabel('New passphrase').fill('maple ferry candle orbit')
      await window.getByLabel('The same once more').fill('maple ferry candle orbit')
      await window.getByRole('button', { name: 'Next' }).click()
      await expect(window.getByRole('group', { name: 'Recovery key' })).toBeVisible()
    },
  ],
  [
    'Encrypted',
    async (_coppice, window) => {
      const key = await window.getByRole('group', { name: 'Recovery key' }).textContent()
      await window.getByRole('button', { name: 'I have it on paper' }).click()
      await window.getByRole('textbox', { name: 'Recovery key' }).fill(key ?? '')
      await window.getByRole('button', { name: 'Encrypt', exact: true }).click()
      await expect(window.getByRole('button', { name: 'Try your recovery key…' })).toBeVisible()
    },
  ],
  [
    'Locked',
    async (_coppice, window) => {
      await navigation(window).getByRole('button', { name: 'Lock' }).click()
      await expect(window.getByLabel('Passphrase')).toBeVisible()
    },
  ],
  [
    'Unlocked',
    async (_coppice, window) => {
      await window.getByLabel('Passphrase').fill('maple ferry candle orbit')
      await window.getByRole('button', { name: 'Unlock' }).click()
      await expect(navigation(window)).toBeVisible()
    },
  ],
  [
    'Import, before a file',
    async (coppice, window) => {
      await systemKey(coppice, 'I', 'control')
      await expect(window.getByRole('button', { name: 'Choose a file…' })).toBeVisible()
    },
  ],
  [
    'Import, before it is done',
    async (coppice, window) => {
      await chooseFile(coppice, fixture('hr-people.csv'))
      await expect(forecast(window)).toContainText('not taken')
    },
  ],
  ['Import, done', (_coppice, window) => runImport(window)],
  [
    'Find or do',
    async (coppice, window) => {
      await systemKey(coppice, 'K', 'control')
      await window.getByRole('textbox', { name: 'Find or do' }).fill('an')
      await expect(window.getByRole('dialog').getByRole('button', { name: 'Go to Today' })).toBeHidden()
      await expect(window.getByRole('dialog').getByRole('button', { name: 'Import a CSV' })).toBeHidden()
    },
  ],
  [
    'Keyboard shortcuts',
    async (coppice, window) => {
      await window.keyboard.press('Escape')
      await systemKey(coppice, '/', 'control')
      await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  ],
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
  ['About a community', (_coppice, window) => communityTab(window, 'About', 'About the community')],
]

/** @param shown what stands on the tab once it is there */
async function communityTab(window: Page, name: string, shown: string | RegExp): Promise<void> {
  const tab = window.getByRole('navigation', { name: 'Community' }).getByRole('button', { name, exact: true })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(window.getByRole('main').getByText(shown).first()).toBeVisible()
}

for (const theme of ['light', 'dark'] as const) {
  test(`nothing serious stands in anybody’s way (${theme})`, async ({ coppice, folder }) => {
    test.setTimeout(240_000)
    const { window } = coppice
    await window.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme })
    await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
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
