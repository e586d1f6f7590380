import { erasedInText } from '@shared/domain/erasure'
import { NameFinder, type Spelling, spellingsOf } from '@shared/domain/nameFinder'
import type { Replacing } from '@shared/domain/replaceNames'
import type { Reader } from '../engine/reader'
import { longerNames, memberSpellings } from '../queries/members/spellings'
import { everyNumber } from '../queries/merging/mergedInto'

/** Who is being erased, and how they are found in texts. */
export interface Subjects {
  ids: ReadonlySet<number>
  spellings: Spelling<number>[]
  replacing: Replacing
}

/**
 * Members by everything they are, or ever were, written as: what the history knows of earlier names and addresses
 * counts too, unless it is somebody else's today.
 */
export function subjectsOf(
  db: Reader,
  ids: readonly number[],
  alsoWritten: readonly Spelling<number>[] = [],
): Subjects {
  // Whoever was merged into one of them is the same person under another number.
  const all = everyNumber(db, ids)
  const current = memberSpellings(db, ids)
  const earlier = all.flatMap((id) => earlierSpellings(db, id)).filter((spelling) => !isTaken(db, spelling))
  const spellings = [...current, ...earlier, ...alsoWritten]
  const hidden = new Set([...all, ...alsoWritten.map(({ key }) => key)])
  return {
    ids: new Set(all),
    spellings,
    replacing: {
      finder: new NameFinder([...spellings, ...longerNames(db, spellings)]),
      instead: (id) => (hidden.has(id) ? erasedInText : null),
    },
  }
}

function earlierSpellings(db: Reader, id: number): Spelling<number>[] {
  const images = db
    .column<string>(
      `SELECT before FROM changes
        WHERE table_name = 'members' AND first_row = ? AND last_row = first_row AND before IS NOT NULL`,
      id,
    )
    .map((before) => JSON.parse(before) as Record<string, unknown>)
  return images.flatMap(({ name, sort_name: sortName, email, phone }) => [
    ...textOf(name).flatMap((text) =>
      spellingsOf(text, textOf(sortName)[0] ?? text).map((spelling) => spelled('name', spelling)),
    ),
    ...textOf(email).map((text) => spelled('email', text)),
    ...textOf(phone).map((text) => spelled('phone', text)),
  ])

  function spelled(kind: Spelling<number>['kind'], text: string): Spelling<number> {
    return { key: id, kind, text }
  }
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : []
}

const columns = { name: 'name', email: 'email', phone: 'phone' } as const

/** Somebody who was written over by hand was perhaps never this person. */
function isTaken(db: Reader, { key, kind, text }: Spelling<number>): boolean {
  const sql = `SELECT 1 FROM members WHERE ${columns[kind]} = ? COLLATE NOCASE AND id <> ?`
  return db.value(sql, text, key) !== undefined
}
