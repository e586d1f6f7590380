import { uniqueFileName } from '@main/exporting/fileName'
import type { InputOf } from '@shared/contract'
import type { ReportPiece } from '@shared/contract/reports'
import { batchesOf, type ReportDesign, type ReportEach } from '@shared/domain/report/design'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { unnamedWords, unwillingMembers } from '../privacy/unnamed'
import { type AskedReport, askedReport } from './askedReport'
import { sessionIds } from './sessionReport'

/** More files than that are no batch that anybody hands out. */
const mostFiles = 10_000

/** How many files there would be of each that this kind of report can be made of. */
export function batchSizes(
  db: Reader,
  request: InputOf<'reports.document'>,
): { each: ReportEach; files: number }[] {
  const asked = askedReport(db, request, { isBatch: true })
  return batchesOf[request.design.kind].map((each) => ({ each, files: subjects(db, asked, each).length }))
}

/**
 * The same report of each pair, member, program or community, those of whom there is nothing to tell left out.
 *
 * @throws AppError `invalid-input` where there would be too many, or none.
 */
export function batchPieces(db: Reader, { each, ...request }: InputOf<'reports.pieces'>): ReportPiece[] {
  const asked = askedReport(db, request, { isBatch: true })
  const ids = subjects(db, asked, each)
  if (ids.length === 0)
    throw new AppError('invalid-input', 'There is nothing to report of in this period, so no file was made.')
  if (ids.length > mostFiles)
    throw new AppError(
      'invalid-input',
      `These would be ${ids.length.toLocaleString('en')} files. Choose a shorter period, or fewer of them.`,
    )
  const names = namesOf(db, asked, each)
  const taken = new Set<string>()
  const { design } = request
  return ids.map((id, at) => ({
    name: uniqueFileName(names(id, at), taken),
    design: ofOne(design, each, id),
  }))
}

function ofOne(design: ReportDesign, each: ReportEach, id: number): ReportDesign {
  switch (each) {
    case 'match':
      return { ...design, matchId: id }
    case 'member':
      return { ...design, memberIds: [...new Set([...design.memberIds, id])] }
    case 'program':
      return { ...design, programId: id }
    case 'community':
      return { ...design, communityId: id }
  }
}

function subjects(db: Reader, { design, from, to }: AskedReport, each: ReportEach): number[] {
  if (each === 'program') return db.column('SELECT id FROM programs ORDER BY name COLLATE NOCASE, id')
  if (each === 'community') return db.column('SELECT id FROM communities ORDER BY name COLLATE NOCASE, id')
  const { memberIds, matchId, programId, communityId } = design
  const ids = list(sessionIds(db, { memberIds, matchId, programId, communityId, from, to }))
  if (each === 'match')
    return db.column(
      `SELECT DISTINCT match_id FROM sessions WHERE match_id IS NOT NULL AND id IN ${listed} ORDER BY match_id`,
      ids,
    )
  return db.column(
    `SELECT id FROM members WHERE erased_at IS NULL
      AND id IN (SELECT member_id FROM session_attendees WHERE session_id IN ${listed})
      ORDER BY sort_name COLLATE NOCASE, id`,
    ids,
  )
}

/** A file's name tells who it is about, but for a report that names nobody. */
function namesOf(
  db: Reader,
  { design, nameAll }: AskedReport,
  each: ReportEach,
): (id: number, at: number) => string {
  const one = (table: string) => (id: number) =>
    db.value<string>(`SELECT name FROM ${table} WHERE id = ?`, id) ?? ''
  if (each === 'program') return one('programs')
  if (each === 'community') return one('communities')
  if (design.redaction === 'figures')
    return (_id, at) => `${each === 'match' ? 'Pair' : 'Member'} ${String(at + 1).padStart(3, '0')}`
  const unwilling = new Set(nameAll ? [] : unwillingMembers(db))
  const called = (id: number) => (unwilling.has(id) ? unnamedWords : one('members')(id))
  if (each === 'member') return called
  return (id) =>
    db
      .column<number>(
        "SELECT member_id FROM match_members WHERE match_id = ? ORDER BY side = 'mentee', id",
        id,
      )
      .map(called)
      .join(' and ')
}
