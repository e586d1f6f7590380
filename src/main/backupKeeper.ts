import type { OutputOf } from '@shared/contract'
import { isBackupDue, lateBackup } from '@shared/domain/backupSchedule'
import type { BackupReason } from '@shared/domain/backups'
import { AppError } from '@shared/errors'
import type { BackupPlan } from './appSettings'
import type { DatabaseClient } from './database/client'
import {
  type Backup,
  backUp,
  backUpUnlessKept,
  backupFolderOf,
  eraseInBackups,
  holding,
  type KeepsBackups,
  type LeftBackup,
  listBackups,
  protectBackups,
  type Spellings,
  secondFolderOf,
} from './database/programBackups'
import { unlessGivenUp } from './database/reach'
import type { CallOptions } from './database/workerLine'

interface Options {
  planOf: (file: string) => BackupPlan
  /** Something that the user has to know, in a sentence; the same only once. */
  onTold: (message: string) => void
  /** There are other backups than before, or something else is known about them. */
  onChange: () => void
  now?: () => number
}

/** How a file stands. */
interface Standing {
  /** The newest first. */
  backups: Backup[]
  changedSince: boolean
  problems: string[]
}

/** The open file and how its backups went. */
interface Followed {
  client: DatabaseClient
  since: number
  /** Something may have been done since it was last looked. */
  touched: boolean
  failed: { at: number; message: string } | null
  secondProblem: string | null
  /** Plain backups of an encrypted file. */
  plainProblem: string | null
  /** Whether it was looked for such. */
  protected: boolean
}

const fresh = { failed: null, secondProblem: null, plainProblem: null, protected: false }

/** How often it is looked whether a backup is due, in milliseconds. */
const look = 60_000

/** A file that was just opened has better uses for the disk. */
const firstLook = 15_000

/**
 * Keeps backups of the open file: by the schedule, before whatever cannot be gone back on, and when it is closed. One
 * at a time, on a thread of its own; nobody waits for it who has not asked for it.
 */
export class BackupKeeper implements KeepsBackups {
  private followed: Followed | null = null
  private timer: NodeJS.Timeout | undefined
  private working: Promise<unknown> = Promise.resolve()
  /** The last backup of a file that is being closed, by how to do without it. */
  private last: AbortController | null = null

  constructor(private readonly options: Options) {}

  follow(client: DatabaseClient | null): void {
    clearTimeout(this.timer)
    // The same file, written anew, goes on being told about as before.
    const known = client !== null && this.followed?.client.file === client.file ? this.followed : null
    this.followed = client === null ? null : { ...fresh, since: this.now(), ...known, client, touched: true }
    if (client !== null) this.lookAfter(firstLook)
  }

  /** Something was written to the open file. */
  touched(): void {
    if (this.followed) this.followed.touched = true
  }

  async before(client: DatabaseClient, reason: BackupReason, options?: CallOptions): Promise<void> {
    try {
      const wanted = { reason, second: this.secondOf(client) }
      const written = await this.inTurn(() => backUpUnlessKept(client, wanted, options))
      if (written) this.wrote(client, written)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error
      throw new AppError(error.code, `Nothing was done yet, as it takes a backup first. ${error.message}`)
    }
  }

  async protect(client: DatabaseClient, options?: CallOptions): Promise<void> {
    const second = this.secondOf(client)
    const folders = [backupFolderOf(client.file), ...(second === null ? [] : [second])]
    const problem = await this.inTurn(() => protectBackups(client, folders, options))
    const { followed } = this
    if (followed?.client !== client) return
    followed.protected = true
    if (problem !== null && problem !== followed.plainProblem) this.options.onTold(problem)
    followed.plainProblem = problem
  }

  erase(client: DatabaseClient, spellings: Spellings, options?: CallOptions): Promise<LeftBackup[]> {
    const second = this.secondOf(client)
    const folders = [backupFolderOf(client.file), ...(second === null ? [] : [second])]
    return this.inTurn(() => eraseInBackups(client, folders, spellings, options))
  }

  /** A backup that the user has asked for. */
  make(client: DatabaseClient, options?: CallOptions): Promise<OutputOf<'backups.write'>> {
    return this.back(client, 'by hand', options)
  }

  /** Reads all backups through. */
  check(client: DatabaseClient, folder: string, options?: CallOptions): Promise<OutputOf<'backups.verify'>> {
    return this.inTurn(() => client.ask('backups.verify', { folder, names: null }, options))
  }

  /** The last one before the file is closed. What goes wrong is told; the file is closed all the same. */
  async closing(client: DatabaseClient): Promise<void> {
    const last = new AbortController()
    this.last = last
    try {
      await unlessGivenUp(this.closingBackup(client, last.signal), last.signal, () => undefined)
    } catch (error) {
      if (!isEnd(error)) this.options.onTold(sentenceOf(error))
    } finally {
      if (this.last === last) this.last = null
    }
  }

