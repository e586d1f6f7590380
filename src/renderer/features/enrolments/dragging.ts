import type { Moving } from './MoveDialog'

/** What is dragged over the board; nothing that is dragged in from elsewhere is of this kind. */
const kind = 'application/x-coppice-enrolments'

export function drag(transfer: DataTransfer, moving: Moving): void {
  transfer.effectAllowed = 'move'
  transfer.setData(kind, JSON.stringify(moving))
}

/** While something is dragged, its kind can be told, and nothing else. */
export function isDragged(transfer: DataTransfer): boolean {
  return transfer.types.includes(kind)
}

export function draggedFrom(transfer: DataTransfer): Moving | null {
  const text = transfer.getData(kind)
  return text === '' ? null : (JSON.parse(text) as Moving)
}
