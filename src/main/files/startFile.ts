import { AppError } from '@shared/errors'
import { within } from '../database/reach'

/** How long the window may wait for the file of the start before it says that it is being opened, in milliseconds. */
const patience = 1000

/** The file that the app was started with: it opens while the window is being made. */
export class StartFile {
  private opening: Promise<void> = Promise.resolve()
  private problem: string | null = null
  /** Nobody waits for it any more, so that its opening is news. */
  isLate = false

  begin(opening: Promise<void>): void {
    this.opening = opening.catch((error: Error) => {
      if (!(error instanceof AppError && error.code === 'cancelled')) this.problem = error.message
    })
  }

  /** Waits for it, though not for ever. @returns why it could not be opened, once that is known. */
  async ready(): Promise<string | null> {
    const opened = await within(
      this.opening.then(() => true),
      patience,
      false,
    )
    this.isLate ||= !opened
    return this.problem
  }
}
