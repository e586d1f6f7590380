import { dateInZone } from '@shared/domain/calendar'
import type { Reader } from '../engine/reader'
import { programTimeZone } from './programFile/settings'

interface Import {
  at: string
  /** In the plural. */
  kind: string
  fileName: string
  added: number
}

/** The imports from one day to another, both included, to be marked on an axis; days as the program has them. */
export function importMarks(db: Reader, first: string, last: string): { on: string; label: string }[] {
  const timeZone = programTimeZone(db)
  return db
    .all<Import>('SELECT at, kind, file_name AS fileName, added FROM imports ORDER BY at, id')
    .map(({ at, added, kind, fileName }) => ({
      on: dateInZone(at, timeZone),
      label: `${added.toLocaleString('en')} ${added === 1 ? kind.slice(0, -1) : kind} from ${fileName}`,
    }))
    .filter(({ on }) => on >= first && on <= last)
}
