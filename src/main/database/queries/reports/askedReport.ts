import type { InputOf } from '@shared/contract'
import type { ReportDesign } from '@shared/domain/report/design'
import { daysOf, type ProgramDates, programSpans } from '@shared/domain/report/period'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { namesFor } from '../communityReport/reportNames'
import { list, listed } from '../conditions'

type Request = InputOf<'reports.document'>

/** A design of which the days are known, whom it is about is there, and the wording is as it may be told. */
export interface AskedReport {
  design: ReportDesign
  from: string | null
  to: string | null
  today: string
  nameAll: boolean
}

/**
 * @throws AppError `not-found` where somebody or something that the report is about is no longer there: it would tell of
 *   more than was meant. `invalid-input` where nothing was chosen that it has to be about.
 */
export function askedReport(
  db: Reader,
  { design, today, nameAll = false }: Request,
  { isBatch = false }: { isBatch?: boolean } = {},
): AskedReport {
  // A batch of programs or communities is of all of them.
  if (design.kind === 'program' && design.programId === null && !isBatch) throw unchosen('program')
  if (design.kind === 'community' && design.communityId === null && !isBatch) throw unchosen('community')
  assertThere(db, design)
  const { from, to } = daysOf(design.period, today, datesOf(db, design))
  return { design: { ...design, ...toldWording(db, design, nameAll) }, from, to, today, nameAll }
}

function assertThere(db: Reader, { memberIds, matchId, programId, communityId }: ReportDesign): void {
  const there = db.column<number>(
    `SELECT id FROM members WHERE erased_at IS NULL AND id IN ${listed}`,
    list(memberIds),
  )
  if (there.length < new Set(memberIds).size) throw gone('member')
  for (const [what, table, id] of [
    ['match', 'matches', matchId],
    ['program', 'programs', programId],
    ['community', 'communities', communityId],
  ] as const) {
    if (id !== null && db.value(`SELECT 1 FROM ${table} WHERE id = ?`, id) === undefined) throw gone(what)
  }
}

function unchosen(what: string): AppError {
  return new AppError('invalid-input', `Choose the ${what} that this report is about.`)
}

function gone(what: string): AppError {
  return new AppError(
    'not-found',
    `A ${what} that this report is about is no longer in this file. Choose anew whom it is about.`,
  )
}

/** Of the program, or that of the match. */
function datesOf(db: Reader, { period, programId, matchId }: ReportDesign): ProgramDates | null {
  if (!programSpans.includes(period.span)) return null
  return (
    db.get<ProgramDates>(
      `SELECT starts_on AS startsOn, ends_on AS endsOn FROM programs
        WHERE id = coalesce(?, (SELECT program_id FROM matches WHERE id = ?))`,
      programId,
      matchId,
    ) ?? null
  )
}

/** What the coordinator wrote, without the names that may not be told: of anybody in a report of figures. */
function toldWording(db: Reader, { title, opening, closing, redaction }: ReportDesign, nameAll: boolean) {
  if (`${title}${opening}${closing}`.trim() === '') return { title, opening, closing }
  const { text } = namesFor(db, { redaction, nameAll })
  return { title: text(title), opening: text(opening), closing: text(closing) }
}
