import type { AppError } from '@shared/errors'
import type { DatabaseClient } from '../database/client'
import { type Silence, watchSilence } from '../database/silence'
import { FileWatch } from './fileWatch'
import type { Trouble } from './trouble'

interface Tell {
  /** Calls are not answered, and answered again (null). */
  onSilence?: (silence: Silence | null) => void
  /** The file has come into trouble, or out of it. */
  onState?: () => void
}

/** Everything that is watched of an open file, for as long as it is open. */
export class Watching {
  private readonly place: FileWatch
  private readonly stopSilence: () => void

  constructor(
    client: DatabaseClient,
    private readonly tell: Tell,
  ) {
    this.place = new FileWatch(client, () => tell.onState?.())
    this.stopSilence = watchSilence(client, (silence) => tell.onSilence?.(silence))
  }

  get trouble(): Trouble | null {
    return this.place.trouble
  }

  /** A call has failed. */
  failed({ code }: AppError): void {
    if (code === 'file-gone' || code === 'file-replaced') void this.place.refused()
  }

  /** A part of the file cannot be read. */
  foundDamage(): void {
    this.place.foundDamage()
  }

  stop(): void {
    this.place.stop()
    this.stopSilence()
    this.tell.onSilence?.(null)
  }
}
