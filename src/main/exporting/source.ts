import { setImmediate as nextTurn } from 'node:timers/promises'
import { cleanLine } from '@shared/domain/markdownText'
import { redactSession, type SummaryEntry, type SummarySession } from '@shared/domain/redaction'
import { type SummaryShape, sessionDetails, usualShape } from '@shared/domain/report/design'
import { type SummaryHeader, type SummaryScope, summaryHeader } from '@shared/domain/sessionSummary'
import { createFigureCounter } from '@shared/domain/summaryFigures'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'

type Batches<T> = Iterable<readonly T[]> | AsyncIterable<readonly T[]>

/** The sessions of an export, before anything is left out. */
export interface SummarySource {
  scope: SummaryScope
  redaction: RedactionLevel
  /** What it is made up of; everything in its usual order where nobody says. */
  shape?: SummaryShape
  /** How many sessions these are, where that is known without reading them. */
  count?: number
  /**
   * Reads the sessions in the order of the report, in batches. It is called once or more often, and gives
   * the same sessions each time: the first reading counts, the others write.
   */
  sessions(): Batches<SummarySession>
}

export interface ExportProgress {
  /** Sessions written so far. */
  done: number
  total: number
}

export interface ExportOptions {
  onProgress?: ((progress: ExportProgress) => void) | undefined
  /** Asked many times a second; true stops the export, and nothing is written. */
  shouldStop?: (() => boolean) | undefined
}

/** A report that is ready to be written in any format: its head, and its redacted sessions as a stream. */
export interface Report {
  header: SummaryHeader
  shape: SummaryShape
  /** Whether its sessions are told one by one. */
  tellsSessions: boolean
  /** Reads the sessions again, redacted, a few at a time; only the reading with `counts` reports progress. */
  entries(reading?: { counts: boolean }): AsyncGenerator<readonly SummaryEntry[], void, undefined>
}

/** So many sessions are handled before the export looks up to see whether it should stop. */
const batchSize = 100

/** Counts the figures of a source in one reading, and makes its report. */
export async function openReport(source: SummarySource, options: ExportOptions = {}): Promise<Report> {
  const { scope, redaction, shape = usualShape } = source
  const counter = createFigureCounter(redaction, scope.today)
  for await (const batch of smallBatches(source, options)) for (const session of batch) counter.add(session)
  const usual = summaryHeader(scope, counter.figures(), redaction)
  const told = tellsSessions(source)
  const header = { ...usual, title: cleanLine(shape.title) || usual.title }
  const total = header.figures.sessions

  return {
    header,
    shape,
    tellsSessions: told,
    async *entries({ counts } = { counts: true }) {
      if (told) yield* entriesOf(source, total, counts ? options : { ...options, onProgress: undefined })
    },
  }
}

/**
 * The sessions of a source, redacted, a few at a time, without their figures: for a format that has no head.
 *
 * @throws AppError `conflict` when they are not as many as they were, `cancelled`
 */
export async function* entriesOf(
  source: SummarySource,
  total: number,
  options: ExportOptions,
): AsyncGenerator<readonly SummaryEntry[], void, undefined> {
  const { redaction, shape = usualShape } = source
  let done = 0
  for await (const batch of smallBatches(source, options)) {
    done += batch.length
    yield batch.flatMap((session) => {
      const entry = redactSession(session, redaction)
      return entry === null ? [] : [withDetails(entry, shape)]
    })
    options.onProgress?.({ done, total })
  }
  if (done !== total) {
    throw new AppError('conflict', 'Sessions were changed while the report was made. Please export it again.')
  }
}

/** Whether the sessions of a source are told one by one. */
export function tellsSessions({ redaction, shape = usualShape }: SummarySource): boolean {
  return redaction !== 'figures' && shape.sections.includes('sessions')
}

/** The entry with no more than the details that are to be told. */
function withDetails(entry: SummaryEntry, { details }: SummaryShape): SummaryEntry {
  if (details.length === sessionDetails.length) return entry
  return {
    ...entry,
    agenda: details.includes('agenda') ? entry.agenda : null,
    notes: details.includes('notes') ? entry.notes : '',
    actionItems: details.includes('actions') ? entry.actionItems : [],
  }
}

async function* smallBatches(source: SummarySource, { shouldStop }: ExportOptions) {
  for await (const batch of source.sessions()) {
    for (let start = 0; start < batch.length; start += batchSize) {
      if (shouldStop?.() === true) {
        throw new AppError('cancelled', 'The export was stopped. Nothing was written.')
      }
      yield batch.slice(start, start + batchSize)
      // Lets the thread answer other questions, and output go to the disk, between two batches.
      await nextTurn()
    }
  }
}
