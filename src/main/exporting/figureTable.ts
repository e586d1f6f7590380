import type { SummaryShape } from '@shared/domain/report/design'
import type { SummaryFigures } from '@shared/domain/sessionSummary'

/** One figure: what it counts, of which item; null where the count does not apply. */
export interface FigureRow {
  figure: string
  item: string
  sessions: number | null
  minutes: number | null
  count: number | null
}

/** The figures of a report as one long table, the form in which spreadsheets can filter and sum them. */
export function figureRows(figures: SummaryFigures, { sections }: SummaryShape): FigureRow[] {
  const rows = { figures: numberRows(figures), topics: topicRows(figures) }
  return sections.flatMap((key) => (key === 'figures' || key === 'topics' ? rows[key] : []))
}

function numberRows(figures: SummaryFigures): FigureRow[] {
  return [
    span('all sessions', '', figures),
    number('sessions of unknown length', figures.unknownMinutes),
    number('people', figures.people),
    number('private sessions', figures.privateSessions),
    number('open action items', figures.actionItems.open),
    number('overdue action items', figures.actionItems.overdue),
    number('done action items', figures.actionItems.done),
    ...figures.months.map((month) => span('month', month.month, month)),
    ...figures.media.map((medium) => span('medium', medium.medium ?? 'unknown', medium)),
  ]
}

function topicRows(figures: SummaryFigures): FigureRow[] {
  return [
    ...figures.topics.map(({ topic, sessions }) => ({
      figure: 'topic',
      item: topic,
      sessions,
      minutes: null,
      count: null,
    })),
    ...(figures.unnamedTopics === 0 ? [] : [number('topics not named', figures.unnamedTopics)]),
  ]
}

function span(
  figure: string,
  item: string,
  of: { sessions: number; minutes: number; unknownMinutes: number },
): FigureRow {
  const known = of.sessions === 0 || of.unknownMinutes < of.sessions
  return { figure, item, sessions: of.sessions, minutes: known ? of.minutes : null, count: null }
}

function number(figure: string, count: number): FigureRow {
  return { figure, item: '', sessions: null, minutes: null, count }
}
