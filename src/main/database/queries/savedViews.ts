import type { savedViews } from '@shared/contract/savedViews'
import { AppError } from '@shared/errors'
import type { Handlers } from '../handler'

export const savedViewHandlers: Handlers<typeof savedViews> = {
  'savedViews.list': (db, { screen }) =>
    db.all(
      'SELECT id, name, state FROM saved_views WHERE screen = ? ORDER BY name COLLATE NOCASE, id',
      screen,
    ),

  /** A view of the same name on the same screen is replaced. */
  'savedViews.save': (writer, { screen, name, state }) => {
    const known = writer.value<number>(
      'SELECT id FROM saved_views WHERE screen = ? AND name = ? COLLATE NOCASE',
      screen,
      name,
    )
    const summary = `View “${name}”`
    if (known === undefined)
      return { value: { id: writer.insert('saved_views', { screen, name, state }) }, summary }
    writer.update('saved_views', known, { name, state })
    return { value: { id: known }, summary }
  },

  'savedViews.remove': (writer, { id }) => {
    const name = writer.value<string>('SELECT name FROM saved_views WHERE id = ?', id)
    if (name === undefined) {
      throw new AppError('not-found', 'This view is no longer there; it may have been removed meanwhile.')
    }
    writer.remove('saved_views', id)
    return { value: { id }, summary: `Removed view “${name}”` }
  },
}
