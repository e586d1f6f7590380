import { AppError } from '@shared/errors'
import type { DatabaseClient } from '../database/client'
import { type DamageFound, damagedTrouble, type Trouble, tornTrouble, troubleOf } from './trouble'

/** How often it is looked whether the open file is still at its place, in milliseconds. */
const look = 3000

/**
 * Watches the place of the open file, and stops its writing as long as it is not there: SQLite would go on writing
 * into a file that nobody finds again.
 */
export class FileWatch {
  trouble: Trouble | null = null
  /** What stays as long as the file is open, wherever it is. */
  damage: Trouble | null = null
  private looking = false
  private stopped = false
  private readonly timer: NodeJS.Timeout

  /** @param tell hears when there is trouble, when it is another, and when it is over. */
  constructor(
    private readonly client: DatabaseClient,
    private readonly tell: () => void,
  ) {
    this.timer = setInterval(() => void this.look(), look)
    this.timer.unref()
  }

  stop(): void {
    this.stopped = true
    clearInterval(this.timer)
  }

  /** A write was refused, as the file is not at its place. */
  async refused(): Promise<void> {
    await this.look()
    if (this.trouble === null) this.become(tornTrouble(this.client.file))
  }

  /** Nothing is written any more to a file whose bytes are not what they should be. @param found null: they are */
  foundDamage(found: DamageFound | null): void {
    const elsewhere = this.trouble?.damaged ? null : this.trouble
    this.damage = found && damagedTrouble(this.client.file, found)
    this.become(elsewhere ?? this.damage)
  }

  private async look(): Promise<void> {
    // A folder that stalls is asked once.
    if (this.looking || this.stopped) return
    this.looking = true
    try {
      const standing = await this.client.standing()
      if (this.stopped || standing.is === 'unknown') return
      const isNew = this.become(troubleOf(standing, this.client.file) ?? this.damage)
      // Wherever it is now, it has to be whole without the log, which has stayed behind.
      if (isNew && (standing.is === 'moved' || standing.is === 'replaced'))
        await this.client.askHere('programFile.settle', {})
    } catch {
      // The file is being closed.
    } finally {
      this.looking = false
    }
  }

  /** @returns whether it is another than before. */
  private become(trouble: Trouble | null): boolean {
    if (trouble?.sentence === this.trouble?.sentence) return false
    this.trouble = trouble
    this.client.frozen =
      trouble && new AppError(trouble.damaged ? 'file-damaged' : 'file-gone', trouble.sentence)
    this.tell()
    return true
  }
}
