import type { CommandKind } from '@shared/contract/history'
import classes from './History.module.css'

interface Props {
  kind: CommandKind
  takenBack: boolean
}

/** Says that a command was a step back or forward, or was taken back itself; what simply stands needs no word. */
export function KindTag({ kind, takenBack }: Props) {
  const text = kindText(kind, takenBack)
  return text === null ? null : <span className={classes.tag}>{text}</span>
}

function kindText(kind: CommandKind, takenBack: boolean): string | null {
  switch (kind) {
    case 'do':
      return takenBack ? 'Undone since' : null
    case 'undo':
      return takenBack ? 'Undo, redone since' : 'Undo'
    case 'redo':
      return takenBack ? 'Redo, undone since' : 'Redo'
  }
}
