const apple = navigator.userAgent.includes('Mac OS')

/** The key that shortcuts are made with, as the keyboard calls it. */
export const modKey = apple ? '⌘' : 'Ctrl'

/**
 * Where the keys that move through a list lead from the active row; undefined for any other key. It may lie outside of
 * the list.
 *
 * @param page how many rows are seen at a time
 */
export function rowByKey(key: string, active: number, total: number, page: number): number | undefined {
  const rows: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  }
  return rows[key]
}
