import type { Reference } from '@shared/contract/fields'
import { replaceNames } from '@shared/domain/replaceNames'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { replacingEverybody, replacingMembers } from '../members/spellings'
import { unnamedWords, unwillingMembers } from '../privacy/unnamed'

/** How people are called in one report. */
export interface ReportNames {
  called(member: Reference): string
  /** A text as it may be told. */
  text(words: string): string
  /** A note or a title as it may be told: nothing of it in a report of figures. */
  note(words: string): string
  /** How many of those who were called do not want to be named; whether they are named or not. */
  unwilling(): number
}

/** An e-mail address. */
const address = /[^\s<>()]+@[^\s<>()]+/g

/** By what a report may say: in one of figures nobody is named, in the others nobody who does not want it. */
export function namesFor(
  db: Reader,
  { redaction, nameAll }: { redaction: RedactionLevel; nameAll?: boolean | undefined },
): ReportNames {
  if (redaction === 'figures') {
    const replacing = replacingEverybody(db, unnamedWords)
    return {
      called: () => unnamedWords,
      text: (words) => replaceNames(words, replacing).replace(address, unnamedWords),
      note: () => '',
      unwilling: () => 0,
    }
  }
  const ids = unwillingMembers(db)
  const hidden = new Set(ids)
  const found = new Set<number>()
  const replacing = nameAll || ids.length === 0 ? null : replacingMembers(db, ids, unnamedWords)
  const text = (words: string) => (replacing === null ? words : replaceNames(words, replacing))
  return {
    called: ({ id, name }) => {
      if (hidden.has(id)) found.add(id)
      return replacing !== null && hidden.has(id) ? unnamedWords : name
    },
    text,
    note: text,
    unwilling: () => found.size,
  }
}
