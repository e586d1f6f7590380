import type { InputOf, OutputOf } from '@shared/contract'
import type { DuplicateSide } from '@shared/contract/merging'
import { metEachOther, type Person } from '@shared/domain/duplicates/judge'
import { bySureness, pairKey, type Suggestion, suggestDuplicates } from '@shared/domain/duplicates/suggest'
import { stopIf } from '../../engine/command'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { list, listed } from '../conditions'

/**
 * Who may be in the directory twice; archived ones too, since who comes back should not be there twice.
 *
 * @throws AppError `cancelled`.
 */
export function listDuplicates(
  db: Reader,
  { importId, limit }: InputOf<'members.duplicates'>,
  task: Task,
): OutputOf<'members.duplicates'> {
  const people = db.all<Person>(
    `SELECT id, name, email, phone, external_id AS externalId, organisation, location, department
      FROM members WHERE erased_at IS NULL ORDER BY id`,
  )
  const apart = new Set(
    db
      .arrays<[number, number]>('SELECT first_id, second_id FROM distinct_members')
      .map(([first, second]) => pairKey(first, second)),
  )
  const found = suggestDuplicates(people, {
    apart,
    ...(importId === null ? {} : { about: broughtBy(db, importId) }),
    onStep: (pairs) => {
      stopIf(task.cancelled)
      task.progress({ label: `${pairs.toLocaleString('en')} pairs compared`, done: pairs, total: null })
    },
  })
  const met = meetings(db, found)
  const suggestions = found.flatMap((one) => asked(one, met)).sort(bySureness)
  const shown = suggestions.slice(0, limit)
  const sides = sidesOf(
    db,
    shown.flatMap(({ first, second }) => [first, second]),
  )
  return {
    total: suggestions.length,
    rows: shown.flatMap(({ first, second, confidence, reasons }) => {
      const [one, two] = [sides.get(first), sides.get(second)]
      if (!one || !two) return []
      const [keep, other] = staying(one, two)
      return [{ keep, other, confidence, reasons }]
    }),
  }
}

function broughtBy(db: Reader, importId: number): Set<number> {
  return new Set(db.column<number>('SELECT id FROM members WHERE import_id = ?', importId))
}

/** How often the two of each pair were at one session, by the key of the pair; those who never were are left out. */
function meetings(db: Reader, pairs: readonly Suggestion[]): Map<string, number> {
  return new Map(
    db
      .arrays<[number, number, number]>(
        `SELECT pair.value ->> 'first', pair.value ->> 'second', count(*) FROM json_each(?) pair
          JOIN session_attendees a ON a.member_id = pair.value ->> 'first'
          JOIN session_attendees b ON b.session_id = a.session_id AND b.member_id = pair.value ->> 'second'
          GROUP BY 1, 2`,
        JSON.stringify(pairs.map(({ first, second }) => ({ first, second }))),
      )
      .map(([first, second, times]) => [pairKey(first, second), times]),
  )
}

/** Who was at one session with somebody is hardly that person. */
function asked(suggestion: Suggestion, met: ReadonlyMap<string, number>): Suggestion[] {
  const { first, second } = suggestion
  const judgement = metEachOther(suggestion, met.get(pairKey(first, second)) ?? 0)
  return judgement ? [{ ...judgement, first, second }] : []
}

/** The one with more records stays, and of two with as many the one who was there first. */
function staying(one: DuplicateSide, two: DuplicateSide): [keep: DuplicateSide, other: DuplicateSide] {
  if (one.archived !== two.archived) return one.archived ? [two, one] : [one, two]
  return two.records > one.records || (two.records === one.records && two.id < one.id)
    ? [two, one]
    : [one, two]
}

export function sidesOf(db: Reader, ids: readonly number[]): Map<number, DuplicateSide> {
  const rows = db.all<Omit<DuplicateSide, 'archived'> & { archived: number }>(
    `SELECT id, name, email, phone, job_title AS jobTitle, location, department, archived_at IS NOT NULL AS archived,
        (SELECT count(*) FROM session_attendees WHERE member_id = m.id)
        + (SELECT count(*) FROM match_members WHERE member_id = m.id)
        + (SELECT count(*) FROM enrolments WHERE member_id = m.id)
        + (SELECT count(*) FROM community_members WHERE member_id = m.id) AS records
      FROM members m WHERE id IN ${listed}`,
    list([...new Set(ids)]),
  )
  return new Map(rows.map((row) => [row.id, { ...row, archived: row.archived === 1 }]))
}
