import { exportSessions, type SummarySource } from '@main/exporting'
import { summaryHtml, summaryHtmlParts } from '@main/exporting/html'
import { openReport } from '@main/exporting/source'
import type { InputOf } from '@shared/contract'
import type { ExportScope, exports } from '@shared/contract/exports'
import type { SummaryEntry, SummarySession } from '@shared/domain/sessionSummary'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import type { Handlers, Task } from '../handler'
import { namingWithout, unnamedWords, unwillingMembers, unwillingNamed } from './privacy/unnamed'
import { programName } from './programFile/program'
import { summarySessions } from './sessions/summarySessions'

/** Sessions in the preview: enough to see how it will look. */
const previewed = 25
const batchLength = 200

/** Chromium's printing grows faster than the document does: 2,000 sessions take half a minute. */
const mostPrinted = 2000

function tooLongToPrint(sessions: number): AppError {
  return new AppError(
    'invalid-input',
    `A PDF holds ${mostPrinted.toLocaleString('en')} sessions at most, and these are ${sessions.toLocaleString('en')}. ` +
      'Choose a shorter period or a member, or write another format.',
  )
}

type Request = InputOf<'exports.preview'>

export const exportHandlers: Handlers<typeof exports> = {
  'exports.preview': async (db, request, task) => {
    const ids = sessionIds(db, request.scope)
    const report = await openReport(sourceOf(db, request, ids), optionsOf(task))
    const entries: SummaryEntry[] = []
    for await (const batch of report.entries({ counts: false })) {
      entries.push(...batch.slice(0, previewed - entries.length))
      if (entries.length === previewed) break
    }
    return {
      html: summaryHtml({ ...report.header, entries }),
      sessions: ids.length,
      shown: Math.min(previewed, ids.length),
      privateSessions: privateAmong(db, ids),
      unwilling: request.redaction === 'figures' ? 0 : unwillingNamed(db, ids),
    }
  },

  'exports.document': async (db, request, task) => {
    const ids = sessionIds(db, request.scope)
    if (ids.length > mostPrinted && request.redaction !== 'figures') throw tooLongToPrint(ids.length)
    let html = ''
    for await (const part of summaryHtmlParts(
      sourceOf(db, request, ids),
      Number.POSITIVE_INFINITY,
      optionsOf(task),
    )) {
      html += part
    }
    return { html, sessions: ids.length }
  },

  'exports.write': async (db, { format, path, ...request }, task) => {
    const ids = sessionIds(db, request.scope)
    const source = sourceOf(db, request, ids)
    const { sessions, paths: files } = await exportSessions(format, source, path, optionsOf(task))
    return { sessions, files }
  },
}

function optionsOf(task: Task) {
  return {
    shouldStop: task.cancelled,
    onProgress: ({ done, total }: { done: number; total: number }) =>
      task.progress({ label: 'Writing the sessions', done, total }),
  }
}

/** In the order of the report: the oldest first, as a story is read. */
function sessionIds(db: Reader, { memberIds, matchId, from, to }: ExportScope): number[] {
  const conditions = memberIds.map(
    () => 'id IN (SELECT session_id FROM session_attendees WHERE member_id = ?)',
  )
  const parameters: unknown[] = [...memberIds]
  for (const [condition, value] of [
    ['match_id = ?', matchId],
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

function privateAmong(db: Reader, ids: number[]): number {
  return (
    db.value<number>(
      "SELECT count(*) FROM sessions WHERE confidentiality = 'private' AND id IN (SELECT value FROM json_each(?))",
      JSON.stringify(ids),
    ) ?? 0
  )
}

function sourceOf(db: Reader, { scope, redaction, today, nameAll }: Request, ids: number[]): SummarySource {
  const unwilling = new Set(nameAll ? [] : unwillingMembers(db))
  const named = nameAll ? (session: SummarySession) => session : namingWithout(db)
  return {
    redaction,
    scope: {
      members: scope.memberIds.flatMap((id) =>
        unwilling.has(id) ? [unnamedWords] : db.column<string>('SELECT name FROM members WHERE id = ?', id),
      ),
      from: scope.from,
      to: scope.to,
      programName: programName(db),
      generatedOn: today,
      today,
    },
    *sessions() {
      for (let start = 0; start < ids.length; start += batchLength) {
        yield summarySessions(db, ids.slice(start, start + batchLength)).map(named)
      }
    },
  }
}
