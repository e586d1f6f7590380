import { app } from 'electron'

/**
 * SQLite's addon for the fallback runtime, by its path. A packaged app has its own and listens to nobody: a path from
 * the environment would be code that anybody could put there.
 */
export function nativeBinding(): string | undefined {
  return app.isPackaged ? undefined : process.env.COPPICE_SQLITE_BINDING
}
