import type { SearchFilter, search } from '@shared/contract/search'
import { type FoundKind, foundKinds } from '@shared/domain/vocabulary'
import type { Directory } from '../../directory/directory'
import { stopIf } from '../../engine/command'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { searchWords } from '../fullText'
import { foundRows } from './foundRows'
import { type Asked, type Hit, type HitsOfKind, mixed, nearness, noHits } from './hits'
import { markerFor } from './marker'
import { memberHits } from './memberHits'
import { type Question, questionFor } from './question'
import { knowledgeHits, recordHits, sessionHits } from './recordHits'
import { scopeOf } from './scope'
import { alike, meant } from './spelling'

type Kinds = Record<FoundKind, HitsOfKind>

/** The directory is in memory already for the list of members. */
export function createSearchHandlers(directory: Directory): Handlers<typeof search> {
  return {
    'search.all': (db, { filter, limit }, { cancelled }) => {
      const stop = () => stopIf(cancelled)
      const ask = (query: string) => hitsOfAll(db, directory, { ...filter, query }, limit, stop)
      const typed = ask(filter.query)
      const instead =
        filter.literally || typed.words.length === 0 || !isEmpty(typed.kinds)
          ? null
          : meant(db, filter.query, stop)
      const { kinds, words, question } = instead === null ? typed : ask(instead)
      const isRare = !filter.literally && instead === null && isFew(typed.kinds)
      return {
        meant: instead,
        suggested: isRare ? alike(db, filter.query, stop) : null,
        counts: Object.fromEntries(foundKinds.map((kind) => [kind, kinds[kind].total])) as Record<
          FoundKind,
          number
        >,
        rows: foundRows(db, markerFor(words, question.forms), best(kinds, filter, limit)),
      }
    },
  }
}

/** So few, and none of them called so, that something else may have been meant. */
function isFew(kinds: Kinds): boolean {
  const found = foundKinds.flatMap((kind) => kinds[kind].hits)
  const total = foundKinds.reduce((sum, kind) => sum + kinds[kind].total, 0)
  return total > 0 && total <= few && found.every((hit) => hit.nearness === nearness.holds)
}

const few = 3

interface Answer {
  words: string[]
  question: Question
  kinds: Kinds
}

function hitsOfAll(
  db: Reader,
  directory: Directory,
  filter: SearchFilter,
  limit: number,
  stop: () => void,
): Answer {
  const words = searchWords(filter.query)
  const question = questionFor(db, words)
  const none = Object.fromEntries(foundKinds.map((kind) => [kind, noHits])) as Kinds
  if (words.length === 0) return { words, question, kinds: none }
  const asked: Asked = { words, question, scope: scopeOf(db, filter), limit }
  const kinds = { ...none }
  for (const kind of foundKinds) {
    // Between two kinds is time to hear that nobody waits any more.
    stop()
    kinds[kind] = hitsOf(db, directory, asked, kind)
  }
  return { words, question, kinds }
}

function hitsOf(db: Reader, directory: Directory, asked: Asked, kind: FoundKind): HitsOfKind {
  switch (kind) {
    case 'member':
      return memberHits(db, directory.get(db), asked)
    case 'session':
      return sessionHits(db, asked)
    case 'knowledge':
      return knowledgeHits(db, asked)
    default:
      return recordHits(db, asked, kind)
  }
}

function isEmpty(kinds: Kinds): boolean {
  return foundKinds.every((kind) => kinds[kind].total === 0)
}

/** The best of the kinds that were asked for. */
function best(kinds: Kinds, { kinds: wanted }: SearchFilter, limit: number): Hit[] {
  return mixed(
    foundKinds.filter((kind) => wanted.length === 0 || wanted.includes(kind)).map((kind) => kinds[kind].hits),
  ).slice(0, limit)
}