  private async closingBackup(client: DatabaseClient, signal: AbortSignal): Promise<void> {
    await this.working.catch(() => undefined)
    if (!this.options.planOf(client.file).automatic || !(await this.look(client)).changedSince) return
    await backUp(client, { reason: 'at close', second: this.secondOf(client) }, { signal })
  }

  /** Whether a last backup is being made. */
  get closes(): boolean {
    return this.last !== null
  }

  /** Does without the last backup. */
  stopClosing(): void {
    this.last?.abort()
  }

  /** Makes a backup when one is due. For the timer, and for tests that do not wait for it. */
  async lookAgain(): Promise<void> {
    const { followed } = this
    if (!followed?.touched || followed.client.frozen) return
    const { client } = followed
    // An encryption that was interrupted may have left some that everybody can read.
    if (client.encrypted && !followed.protected) await this.protect(client).catch(() => undefined)
    const plan = this.options.planOf(client.file)
    try {
      followed.touched = false
      const { changedSince, newest } = await this.look(client)
      if (!changedSince) return
      followed.touched = true
      const failed = followed.failed?.at ?? null
      if (!isBackupDue({ ...plan, now: this.now(), changed: changedSince, newest: madeAt(newest), failed }))
        return
      await this.back(client, 'scheduled')
    } catch (error) {
      followed.touched = true
      // The file was closed meanwhile: that is no failure.
      if (followed === this.followed && !isEnd(error)) this.failed(error)
    }
  }

  async standing(client: DatabaseClient): Promise<Standing> {
    const { backups, changedSince, waitingSince, newest } = await this.look(client)
    const { followed } = this
    const late = lateBackup({
      ...this.options.planOf(client.file),
      now: this.now(),
      waitingSince: waitingSince === null ? null : Date.parse(waitingSince),
      newest: madeAt(newest),
      openSince: followed?.since ?? this.now(),
      failed: followed?.failed != null,
    })
    const problems = [late, followed?.failed?.message, followed?.secondProblem, followed?.plainProblem]
    return { backups, changedSince, problems: problems.filter((problem) => problem != null) }
  }

  private async look(client: DatabaseClient) {
    const backups = await listBackups(client.file)
    const newest = backups.find(({ state }) => state === 'good')
    const after = newest?.newest?.id ?? null
    const position = await client.ask('backups.position', { after })
    const changedSince = position.newest !== null && holding(backups, position.newest) === undefined
    return {
      backups,
      newest,
      changedSince,
      waitingSince: changedSince ? (position.waitingSince ?? position.newest?.at ?? null) : null,
    }
  }

  private back(client: DatabaseClient, reason: BackupReason, options?: CallOptions) {
    return this.inTurn(() => backUp(client, { reason, second: this.secondOf(client) }, options)).then(
      (written) => this.wrote(client, written),
    )
  }

  private wrote<W extends { secondProblem: string | null }>(client: DatabaseClient, written: W): W {
    if (this.followed?.client === client) this.succeeded(written.secondProblem)
    return written
  }

  /** One after the other: two at once would only hold each other up. */
  private async inTurn<T>(run: () => Promise<T>): Promise<T> {
    const running = this.working.then(run)
    this.working = running.catch(() => undefined)
    const done = await running
    this.options.onChange()
    return done
  }

  private succeeded(secondProblem: string | null): void {
    const { followed } = this
    if (!followed) return
    followed.failed = null
    if (secondProblem !== null && secondProblem !== followed.secondProblem) this.options.onTold(secondProblem)
    followed.secondProblem = secondProblem
  }

  private failed(error: unknown): void {
    const { followed } = this
    if (!followed) return
    const message = sentenceOf(error)
    if (message !== followed.failed?.message) {
      this.options.onTold(`${message} Coppice tries again by itself, and tells no more of it.`)
    }
    followed.failed = { at: this.now(), message }
    this.options.onChange()
  }

  private secondOf(client: DatabaseClient): string | null {
    const { secondPlace } = this.options.planOf(client.file)
    return secondPlace === null ? null : secondFolderOf(client.file, secondPlace)
  }

  private lookAfter(wait: number): void {
    this.timer = setTimeout(() => {
      const { followed } = this
      void this.lookAgain().finally(() => {
        if (this.followed === followed) this.lookAfter(look)
      })
    }, wait)
    this.timer.unref()
  }

  private now(): number {
    return this.options.now?.() ?? Date.now()
  }
}

function madeAt(backup: Backup | undefined): number | null {
  return backup ? Date.parse(backup.at) : null
}

function isEnd(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'no-file-open' || error.code === 'cancelled')
}

function sentenceOf(error: unknown): string {
  return error instanceof AppError
    ? error.message
    : 'There is no backup: something went wrong inside Coppice. Your records are safe; the log holds the details.'
}
