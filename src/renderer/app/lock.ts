import { call } from './api'
import { keepDrafts } from './draftKeeper'
import { tellError } from './notify'

/** Keeps what is being written and locks the file; the page is made anew then, so nothing stays in it. */
export async function lockNow(): Promise<void> {
  try {
    await keepDrafts()
    await call('programFile.lock', {})
  } catch (error) {
    if (error instanceof Error) tellError(error)
  }
}
