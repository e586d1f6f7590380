import { cleanLine } from '../../markdownText'
import type { Cell, ReportSection, ReportTable } from '../../report/report'
import { isIn, type ReportSpan } from '../../report/span'
import { capital, hoursOf } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import { dueFigures, keptOfMatch, shareInTime } from '../checkIns'
import { goalsIn } from '../goals'
import { matchName } from '../matchName'
import { closureOf, isEnded } from '../outcomes'
import { type ReportMatch, type ReportRecords, tookPlace } from '../records'
import { keptRhythm } from '../rhythm'

/** Match by match, with the names of its people; with texts only where nothing is left out. */
export function matchesSection(
  { program, matches }: ReportRecords,
  span: ReportSpan,
  redaction: RedactionLevel,
): ReportSection | null {
  const running = matches.filter((match) => tookPlace(match, span))
  if (running.length === 0) return null
  const table: ReportTable = {
    title: 'Matches',
    columns: [
      { title: 'Match', kind: 'text' },
      { title: 'Sessions', kind: 'count' },
      { title: 'Hours', kind: 'decimal' },
      { title: 'Days in rhythm', kind: 'share' },
      { title: 'Check-ins in time', kind: 'share' },
      { title: 'Goals', kind: 'count' },
      { title: 'Reached', kind: 'count' },
      { title: 'Begun', kind: 'day' },
      { title: 'Ended', kind: 'day' },
    ],
    rows: running.map((match) => rowOf(match, program.plan, span)),
    more: 0,
    picture: null,
  }
  return {
    title: 'Matches',
    sentences: [],
    tables: redaction === 'none' ? [table, ...textTables(running, span)] : [table],
  }
}

function rowOf(match: ReportMatch, plan: ReportRecords['program']['plan'], span: ReportSpan): Cell[] {
  const held = match.sessions.filter(({ on }) => isIn(span, on))
  const rhythm = keptRhythm(match, span)
  const goals = goalsIn(match.goals, span)
  return [
    matchName(match),
    held.length,
    hoursOf(held.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)),
    rhythm === null ? null : rhythm.inRhythm / rhythm.days,
    plan === null ? null : shareInTime(dueFigures(keptOfMatch(match, plan, span))),
    goals.length,
    goals.filter(({ state }) => state === 'reached').length,
    match.startedOn,
    match.endedOn !== null && match.endedOn <= span.until ? match.endedOn : null,
  ]
}

function textTables(matches: readonly ReportMatch[], span: ReportSpan): ReportTable[] {
  const goals = matches.flatMap((match) =>
    goalsIn(match.goals, span).map(({ text, state }) => [matchName(match), cleanLine(text), capital(state)]),
  )
  const reasons = matches.flatMap((match) => {
    const reason = isEnded(match, span) ? closureOf(match)?.reason : undefined
    return reason === undefined ? [] : [[matchName(match), cleanLine(reason)]]
  })
  const text = (titles: string[]) => titles.map((title) => ({ title, kind: 'text' as const }))
  const tables: ReportTable[] = [
    {
      title: 'What they worked towards',
      columns: text(['Match', 'Goal', 'State']),
      rows: goals,
      more: 0,
      picture: null,
    },
    {
      title: 'Why they ended',
      columns: text(['Match', 'Reason']),
      rows: reasons,
      more: 0,
      picture: null,
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}
