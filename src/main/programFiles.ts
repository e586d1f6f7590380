import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BackupReason } from '@shared/domain/backups'
import { AppError } from '@shared/errors'
import { DatabaseClient } from './database/client'
import { type FileKey, keyFor, needsPassphrase, type Proof, reseal } from './database/fileKey'
import type { FileLock } from './database/fileLock'
import type { LeftBackup, Spellings } from './database/programBackups'
import { realPlaceOf } from './database/realPlace'
import { replaceFile, replacementOf } from './database/replaceFile'
import type { CallOptions } from './database/workerLine'
import { Attempts } from './files/attempts'
import { Closings } from './files/closings'
import { type Damaged, isDamage, withBackup } from './files/damage'
import { nameOf, removeFile, systemTimeZone, withExtension } from './files/names'
import type { FileChange, FileOptions } from './files/options'
import { StartFile } from './files/startFile'
import type { Trouble } from './files/trouble'
import { Watching } from './files/watching'

/** The program file that is open, one at a time, and how to get another. */
export class ProgramFiles {
  private client: DatabaseClient | null = null
  private key: FileKey | null = null
  private lockedFile: string | null = null
  private readonly attempts: Attempts
  private readonly start = new StartFile()
  private watching: Watching | null = null
  /** How often a file was opened by now. */
  openings = 0
  private readonly closings = new Closings()
  /** The damaged file that the window shows the ways out of, open or not. */
  damaged: Damaged | null = null
  /** Something that has the file to itself. */
  private exclusive: Promise<unknown> | null = null

  constructor(private readonly options: FileOptions) {
    this.attempts = new Attempts(() => options.onState?.())
  }

  /** The open file, as soon as nobody has it to themselves. @throws AppError `no-file-open`. */
  async use(): Promise<DatabaseClient> {
    while (this.exclusive) await this.exclusive
    if (!this.client) throw new AppError('no-file-open', 'No program file is open.')
    return this.client
  }

  get path(): string | null {
    return this.client?.file ?? null
  }

  /** The encrypted file that waits for its passphrase. */
  get locked(): string | null {
    return this.lockedFile
  }

  /** The file that has been opening for a while. */
  get opening(): string | null {
    return this.attempts.slow
  }

  /** What has become of the open file while it was open. */
  get trouble(): Trouble | null {
    return this.watching?.trouble ?? null
  }

  /** What threads for other files need. */
  get threads(): Pick<FileOptions, 'workerPath' | 'nativeBinding' | 'onTrouble'> {
    const { workerPath, nativeBinding, onTrouble } = this.options
    return { workerPath, nativeBinding, onTrouble }
  }

  get encrypted(): boolean {
    return this.key !== null
  }

  /** The key of the open file; null when it is plain, or none is open. */
  get openKey(): FileKey | null {
    return this.key
  }

  /** Opens a file while the window is being made; whoever asks for `ready` waits for it. */
  openAtStart(path: string): void {
    this.start.begin(this.open(path, 'start'))
  }

  /** @returns why the file of the start could not be opened, once that is known; null when all is well. */
  async ready(): Promise<string | null> {
    const problem = await this.start.ready()
    return this.client || this.lockedFile ? null : problem
  }

  /**
   * Opens a file; one that is encrypted waits for `unlock` then.
   * @throws AppError `cancelled` when it was given up.
   */
  async open(path: string, how: FileChange['how'] = 'another'): Promise<void> {
    await this.attempts.run(path, async (signal) => {
      const file = await this.attempts.waitFor(realPlaceOf(resolve(path)), signal)
      if (this.client?.file === file) return
      await this.attempts.waitFor(this.closings.of(file), signal)
      if (await this.attempts.waitFor(needsPassphrase(file), signal))
        await this.leave(file, how === 'start' ? how : 'locked', true)
      else await this.replace(() => this.connect(file, 'write', null, { signal }), null, how)
    })
  }

  /** Gives up the file that is being opened; the one that is open stays so. */
  giveUpOpening(): void {
    this.attempts.giveUp()
  }

  /** @throws AppError `wrong-passphrase`; the file stays locked. */
  async unlock(proof: Proof): Promise<void> {
    const file = this.lockedFile
    if (file === null) throw new AppError('no-file-open', 'No program file waits for a passphrase.')
    await this.attempts.run(file, async (signal) => {
      const key = await this.attempts.waitFor(keyFor(file, proof), signal, (late) => late?.forget())
      try {
        await this.replace(() => this.connect(file, 'write', key, { signal }), key, 'another')
      } catch (error) {
        key?.forget()
        throw error
      }
    })
  }

  /** Closes an encrypted file and forgets its key; it waits for its passphrase again. */
  async lock(): Promise<void> {
    this.leaveDamaged()
    while (this.exclusive) await this.exclusive
    if (this.client && this.key) await this.leave(this.client.file, 'locked', false)
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
    const { workerPath, nativeBinding } = this.options
    try {
      const client = await DatabaseClient.open({ file, mode: 'read', key, workerPath, nativeBinding })
      await client.close()
      return this.key !== null
    } catch (error) {
      if (error instanceof AppError && error.code === 'wrong-passphrase') return false
      throw error
    } finally {
      key.forget()
    }
  }

