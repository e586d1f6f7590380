import { rm } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { AppError } from '@shared/errors'
import { DatabaseClient } from './database/client'
import { type FileKey, keyFor, needsPassphrase, type Proof, reseal } from './database/fileKey'
import { replaceFile } from './database/replaceFile'

export const fileExtension = '.coppice'

interface Options {
  workerPath: string
  nativeBinding: string | undefined
  onTouched: (tables: string[]) => void
  onChange: (change: FileChange) => void
  onTrouble: (text: string) => void
}

/** What has become of the program file that is open. */
export interface FileChange {
  /** Its path; null when none is open any more. */
  path: string | null
  /**
   * `start`: nobody needs to be told, everybody still waits for `ready`. `same`: it is the file that was open before.
   * `locked`: it waits for its passphrase.
   */
  how: 'start' | 'another' | 'same' | 'locked'
}

/** The program file that is open, one at a time, and how to get another. */
export class ProgramFiles {
  private client: DatabaseClient | null = null
  private key: FileKey | null = null
  private lockedFile: string | null = null
  private opening: Promise<void> = Promise.resolve()
  private startProblem: string | null = null
  /** Something that has the file to itself. */
  private exclusive: Promise<unknown> | null = null

  constructor(private readonly options: Options) {}

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

  get encrypted(): boolean {
    return this.key !== null
  }

  /** Opens a file while the window is being made; whoever asks for `ready` waits for it. */
  openAtStart(path: string): void {
    this.opening = this.open(path, 'start').catch((error: Error) => {
      this.startProblem = error.message
    })
  }

  /** @returns why the file of the start could not be opened, once that is known; null when all is well. */
  async ready(): Promise<string | null> {
    await this.opening
    return this.client || this.lockedFile ? null : this.startProblem
  }

  /** Opens a file; one that is encrypted waits for `unlock` then. */
  async open(path: string, how: FileChange['how'] = 'another'): Promise<void> {
    const file = resolve(path)
    if (this.client?.file === file) return
    if (await needsPassphrase(file)) await this.leave(file, how === 'start' ? how : 'locked')
    else await this.replace(() => this.connect(file, 'write', null), null, how)
  }

  /** @throws AppError `wrong-passphrase`; the file stays locked. */
  async unlock(proof: Proof): Promise<void> {
    const file = this.lockedFile
    if (file === null) throw new AppError('no-file-open', 'No program file waits for a passphrase.')
    const key = await keyFor(file, proof)
    try {
      await this.replace(() => this.connect(file, 'write', key), key, 'another')
    } catch (error) {
      key?.forget()
      throw error
    }
  }

  /** Closes an encrypted file and forgets its key; it waits for its passphrase again. */
  async lock(): Promise<void> {
    while (this.exclusive) await this.exclusive
    if (this.client && this.key) await this.leave(this.client.file, 'locked')
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
   */
  async rewrite(
    make: (client: DatabaseClient, path: string, key: FileKey | null) => Promise<FileKey | null>,
  ) {
    await this.alone(async (client) => {
      const by = `${client.file}-new`
      await rm(by, { force: true })
      try {
        const key = await make(client, by, this.key)
        await this.reopened(client, key, () => replaceFile({ file: client.file, by }))
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

  async close(): Promise<void> {
    const { client, lockedFile } = this
    this.forget()
    await client?.close()
    if (client || lockedFile !== null) this.options.onChange({ path: null, how: 'another' })
  }

  /** Closes the file at the end of the app: the next start opens it again. */
  async shutDown(): Promise<void> {
    while (this.exclusive) await this.exclusive
    const { client } = this
    this.forget()
    await client?.close()
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
      this.client = await this.connect(file, 'write', opensWith, lock ?? undefined).catch((error) => {
        this.options.onChange({ path: null, how: 'another' })
        throw error
      })
      this.key = opensWith
      if (before !== opensWith) before?.forget()
      this.options.onChange({ path: file, how: 'same' })
    }
  }

  /** Closes what is open, and waits for the passphrase of `file`. */
  private async leave(file: string, how: FileChange['how']): Promise<void> {
    const { client } = this
    this.forget()
    await client?.close()
    this.lockedFile = file
    this.options.onChange({ path: file, how })
  }

  private forget(): void {
    this.client = null
    this.key?.forget()
    this.key = null
    this.lockedFile = null
  }

  /** The new file first: when it cannot be had, the old one stays open. */
  private async replace(open: () => Promise<DatabaseClient>, key: FileKey | null, how: FileChange['how']) {
    const next = await open()
    const previous = this.client
    this.forget()
    this.client = next
    this.key = key
    this.options.onChange({ path: next.file, how })
    await previous?.close()
  }

  private connect(
    file: string,
    mode: 'create' | 'write',
    key: FileKey | null,
    lock?: Parameters<typeof DatabaseClient.open>[0]['lock'],
  ): Promise<DatabaseClient> {
    const { workerPath, nativeBinding, onTouched, onTrouble } = this.options
    return DatabaseClient.open({
      file,
      mode,
      key,
      workerPath,
      nativeBinding,
      onTouched,
      onTrouble,
      ...(lock ? { lock } : {}),
    })
  }
}

export function withExtension(path: string): string {
  return extname(path) === fileExtension ? path : `${path}${fileExtension}`
}

/** The name of a new program, from the name of its file. */
export function nameOf(file: string): string {
  return basename(file, fileExtension)
}

export function folderOf(file: string): string {
  return dirname(file)
}

export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A program file is up to three files while it is open. */
export async function removeFile(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) await rm(path, { force: true })
}
