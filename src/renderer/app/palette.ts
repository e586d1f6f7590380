import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

/**
 * Makes the first entry the one that Enter opens. The library does so for each letter that is typed, but what is
 * found for it comes later.
 */
export function chooseFirst(): void {
  const { listId } = paletteStore.getState()
  const entries = listId === '' ? [] : [...document.querySelectorAll(`#${listId} [data-action]`)]
  for (const [at, entry] of entries.entries()) entry.toggleAttribute('data-selected', at === 0)
  paletteStore.updateState((state) => ({ ...state, selected: entries.length === 0 ? -1 : 0 }))
}
