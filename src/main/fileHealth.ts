import type { ProgramFiles } from './programFiles'

/** A file that was just opened has better uses for the disk, in milliseconds. */
const firstLook = 5000

/**
 * Reads each file that is opened through, in the background and on a thread of its own, and when a part of it cannot
 * be read nothing is written to it any more: before anybody relies on it. Of an encrypted file every page is
 * authenticated by that.
 *
 * @returns what is to be called when another file is open, or none
 */
export function watchHealth(files: ProgramFiles): () => void {
  let looked: string | null = null
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    const file = files.path
    if (file === null || file === looked) return
    try {
      const { whole } = await (await files.use()).ask('programFile.readThrough', {})
      if (files.path !== file) return
      looked = file
      if (!whole) files.foundDamaged()
    } catch {
      // Closed meanwhile, or it does not answer, which others tell; the next opening looks again.
    }
  }

  return () => {
    clearTimeout(timer)
    if (files.path === null) looked = null
    else timer = setTimeout(() => void look(), firstLook)
  }
}
