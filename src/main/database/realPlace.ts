import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Where a file really is, whatever link it was called by; for one that is not there yet, where it would be. What
 * cannot be found out is the path as it was given: opening it will tell.
 */
export async function realPlaceOf(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch {
    const folder = await realpath(dirname(file)).catch(() => dirname(file))
    return join(folder, basename(file))
  }
}