  /** Opens a file by its key, which is the file's from then on. */
  async openWith(file: string, key: FileKey | null): Promise<void> {
    try {
      await this.replace(() => this.connect(file, 'write', key), key, 'another')
    } catch (error) {
      key?.forget()
      throw error
    }
  }

  /** A part of the open file cannot be read: nothing is written to it any more, and the ways out are shown. */
  foundDamaged(): void {
    if (!this.client) return
    this.watching?.foundDamage()
    this.offer(this.client.file, this.key)
  }

  /** The ways out of a damaged file are not shown any more. */
  leaveDamaged(): void {
    if (this.damaged === null) return
    this.damaged.key?.forget()
    this.damaged = null
    this.options.onState?.()
  }

  /** Closes the damaged file where it is open, so that another can take its place. */
  async setDamagedAside(): Promise<Damaged> {
    const { damaged } = this
    if (damaged === null) throw new AppError('conflict', 'No damaged file is waiting for anything.')
    if (this.client?.file === damaged.file) await this.close()
    await this.closings.of(damaged.file)
    return damaged
  }

  private offer(file: string, key: FileKey | null): void {
    this.damaged?.key?.forget()
    this.damaged = { file, key: key?.copy() ?? null }
    this.options.onState?.()
  }

  /** Makes a new file, runs `fill` on it and opens it; a file that could not be filled is removed again. */
  async create(path: string, fill: (client: DatabaseClient) => Promise<void>): Promise<void> {
    const file = withExtension(resolve(path))
    const make = async () => {
      const client = await this.connect(file, 'create', null)
      try {
        await client.ask('program.begin', { name: nameOf(file), timeZone: systemTimeZone() })
        await fill(client)
        return client
      } catch (error) {
        await client.close()
        await removeFile(file)
        throw error
      }
    }
    await this.replace(make, null, 'another')
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

  /** Writes a copy of what is open, wherever its file is by now, and goes on in the copy. */
  async goOnInCopy(path: string): Promise<void> {
    const key = this.key?.copy() ?? null
    try {
      await (await this.use()).askHere('programFile.copyTo', { path, encryption: 'same' })
      await this.replace(() => this.connect(path, 'write', key), key, 'same')
    } catch (error) {
      key?.forget()
      throw error
    }
  }

  /** Closes the open file, and opens the one that its trouble says one could go on with. */
  async goOn(): Promise<void> {
    const file = this.trouble?.goOn?.file
    if (file === undefined) throw new AppError('conflict', 'The file is at its place again.')
    await this.close()
    await this.open(file)
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

  async close(): Promise<void> {
    while (this.exclusive) await this.exclusive
    const { client, lockedFile } = this
    const ended = this.release(true)
    if (client || lockedFile !== null) this.options.onChange({ path: null, how: 'another' })
    await ended
  }

  /**
   * Closes the file at the end of the app: the next start opens it again. May be asked again while a folder does not
   * answer.
   */
  async shutDown(): Promise<void> {
    this.giveUpOpening()
    while (this.exclusive) await this.exclusive
    void this.release(true)
    await this.closings.all()
  }

  /** Whether a thread still hangs on a folder that was given up: the process cannot end by itself then. */
  get hangs(): boolean {
    return this.attempts.hang
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
      this.become(next)
      this.key = opensWith
      this.options.backups?.follow(next)
      if (before !== opensWith) before?.forget()
      this.options.onChange({ path: file, how: 'same' })
    }
  }

  /** Closes what is open, and waits for the passphrase of `file`. */
  private async leave(file: string, how: FileChange['how'], backedUp: boolean): Promise<void> {
    await this.release(backedUp)
    this.lockedFile = file
    this.tell(file, how)
  }

  private become(client: DatabaseClient): void {
    this.watching?.stop()
    this.leaveDamaged()
    this.openings++
    this.client = client
    this.watching = new Watching(client, this.options)
  }

  private tell(path: string, how: FileChange['how']): void {
    this.options.onChange({ path, how: how === 'start' && this.start.isLate ? 'another' : how })
  }

  /**
   * Nothing is open any more. What was is closed, after a last backup where there is time for one, and its key
   * forgotten; that is waited for, but not for ever.
   */
  private async release(backedUp: boolean): Promise<void> {
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
  private async replace(open: () => Promise<DatabaseClient>, key: FileKey | null, how: FileChange['how']) {
    const next = await open()
    const ended = this.release(true)
    this.become(next)
    this.key = key
    this.options.backups?.follow(next)
    this.tell(next.file, how)
    await ended
  }

  private connect(
    file: string,
    mode: 'create' | 'write',
    key: FileKey | null,
    { lock, signal }: { lock?: FileLock; signal?: AbortSignal } = {},
  ): Promise<DatabaseClient> {
    const { workerPath, nativeBinding, onTouched, onTrouble, backups } = this.options
    const onFailure = (error: AppError) => this.watching?.failed(error)
    const opening = DatabaseClient.open({
      ...{ file, mode, key, workerPath, nativeBinding, onTouched, onFailure, onTrouble },
      ...(backups ? { backUpFirst: backups.before.bind(backups) } : {}),
      ...(lock ? { lock } : {}),
    })
    const told = opening.catch(async (error) => {
      if (mode === 'write' && (await isDamage(error, file))) this.offer(file, key)
      throw await withBackup(error, file)
    })
    return this.attempts.waitFor(told, signal, (late) => late.close())
  }
}
