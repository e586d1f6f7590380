import { basename, dirname } from 'node:path'
import { AppError } from '@shared/errors'
import { app } from 'electron'
import type { AppSettings } from './appSettings'
import { shortPath } from './files/names'
import { recentLabels } from './files/recentLabels'

const most = 8

interface Settings {
  get(): AppSettings
  set(settings: AppSettings): void
}

/** The program files that were open, the last one first: in the settings, and in the system's own list. */
export class RecentFiles {
  /** @param onChange hears when there are others in the list, or in another order. */
  constructor(
    private readonly settings: Settings,
    private readonly onChange: () => void,
  ) {}

  get paths(): string[] {
    return this.settings.get().recent
  }

  /** The list, in words that tell the files apart. */
  get labelled(): { path: string; label: string }[] {
    const labels = recentLabels(this.paths)
    return this.paths.map((path, at) => ({ path, label: labels[at] ?? path }))
  }

  /** A file was opened, or the open one was closed (null): the next start opens what is open at the end. */
  opened(path: string | null): void {
    const { recent, reopen } = this.settings.get()
    if (path !== null && path === recent[0] && reopen) return
    this.settings.set({ ...this.settings.get(), reopen: path !== null })
    if (path === null) return
    this.become([path, ...recent.filter((known) => known !== path)].slice(0, most))
    // macOS and Windows keep a list of their own, at the dock and the taskbar.
    void app.whenReady().then(() => app.addRecentDocument(path))
  }

  forget(path: string): void {
    this.keepOnly((known) => known !== path)
  }

  /** @param open the open file, which stays: the next start finds it by this list. */
  clear(open: string | null): void {
    this.keepOnly((known) => known === open)
  }

  private keepOnly(keeps: (path: string) => boolean): void {
    this.become(this.paths.filter(keeps))
    app.clearRecentDocuments()
    for (const path of this.paths.toReversed()) app.addRecentDocument(path)
  }

  private become(recent: string[]): void {
    this.settings.set({ ...this.settings.get(), recent })
    this.onChange()
  }
}

/** Why a file of the list cannot be opened, said of that file. */
export function toldOfRecent(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof AppError) || thrown.code !== 'file-not-found') return thrown
  return new AppError(
    thrown.code,
    `“${basename(path)}” is no longer in “${shortPath(dirname(path))}”. It may have been moved or renamed: File → Open… finds it again.`,
  )
}
