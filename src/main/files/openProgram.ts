import { rm } from 'node:fs/promises'
import type { BackupReason } from '@shared/domain/backups'
import { AppError } from '@shared/errors'
import { DatabaseClient } from '../database/client'
import { type FileKey, keyFor, type Proof, reseal } from '../database/fileKey'
import type { FileLock } from '../database/fileLock'
import type { LeftBackup, Spellings } from '../database/programBackups'
import { replaceFile, replacementOf } from '../database/replaceFile'
import type { CallOptions } from '../database/workerLine'
import { Closings } from './closings'
import { DamagedFile } from './damagedFile'
import type { FileChange, FileOptions } from './options'
import type { Trouble } from './trouble'
import { Watching } from './watching'

export interface Connecting {
  lock?: FileLock
  signal?: AbortSignal
}

/**
 * The program file that is open, one at a time: who may do what to it as a whole, and when. How one is got is
 * `ProgramFiles`.
 */
export abstract class OpenProgram {
  /** How often a file was opened by now. */
  openings = 0
  readonly damage: DamagedFile
  protected client: DatabaseClient | null = null
  protected key: FileKey | null = null
  /** The encrypted file that waits for its passphrase. */
  protected lockedFile: string | null = null
  protected watching: Watching | null = null
  protected readonly closings = new Closings()
  /** Something that has the file to itself. */
  protected exclusive: Promise<unknown> | null = null

  constructor(protected readonly options: FileOptions) {
    this.damage = new DamagedFile(() => options.onState?.())
  }

  protected abstract connect(
    file: string,
    mode: 'create' | 'write',
    key: FileKey | null,
    connecting?: Connecting,
  ): Promise<DatabaseClient>

  /** A file was opened, or waits for its passphrase. */
  protected abstract tell(path: string, how: FileChange['how']): void

  /** The open file, as soon as nobody has it to themselves. @throws AppError `no-file-open`. */
  async use(): Promise<DatabaseClient> {
    while (this.exclusive) await this.exclusive
    if (!this.client) throw new AppError('no-file-open', 'No program file is open.')
    return this.client
  }

  get path(): string | null {
    return this.client?.file ?? null
  }

  /** What has become of the open file while it was open. */
  get trouble(): Trouble | null {
    return this.watching?.trouble ?? null
  }

  get encrypted(): boolean {
    return this.key !== null
  }

  /** The key of the open file; null when it is plain, or none is open. */
  get openKey(): FileKey | null {
    return this.key
  }

  /** What threads for other files need. */
  get threads(): Pick<FileOptions, 'workerPath' | 'nativeBinding' | 'onTrouble'> {
    const { workerPath, nativeBinding, onTrouble } = this.options
    return { workerPath, nativeBinding, onTrouble }
  }

  /** @throws AppError `wrong-passphrase` unless the proof is of the open, encrypted file. @returns its key. */
  async prove(proof: Proof): Promise<FileKey> {
    const { file } = await this.use()
    const key = await keyFor(file, proof)
    if (key && this.key && key.equals(this.key)) {
      key.forget()
      return this.key
    }
    key?.forget()
    throw new AppError('wrong-passphrase', 'That does not open this file. Nothing was changed.', 'passphrase')
  }

  /** Whether a key opens the open file: it is opened once more, and read. */
  async opensWith(key: FileKey): Promise<boolean> {
    const { file } = await this.use()
    try {
      const client = await DatabaseClient.open({ file, mode: 'read', key, ...this.threads })
      await client.close()
      return this.key !== null
    } catch (error) {
      if (error instanceof AppError && error.code === 'wrong-passphrase') return false
      throw error
    } finally {
      key.forget()
    }
  }

