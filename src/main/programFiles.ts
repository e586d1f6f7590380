import { resolve } from 'node:path'
import { AppError } from '@shared/errors'
import { DatabaseClient } from './database/client'
import { type FileKey, keyFor, needsPassphrase, type Proof } from './database/fileKey'
import { forgetLastClose } from './database/lastClose'
import { realPlaceOf } from './database/realPlace'
import { Attempts } from './files/attempts'
import { isDamage, withBackup } from './files/damage'
import type { Damaged } from './files/damagedFile'
import { nameOf, removeFile, systemTimeZone, withExtension } from './files/names'
import { type Connecting, OpenProgram } from './files/openProgram'
import type { FileChange, FileOptions } from './files/options'
import { StartFile } from './files/startFile'
import type { DamageFound } from './files/trouble'

/** The ways to get a program file, and out of it. */
export class ProgramFiles extends OpenProgram {
  private readonly attempts: Attempts
  private readonly start = new StartFile()

  constructor(options: FileOptions) {
    super(options)
    this.attempts = new Attempts(() => options.onState?.())
  }

  /** The encrypted file that waits for its passphrase. */
  get locked(): string | null {
    return this.lockedFile
  }

  /** The file that has been opening for a while. */
  get opening(): string | null {
    return this.attempts.slow
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
    this.damage.leave()
    while (this.exclusive) await this.exclusive
    if (this.client && this.key) await this.leave(this.client.file, 'locked', false)
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

  /** The bytes of the open file are not what they should be: nothing is written to it, and the ways out are shown. */
  foundDamaged(found: DamageFound): void {
    this.watching?.foundDamage(found)
    this.showDamage()
  }

  /** Shows the ways out of the open file's damage, again. */
  showDamage(): void {
    const { client, key } = this
    const found = this.watching?.damage
    if (client && found) this.damage.offer({ file: client.file, found, closedAt: client.lastClose.at, key })
  }

  /** The open file is as it should be, whoever has changed it: one goes on in it. */
  acceptChange(): void {
    if (this.watching?.damage !== 'changed')
      throw new AppError('conflict', 'This file cannot be worked in. Go back to a backup of it.')
    this.client?.lastClose.accept()
    this.watching.foundDamage(null)
    this.damage.leave()
  }

  /** Closes the damaged file where it is open, so that another can take its place. */
  async setDamagedAside(): Promise<Damaged> {
    const damaged = this.damage.current
    if (damaged === null) throw new AppError('conflict', 'No damaged file is waiting for anything.')
    if (this.client?.file === damaged.file) await this.close('same')
    await this.closings.of(damaged.file)
    return damaged
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

  /** Writes a copy of what is open, wherever its file is by now, and goes on in the copy. */
  async goOnInCopy(path: string): Promise<void> {
    const key = this.key?.copy() ?? null
    try {
      await (await this.use()).askHere('programFile.copyTo', { path, encryption: 'same' })
      await forgetLastClose(path)
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

  async close(how: FileChange['how'] = 'another'): Promise<void> {
    while (this.exclusive) await this.exclusive
    const { client, lockedFile } = this
    const ended = this.release(true)
    if (client || lockedFile !== null) this.options.onChange({ path: null, how })
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

  /** Closes what is open, and waits for the passphrase of `file`. */
  private async leave(file: string, how: FileChange['how'], backedUp: boolean): Promise<void> {
    await this.release(backedUp)
    this.damage.leave()
    this.lockedFile = file
    this.tell(file, how)
  }

  protected tell(path: string, how: FileChange['how']): void {
    this.options.onChange({ path, how: how === 'start' && this.start.isLate ? 'another' : how })
  }

  protected connect(
    file: string,
    mode: 'create' | 'write',
    key: FileKey | null,
    { lock, signal }: Connecting = {},
  ): Promise<DatabaseClient> {
    const { workerPath, nativeBinding, onTouched, onTrouble, backups } = this.options
    const onFailure = (error: AppError) => {
      this.watching?.failed(error)
      if (error.code === 'file-damaged') this.options.onDoubt?.()
    }
    const opening = DatabaseClient.open({
      ...{ file, mode, key, workerPath, nativeBinding, onTouched, onFailure, onTrouble },
      ...(backups ? { backUpFirst: backups.before.bind(backups) } : {}),
      ...(lock ? { lock } : {}),
    })
    const told = opening.catch(async (error) => {
      if (mode === 'write' && (await isDamage(error, file)))
        this.damage.offer({ file, found: 'unreadable', closedAt: null, key })
      throw await withBackup(error, file)
    })
    return this.attempts.waitFor(told, signal, (late) => late.close())
  }
}
