import type { AppError } from '@shared/errors'
import type { DatabaseClient } from '../database/client'
import { type Silence, watchSilence } from '../database/silence'
import { FileWatch } from './fileWatch'
import type { DamageFound, Trouble } from './trouble'

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

  /** What is wrong with the bytes of the file. */
  get damage(): DamageFound | null {
    return this.place.damage?.damaged ?? null
  }

  /** @param found null: it is as it should be, after all. */
  foundDamage(found: DamageFound | null): void {
    this.place.foundDamage(found)
  }

  stop(): void {
    this.place.stop()
    this.stopSilence()
    this.tell.onSilence?.(null)
  }
}
