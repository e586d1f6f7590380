import type { MenuCommand } from '@shared/events'
import { type FileMenu, type HistoryLabels, setMenu } from './menu'
import type { ProgramFiles } from './programFiles'

/** A burst of commands is one change of the menu; in milliseconds. */
const pause = 80
/** Longer words than that would make a menu wider than it should be. */
const longest = 56

const nothing: HistoryLabels = { undo: null, redo: null }
/** A text that is being typed has its own undo, whatever there is to take back in the file. */
const ofText: HistoryLabels = { undo: 'Undo', redo: 'Redo' }

/** The menu of the app, with what undo and redo would take back now in their words, and the files that were open. */
export class HistoryMenu {
  private labels = nothing
  private isTyping = false
  private shown: string | null = null
  private waiting: NodeJS.Timeout | undefined

  constructor(
    private readonly send: (command: MenuCommand) => void,
    private readonly fileMenu: () => FileMenu,
  ) {}

  /** From now on there is a menu. */
  show(): void {
    const labels = this.isTyping ? ofText : this.labels
    const fileMenu = this.fileMenu()
    const text = JSON.stringify([labels, fileMenu.recent.map(({ label }) => label)])
    // A menu can only be made anew, and closes when somebody has it open.
    if (text === this.shown) return
    this.shown = text
    setMenu(this.send, labels, fileMenu)
  }

  /** There are other recent files. */
  filesChanged(): void {
    if (this.shown !== null) this.show()
  }

  typing(isTyping: boolean): void {
    this.isTyping = isTyping
    this.show()
  }

  /** Something was done in the open file, or another one is open, or none. */
  follow(files: ProgramFiles): void {
    if (files.path === null) this.tell(nothing)
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => void this.ask(files), pause)
  }

  private async ask(files: ProgramFiles): Promise<void> {
    try {
      const { undo, redo } = await (await files.use()).ask('history.state', {})
      // Locked meanwhile: nothing of the file stays in view.
      if (files.path === null) this.tell(nothing)
      else this.tell({ undo: undo && worded('Undo', undo), redo: redo && worded('Redo', redo) })
    } catch {
      // No file is open, or it cannot answer now: then there is nothing to take back.
      this.tell(nothing)
    }
  }

  private tell(labels: HistoryLabels): void {
    this.labels = labels
    if (this.shown !== null) this.show()
  }
}

function worded(step: string, { summary }: { summary: string }): string {
  const letters = [...summary.replace(/\s+/g, ' ')]
  const text = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')
  // A single & would underline the letter behind it.
  return `${step}: ${text.replaceAll('&', '&&')}`
}
