import { notifications } from '@mantine/notifications'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import { TextButton } from '../components/TextButton'
import { call } from './api'
import classes from './Notices.module.css'
import { tell, tellError } from './notify'

/** What is done sooner than that needs no word before it is done; in milliseconds. */
const patience = 300
/** How long the way back from a deletion is offered, in milliseconds. */
const offered = 12_000

const words = {
  undo: { doing: 'Undoing', done: 'Undone' },
  redo: { doing: 'Doing again', done: 'Done again' },
} as const

/** Takes back the last command, or the last undo, and says in words what that was; a long one tells how far it is. */
export async function stepHistory(direction: keyof typeof words, command?: number): Promise<void> {
  const { doing, done } = words[direction]
  const progress = longNotice(doing)
  const input = direction === 'undo' && command !== undefined ? { command } : {}
  try {
    const { summary } = await call(`history.${direction}`, input, progress.options)
    tell(`${done}: ${summary}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') tell(error.message)
    else if (error instanceof Error) tellError(error)
  } finally {
    progress.end()
  }
}

/** What is being done, as soon as that takes a while, with the way to stop it; `end` takes it away. */
export function longNotice(doing: string): Pick<StepProgress, 'options' | 'end'> {
  return new StepProgress(doing)
}

/** The notice of something that takes a while, with the way to stop it. */
class StepProgress {
  private readonly stop = new AbortController()
  private readonly began = Date.now()
  private id: string | null = null

  constructor(private readonly doing: string) {}

  get options() {
    return {
      signal: this.stop.signal,
      onProgress: ({ label, done, total }: { label: string; done: number; total: number | null }) => {
        if (Date.now() - this.began < patience) return
        const part = total === null || total === 0 ? '' : ` (${Math.floor((done / total) * 100)} %)`
        this.show(`${this.doing}: ${label}${part}`)
      },
    }
  }

  end(): void {
    if (this.id !== null) notifications.hide(this.id)
  }

  private show(text: string): void {
    const notice = {
      loading: true,
      autoClose: false as const,
      withCloseButton: false,
      message: (
        <div className={classes.notice}>
          <span dir="auto">{text}</span>
          <TextButton onClick={() => this.stop.abort()}>Stop</TextButton>
        </div>
      ),
    }
    if (this.id === null) this.id = notifications.show(notice)
    else notifications.update({ id: this.id, ...notice })
  }
}

/** Says what was deleted, and offers the way back while it is likely to be wanted. */
export function tellDeleted(message: string, deletion: Deletion): void {
  const id = notifications.show({
    color: 'leaf',
    autoClose: offered,
    message: (
      <div className={classes.notice}>
        <span dir="auto">{message}</span>
        <TextButton
          onClick={() => {
            notifications.hide(id)
            void bringBack(deletion)
          }}
        >
          Undo
        </TextButton>
      </div>
    ),
  })
}

/** As long as nothing else was done, by undo; after that, out of the trash, where it is there. */
async function bringBack({ command, trash }: Deletion): Promise<void> {
  const { undo } = await call('history.state', {})
  if (undo?.id === command || trash.length === 0) await stepHistory('undo', command)
  else await restore(trash)
}

/** Brings things back out of the trash, and says what could not come. @returns whether anything came back. */
export async function restore(ids: number[]): Promise<boolean> {
  try {
    const { restored, notes } = await call('trash.restore', { ids })
    const [only] = restored
    const what = restored.length === 1 && only ? only.name : `${restored.length} things`
    if (notes.length === 0) tell(`Restored: ${what}`)
    else tellRestoredInPart(what, notes)
    return true
  } catch (error) {
    if (error instanceof Error) tellError(error)
    return false
  }
}

/** What was lost has to be read, so it stays until it was. */
function tellRestoredInPart(what: string, notes: readonly string[]): void {
  notifications.show({
    color: 'yellow',
    autoClose: false,
    title: `Restored, but not all of it: ${what}`,
    message: (
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    ),
  })
}