  /**
   * Has another complete program file take the place of the open one. `make` writes it to the path that it is given,
   * while reading goes on and writing waits; when it fails, everything is as it was.
   *
   * @param make returns the key of what it wrote, null for a plain file.
   * @param keepAs where the present file is kept; left out, it is not.
   */
  async rewrite(
    make: (client: DatabaseClient, path: string, key: FileKey | null) => Promise<FileKey | null>,
    keepAs?: string,
  ) {
    await this.alone(async (client) => {
      const by = replacementOf(client.file)
      await rm(by, { force: true })
      try {
        const key = await make(client, by, this.key)
        await this.reopened(client, key, () => replaceFile({ file: client.file, by, keepAs }))
      } finally {
        await rm(by, { force: true })
      }
    })
  }

  /** Hides the key of the open file behind another passphrase. */
  async changePassphrase(passphrase: string): Promise<void> {
    await this.alone(async (client) => {
      const { key } = this
      if (key === null) throw new AppError('invalid-input', 'This file is not encrypted.')
      const seal = await key.sealedWith(passphrase)
      await this.reopened(client, key, () => reseal(client.file, seal))
    })
  }

  /** Keeps a backup of the open file before something that cannot be gone back on otherwise. */
  async backUp(reason: BackupReason, options?: CallOptions): Promise<void> {
    await this.options.backups?.before(await this.use(), reason, options)
  }

  /** Encrypts the backups of the open file as the file is. */
  async protectBackups(options?: CallOptions): Promise<void> {
    await this.options.backups?.protect(await this.use(), options)
  }

  /** Erases in the backups what was erased in the open file. @returns those that still hold it */
  async eraseBackups(spellings: Spellings, options?: CallOptions): Promise<LeftBackup[]> {
    return (await this.options.backups?.erase(await this.use(), spellings, options)) ?? []
  }

  /** Runs what nobody may write during, one such thing at a time. */
  private async alone<T>(run: (client: DatabaseClient) => Promise<T>): Promise<T> {
    const client = await this.use()
    const running = client.quiet().then(() => run(client))
    const ended = running.catch(() => undefined)
    this.exclusive = ended
    try {
      return await running
    } finally {
      this.exclusive = null
    }
  }

  /** Closes the file for as long as `change` takes, and keeps everybody else from it. */
  private async reopened(client: DatabaseClient, key: FileKey | null, change: () => Promise<void>) {
    const { file } = client
    const before = this.key
    const lock = await client.closeKeepingLock()
    let opensWith = before
    try {
      await change()
      opensWith = key
    } finally {
      this.client = null
      const reopening = this.connect(file, 'write', opensWith, lock ? { lock } : {})
      const next = await reopening.catch((error) => {
        this.options.onChange({ path: null, how: 'another' })
        throw error
      })
      this.become(next, opensWith)
      if (before !== opensWith) before?.forget()
      this.options.onChange({ path: file, how: 'same' })
    }
  }

  /** This file is open from now on, by that key. */
  private become(client: DatabaseClient, key: FileKey | null): void {
    this.watching?.stop()
    this.damage.leave()
    this.openings++
    this.client = client
    this.key = key
    this.watching = new Watching(client, this.options)
    this.options.backups?.follow(client)
  }

  /**
   * Nothing is open any more. What was is closed, after a last backup where there is time for one, and its key
   * forgotten; that is waited for, but not for ever.
   */
  protected async release(backedUp: boolean): Promise<void> {
    const { client, key } = this
    const whole = this.trouble === null
    this.watching?.stop()
    this.watching = null
    this.options.backups?.follow(null)
    this.client = null
    this.key = null
    this.lockedFile = null
    const backups = (backedUp && whole && this.options.backups) || null
    if (client) await this.closings.close({ client, key, backups })
  }

  /** The new file first: when it cannot be had, the old one stays open. */
  protected async replace(open: () => Promise<DatabaseClient>, key: FileKey | null, how: FileChange['how']) {
    const next = await open()
    const ended = this.release(true)
    this.become(next, key)
    this.tell(next.file, how)
    await ended
  }
}
