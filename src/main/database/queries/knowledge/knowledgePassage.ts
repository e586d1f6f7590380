import type { InputOf, OutputOf } from '@shared/contract'
import { plainText } from '@shared/domain/excerpt'
import { unlinkable } from '@shared/domain/knowledge/links'
import { mentionedMembers } from '@shared/domain/mentions'
import { NameFinder, type Spelling } from '@shared/domain/nameFinder'
import { type Replacing, replaceNames } from '@shared/domain/replaceNames'
import { isUnspaced } from '@shared/domain/spelling'
import type { Confidentiality, MatchSide } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { memberSpellings } from '../members/spellings'
import { attendeesOf } from '../references'
import { topicsOf } from '../sessions/sessionList'

const longestTitle = 80

/**
 * A passage of a session's notes as the beginning of an item.
 *
 * @throws AppError `not-found`; `conflict` where the notes are private, or the passage is not in them.
 */
export function passageOf(
  db: Reader,
  { sessionId, passage, names }: InputOf<'knowledge.passage'>,
): OutputOf<'knowledge.passage'> {
  const session = db.get<{ confidentiality: Confidentiality; notes: string; agenda: string | null }>(
    'SELECT confidentiality, notes, agenda FROM sessions WHERE id = ?',
    sessionId,
  )
  if (!session) throw new AppError('not-found', 'This session is no longer there.')
  if (session.confidentiality === 'private')
    throw new AppError(
      'conflict',
      'These notes are private to you, so nothing of them goes into the knowledge base. If a part may, put it into a session that can be shared, and take it from there.',
    )
  const replacing = replacingPeople(db, sessionId, `${session.notes}\n\n${passage}`)
  const without = beginningSentences(replaceNames(passage, replacing))
  const body = (names === 'hidden' ? without : passage).trim()
  const authors = attendeesOf(db, [sessionId]).get(sessionId) ?? []
  const sides = sidesIn(db, sessionId)
  return {
    title: titleFrom(body),
    body,
    topics: topicsOf(db, [sessionId]).get(sessionId) ?? [],
    authors: names === 'hidden' ? [] : authors.filter(({ id }) => sides.get(id) === 'mentor'),
    names: replaceNames(passage, replacing) !== passage,
    forPair: session.confidentiality === 'pair',
  }
}

/** The beginning of the first sentence, as something to go on from. */
function titleFrom(body: string): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const first = plainText(lines.find((line) => !line.startsWith('#')) ?? lines[0] ?? '')
  const sentence = /^.*?[.!?](?=\s|$)/u.exec(first)?.[0].replace(/[.!?]$/u, '') ?? first
  const plain = sentence
    .replace(new RegExp(unlinkable, 'g'), ' ')
    .replace(/@(?=\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= longestTitle) return plain
  const space = plain.lastIndexOf(' ', longestTitle)
  return plain.slice(0, space > longestTitle / 2 ? space : longestTitle)
}

/** What those of a session are in its match. */
function sidesIn(db: Reader, sessionId: number): Map<number, MatchSide> {
  return new Map(
    db
      .all<{ id: number; side: MatchSide }>(
        `SELECT mm.member_id AS id, mm.side FROM sessions s JOIN match_members mm ON mm.match_id = s.match_id
          WHERE s.id = ?`,
        sessionId,
      )
      .map(({ id, side }) => [id, side]),
  )
}

/**
 * Finds everybody in a passage: those who were there, or are named in the notes as a whole, by all they can be written
 * as, their first names included; all others by their names, if these are of more than one word. Each is called what
 * they are in the match, or a member.
 */
function replacingPeople(db: Reader, sessionId: number, notes: string): Replacing {
  const there = (attendeesOf(db, [sessionId]).get(sessionId) ?? []).map(({ id }) => id)
  const names = db
    .all<{ id: number; name: string }>("SELECT id, name FROM members WHERE name LIKE '% %'")
    .filter(({ name }) => !isUnspaced(name))
    .map(({ id, name }) => ({ key: id, kind: 'name' as const, text: name }))
  const named = new NameFinder(names).find(notes).map(({ key }) => key)
  const known = memberSpellings(db, [...new Set([...there, ...mentionedMembers(notes), ...named])])
  const sides = sidesIn(db, sessionId)
  return {
    finder: new NameFinder([...names, ...known, ...known.flatMap(firstName)]),
    instead: (id) => words[sides.get(id) ?? 'member'],
  }
}

function firstName({ key, kind, text }: Spelling<number>): Spelling<number>[] {
  const [first, ...rest] = text.split(' ')
  return kind === 'name' && first !== undefined && first.length > 1 && rest.length > 0 && !text.includes(',')
    ? [{ key, kind, text: first }]
    : []
}

/** Who is named no more may have stood at the beginning of a sentence. */
function beginningSentences(text: string): string {
  return text.replace(
    /(^|[.!?]\s+|\n\s*(?:[-*]\s+|\d+[.)]\s+|#+\s+)?)(the mentor|the mentee|one of the two|a member)\b/g,
    (_whole, before: string, who: string) => before + who.charAt(0).toUpperCase() + who.slice(1),
  )
}

const words = {
  mentor: 'the mentor',
  mentee: 'the mentee',
  peer: 'one of the two',
  member: 'a member',
} as const
