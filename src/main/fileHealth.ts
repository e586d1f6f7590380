import type { ProgramFiles } from './programFiles'

/** A file that was just opened has better uses for the disk, in milliseconds. */
const firstLook = 5000

/** A file of fewer bytes is compared with what it was when it was closed before anybody has clicked. */
const small = 64 * 1024 * 1024

/**
 * Looks at each file that is opened, in the background: whether its bytes are what they were when it was closed, and
 * whether every page of it can be read, which takes a thread of its own. When not, nothing is written to it any more:
 * before anybody relies on it. Of an encrypted file every page is authenticated by the reading.
 */
export function watchHealth(files: ProgramFiles) {
  /** The file that was read through already. */
  let looked: string | null = null
  let reading = false
  let timer: NodeJS.Timeout | undefined

  async function compare(): Promise<void> {
    const { lastClose } = await files.use()
    if (lastClose.bytes < small && (await lastClose.compared()) === 'changed') await readThrough()
  }

  async function readThrough(): Promise<void> {
    const client = await files.use()
    if (reading || files.trouble?.damaged) return
    reading = true
    try {
      const [compared, { whole }] = await Promise.all([
        client.lastClose.compared(),
        client.ask('programFile.readThrough', {}),
      ])
      if (files.path !== client.file) return
      looked = client.file
      if (!whole) files.foundDamaged('unreadable')
      else if (compared === 'changed') files.foundDamaged('changed')
    } finally {
      reading = false
    }
  }

  return {
    /** Another file is open now, or none, or the same one anew. */
    follow(): void {
      clearTimeout(timer)
      if (files.path === null) looked = null
      if (files.path === looked) return
      compare().catch(unlessClosed)
      timer = setTimeout(() => readThrough().catch(unlessClosed), firstLook).unref()
    },
    /** Something could not be read: the file is looked at without waiting. */
    doubt(): void {
      readThrough().catch(unlessClosed)
    },
  }
}

/** Closed meanwhile, or it does not answer, which others tell; the next opening looks again. */
function unlessClosed(): void {}
