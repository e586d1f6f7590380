import type { SummarySource } from '@main/exporting'
import { htmlPieces } from '@main/exporting/html'
import { type Report as OpenReport, openReport } from '@main/exporting/source'
import type { ExportScope } from '@shared/contract/exports'
import type { SummaryShape } from '@shared/domain/report/design'
import type { SummaryEntry, SummarySession } from '@shared/domain/sessionSummary'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { list, listed } from '../conditions'
import { namingWithout, unnamedWords, unwillingMembers } from '../privacy/unnamed'
import { programName } from '../programFile/program'
import { summaryReader } from '../sessions/summaryReader'

const batchLength = 200

/** Chromium's printing grows faster than the document does: 2,000 sessions take half a minute. */
const mostPrinted = 2000

/** Which sessions a summary is about. */
export interface SessionScope extends ExportScope {
  /** Of matches of this program, and with somebody who belongs to this community. */
  programId?: number | null
  communityId?: number | null
}

export interface SessionRequest {
  scope: SessionScope
  redaction: RedactionLevel
  today: string
  nameAll: boolean
  shape?: SummaryShape
}

/** In the order of the report: the oldest first, as a story is read. */
export function sessionIds(
  db: Reader,
  { memberIds, matchId, from, to, programId = null, communityId = null }: SessionScope,
): number[] {
  const conditions = memberIds.map(
    () => 'id IN (SELECT session_id FROM session_attendees WHERE member_id = ?)',
  )
  const parameters: unknown[] = [...memberIds]
  for (const [condition, value] of [
    ['match_id = ?', matchId],
    ['match_id IN (SELECT id FROM matches WHERE program_id = ?)', programId],
    [
      `id IN (SELECT a.session_id FROM community_members c JOIN session_attendees a ON a.member_id = c.member_id
        WHERE c.community_id = ? AND c.left_on IS NULL)`,
      communityId,
    ],
    ['held_on >= ?', from],
    ['held_on <= ?', to],
  ] as const) {
    if (value === null) continue
    conditions.push(condition)
    parameters.push(value)
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  return db.column<number>(`SELECT id FROM sessions ${where} ORDER BY search_key`, ...parameters)
}

/** @throws AppError `invalid-input` where these are more sessions than can be printed. */
function assertPrintable(ids: readonly number[], report: Pick<OpenReport, 'tellsSessions'>): void {
  if (ids.length <= mostPrinted || !report.tellsSessions) return
  throw new AppError(
    'invalid-input',
    `A PDF holds ${mostPrinted.toLocaleString('en')} sessions at most, and these are ${ids.length.toLocaleString('en')}. ` +
      'Choose a shorter period or a member, or write another format.',
  )
}

export function privateAmong(db: Reader, ids: readonly number[]): number {
  return (
    db.value<number>(
      `SELECT count(*) FROM sessions WHERE confidentiality = 'private' AND id IN ${listed}`,
      list(ids),
    ) ?? 0
  )
}

/** How far a summary is, and whether it is to stop. */
export function sessionOptions(task: Task) {
  return {
    shouldStop: task.cancelled,
    onProgress: ({ done, total }: { done: number; total: number }) =>
      task.progress({ label: 'Writing the sessions', done, total }),
  }
}

/** The sessions of a summary, read when they are written. */
export function sessionSource(
  db: Reader,
  { scope, redaction, today, nameAll, shape }: SessionRequest,
  ids: readonly number[],
): SummarySource {
  const named = nameAll ? (session: SummarySession) => session : namingWithout(db)
  return {
    redaction,
    count: ids.length,
    ...(shape === undefined ? {} : { shape }),
    scope: {
      members: namesIn(db, scope, nameAll),
      from: scope.from,
      to: scope.to,
      programName: programName(db),
      generatedOn: today,
      today,
    },
    *sessions() {
      const read = summaryReader(db)
      for (let start = 0; start < ids.length; start += batchLength) {
        yield read(ids.slice(start, start + batchLength)).map(named)
      }
    },
  }
}

/** Those who were chosen, or the people of the match. */
function namesIn(db: Reader, { memberIds, matchId }: SessionScope, nameAll: boolean): string[] {
  const unwilling = new Set(nameAll ? [] : unwillingMembers(db))
  const ids =
    memberIds.length > 0 || matchId === null
      ? memberIds
      : db.column<number>(
          "SELECT member_id FROM match_members WHERE match_id = ? ORDER BY side = 'mentee', id",
          matchId,
        )
  return ids.flatMap((id) =>
    unwilling.has(id) ? [unnamedWords] : db.column<string>('SELECT name FROM members WHERE id = ?', id),
  )
}

/** The report with its first sessions in memory, as a preview shows it. */
export async function beginningOf(
  source: SummarySource,
  most: number,
  task: Task,
): Promise<{ report: OpenReport; entries: SummaryEntry[] }> {
  const report = await openReport(source, sessionOptions(task))
  const entries: SummaryEntry[] = []
  for await (const batch of report.entries({ counts: false })) {
    entries.push(...batch.slice(0, most - entries.length))
    if (entries.length === most) break
  }
  return { report, entries }
}

/**
 * A whole summary as an HTML document, for Chromium to print.
 *
 * @throws AppError `invalid-input` where there are too many.
 */
export async function printableSessions(
  db: Reader,
  request: SessionRequest,
  task: Task,
): Promise<{ html: string; sessions: number }> {
  const ids = sessionIds(db, request.scope)
  const report = await openReport(sessionSource(db, request, ids), sessionOptions(task))
  assertPrintable(ids, report)
  let html = ''
  for await (const piece of htmlPieces(report)) html += piece
  return { html, sessions: ids.length }
}
