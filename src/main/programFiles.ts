import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { AppError } from '@shared/errors'
import { DatabaseClient } from './database/client'

export const fileExtension = '.coppice'

interface Options {
  workerPath: string
  nativeBinding: string | undefined
  onTouched: (tables: string[]) => void
  /**
   * A file was opened (its path) or closed (null). It is no news at the start, when everybody who would hear it still
   * waits for `ready`.
   */
  onChange: (path: string | null, news: boolean) => void
  onTrouble: (text: string) => void
}

/** The program file that is open, one at a time, and how to get another. */
export class ProgramFiles {
  private client: DatabaseClient | null = null
  private opening: Promise<void> = Promise.resolve()
  private startProblem: string | null = null

  constructor(private readonly options: Options) {}

  /** @throws AppError `no-file-open`. */
  get current(): DatabaseClient {
    if (!this.client) throw new AppError('no-file-open', 'No program file is open.')
    return this.client
  }

  get path(): string | null {
    return this.client?.file ?? null
  }

  /** Opens a file while the window is being made; whoever asks for `ready` waits for it. */
  openAtStart(path: string): void {
    this.opening = this.open(path, false).catch((error: Error) => {
      this.startProblem = error.message
    })
  }

  /** @returns why the file of the start could not be opened, once that is known; null when all is well. */
  async ready(): Promise<string | null> {
    await this.opening
    return this.client ? null : this.startProblem
  }

  async open(path: string, news = true): Promise<void> {
    const file = resolve(path)
    if (this.client?.file === file) return
    await this.replace(() => this.connect(file, 'write'), news)
  }

  /** Makes a new file, runs `fill` on it and opens it; a file that could not be filled is removed again. */
  async create(path: string, fill: (client: DatabaseClient) => Promise<void>): Promise<void> {
    const file = withExtension(resolve(path))
    await this.replace(async () => {
      const client = await this.connect(file, 'create')
      try {
        await client.ask('program.begin', { name: nameOf(file), timeZone: systemTimeZone() })
        await fill(client)
        return client
      } catch (error) {
        await client.close()
        await removeFile(file)
        throw error
      }
    })
  }

  async close(): Promise<void> {
    const client = this.client
    this.client = null
    await client?.close()
    if (client) this.options.onChange(null, true)
  }

  /** Closes the file at the end of the app: the next start opens it again. */
  async shutDown(): Promise<void> {
    const client = this.client
    this.client = null
    await client?.close()
  }

  /** The new file first: when it cannot be had, the old one stays open. */
  private async replace(open: () => Promise<DatabaseClient>, news = true): Promise<void> {
    const next = await open()
    const previous = this.client
    this.client = next
    this.options.onChange(next.file, news)
    await previous?.close()
  }

  private connect(file: string, mode: 'create' | 'write'): Promise<DatabaseClient> {
    const { workerPath, nativeBinding, onTouched, onTrouble } = this.options
    return DatabaseClient.open({ file, mode, workerPath, nativeBinding, onTouched, onTrouble })
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
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) await rm(path)
}
