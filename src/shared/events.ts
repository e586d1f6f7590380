/** What the main process tells the window, unasked. Types only: the preload hands them through. */
export interface AppEvents {
  /** A command has written to these tables; what was read from them is stale. */
  'records-changed': { tables: string[] }
  /** A long operation, by the id that the window gave to its call. */
  progress: { call: string; label: string; done: number; total: number | null }
  /** Another program file is open now, or none; or the same one, written anew. */
  'file-changed': { same: boolean }
  /** What `programFile.state` tells of a file that is not open yet, or has come into trouble, is different now. */
  'file-state': Record<never, never>
  /** The open file does not answer: for how many seconds, and whether that is for work; null once it answers again. */
  silence: { seconds: number; working: boolean } | null
  /** There are other backups than before, or something else is known about them. */
  'backups-changed': Record<never, never>
  /** A menu item or shortcut of the system's menu. */
  menu: { command: MenuCommand }
  /** Something that the user has to know and that no call of theirs can tell. */
  notice: { message: string }
}

export type EventName = keyof AppEvents

export type MenuCommand =
  | 'new-session'
  | 'new-member'
  | 'import'
  | 'export'
  | 'export-all'
  | 'open-export'
  | 'merge-copy'
  | 'give-changes'
  | 'find'
  | 'search'
  | 'undo'
  | 'redo'
  | 'history'
  | 'settings'
  | 'lock'
  | 'shortcuts'

/** The bridge that the preload puts on `window.coppice`. */
export interface Bridge {
  /** @returns the answer as JSON text: cheaper to carry across than objects. */
  call(name: string, input: unknown, call: string): Promise<string>
  /** Asks a running call to stop. */
  cancel(call: string): void
  /** @returns how to stop listening. */
  on<Name extends EventName>(name: Name, listener: (event: AppEvents[Name]) => void): () => void
  /** A file dropped onto the window. @returns the token that stands for it; null when it is no file of the disk. */
  dropped(file: File): Promise<string | null>
}
