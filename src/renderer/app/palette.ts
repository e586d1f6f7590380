import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

function entries(): HTMLElement[] {
  const { listId } = paletteStore.getState()
  return listId === '' ? [] : [...document.querySelectorAll<HTMLElement>(`#${listId} [data-action]`)]
}

/**
 * Makes the first entry the one that Enter opens. The library does so for each letter that is typed, but what is
 * found for it comes later.
 */
export function chooseFirst(): void {
  const all = entries()
  for (const [at, entry] of all.entries()) entry.toggleAttribute('data-selected', at === 0)
  paletteStore.updateState((state) => ({ ...state, selected: all.length === 0 ? -1 : 0 }))
}

export function openFirst(): void {
  entries()[0]?.click()
}
