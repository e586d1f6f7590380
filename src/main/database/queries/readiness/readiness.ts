import { readinessHtml } from '@main/exporting/readinessHtml'
import type { InputOf, OutputOf } from '@shared/contract'
import type { ReadinessCheck, ReadinessInput, readiness } from '@shared/contract/readiness'
import { readinessOf } from '@shared/domain/growth/readiness'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { communityById } from '../communities/communityRecord'
import { programName } from '../programFile/program'

export const readinessHandlers: Handlers<typeof readiness> = {
  'readiness.list': (db) => listChecks(db),
  'readiness.save': saveCheck,
  'readiness.remove': removeCheck,
  'readiness.document': documentOf,
}

type Stored = Omit<ReadinessCheck, 'community' | 'answers'> & {
  communityId: number | null
  communityName: string | null
  answers: string
}

function listChecks(db: Reader): ReadinessCheck[] {
  return db
    .all<Stored>(
      `SELECT r.id, c.id AS communityId, c.name AS communityName, r.idea, r.taken_on AS takenOn, r.who, r.answers, r.note
        FROM readiness_checks r LEFT JOIN communities c ON c.id = r.community_id
        ORDER BY r.taken_on DESC, r.id DESC`,
    )
    .map(({ communityId, communityName, answers, ...check }) => ({
      ...check,
      community: communityId === null ? null : { id: communityId, name: communityName ?? '' },
      answers: JSON.parse(answers) as Record<string, number>,
    }))
}

/** @throws AppError `not-found`. */
function saveCheck(
  writer: Writer,
  { id, check }: { id: number | null; check: ReadinessInput },
): Done<{ id: number }> {
  const { communityId, idea, takenOn, who, answers, note } = check
  const about = communityId === null ? (idea ?? '') : communityById(writer, communityId).name
  const columns = {
    community_id: communityId,
    idea: communityId === null ? idea : null,
    taken_on: takenOn,
    who,
    answers: JSON.stringify(answers),
    note,
  }
  const summary = `Readiness check: ${about}`
  if (id === null) {
    const stamps = { created_at: writer.now, updated_at: writer.now }
    return { value: { id: writer.insert('readiness_checks', { ...columns, ...stamps }) }, summary }
  }
  assertThere(writer, id)
  if (writer.update('readiness_checks', id, columns))
    writer.update('readiness_checks', id, { updated_at: writer.now })
  return { value: { id }, summary }
}

function removeCheck(writer: Writer, { id }: { id: number }): Done<{ id: number }> {
  const about = assertThere(writer, id)
  writer.remove('readiness_checks', id)
  return { value: { id }, summary: `Deleted a readiness check: ${about}` }
}

/** @returns what it is about. @throws AppError `not-found`. */
function assertThere(db: Reader, id: number): string {
  const about = db.value<string>(
    `SELECT coalesce(c.name, r.idea, 'a community') FROM readiness_checks r
      LEFT JOIN communities c ON c.id = r.community_id WHERE r.id = ?`,
    id,
  )
  if (about !== undefined) return about
  throw new AppError('not-found', 'These answers are no longer there; they may have been removed meanwhile.')
}

function documentOf(
  db: Reader,
  { document: { communityId, idea }, today }: InputOf<'readiness.document'>,
): OutputOf<'readiness.document'> {
  const checks = listChecks(db).filter((check) =>
    communityId === null
      ? check.community === null && check.idea === idea
      : check.community?.id === communityId,
  )
  const [first] = checks
  if (!first) throw new AppError('not-found', 'Nobody has answered for this community yet.')
  const about = first.community?.name ?? first.idea ?? ''
  const origin = { programName: programName(db), generatedOn: today }
  const reading = readinessOf(checks.map(({ answers }) => answers))
  return { title: `Readiness - ${about}`, html: readinessHtml({ about, checks, reading }, origin) }
}
