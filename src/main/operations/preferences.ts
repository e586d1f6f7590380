import { openLink } from '../security/openLink'
import type { MainHandlers } from './context'

type Names = Extract<keyof MainHandlers, `preferences.${string}` | `links.${string}` | `window.${string}`>

export const preferenceHandlers: Pick<MainHandlers, Names> = {
  'preferences.get': async (_input, { settings }) => settings.get().preferences,

  'preferences.set': async (changes, { settings, applyPreferences }) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const preferences = { ...settings.get().preferences, ...given }
    settings.set({ ...settings.get(), preferences })
    applyPreferences()
    return preferences
  },

  'links.open': async ({ url }, { window }) => ({ opened: await openLink(window, url) }),

  'window.shown': async ({ screen }, { window }) => {
    window.emit('shown', screen)
    return {}
  },

  'window.typing': async ({ typing }, { historyMenu }) => {
    historyMenu.typing(typing)
    return {}
  },
}
