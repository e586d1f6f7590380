import type { DatabaseClient } from '../database/client'
import type { FileKey } from '../database/fileKey'
import type { KeepsBackups } from '../database/programBackups'
import { within } from '../database/reach'
import { noted } from './attempts'

/** How long a closing may be waited for, in milliseconds; what takes longer goes on by itself. */
const patience = 5000

interface Leaving {
  client: DatabaseClient
  key: FileKey | null
  /** Who makes a last backup; null where there is no time for one. */
  backups: KeepsBackups | null
}

/** Files that nobody works with any more, until they are closed. */
export class Closings {
  private readonly running = new Set<Promise<unknown>>()
  private readonly byFile = new Map<string, Promise<unknown>>()

  /** Closes a file, after a last backup, and forgets its key; that is waited for, but not for ever. */
  async close(leaving: Leaving): Promise<void> {
    const closing = noted(this.running, closed(leaving))
    this.byFile.set(leaving.client.file, closing)
    await within(closing, patience, undefined)
  }

  /** Settles when that file is closed: nobody opens it before. */
  async of(file: string): Promise<void> {
    await this.byFile.get(file)?.catch(() => undefined)
  }

  /** Settles when all of them are closed. */
  async all(): Promise<void> {
    await Promise.allSettled(this.running)
  }
}

async function closed({ client, key, backups }: Leaving): Promise<void> {
  // What may be damaged is not to become the newest good backup.
  if (backups && !(await client.lastClose.settled())) await backups.closing(client)
  key?.forget()
  await client.close()
}
