import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/errors'

/** Files that the user chose, by the token that the window knows them by: no window ever names a path. */
export class FileTokens {
  private readonly paths = new Map<string, string>()

  tokenFor(path: string): string {
    for (const [token, known] of this.paths) if (known === path) return token
    const token = randomUUID()
    this.paths.set(token, path)
    return token
  }

  /** @throws AppError `file-not-found` for a token of another run. */
  path(token: string): string {
    const path = this.paths.get(token)
    if (path === undefined)
      throw new AppError('file-not-found', 'Choose the file once more; Coppice was restarted since.')
    return path
  }
}
