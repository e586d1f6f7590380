import { basename } from 'node:path'
import { readRecords } from '@main/importing/csv'
import { readMoment } from '@main/importing/dateValues'
import { columnNames } from '@main/importing/headings'
import { statInput } from '@main/importing/openInput'
import { isRow } from '@main/importing/sample'
import { clean, fold } from '@main/importing/textValues'
import type { OutputOf } from '@shared/contract'
import type { SurveyImport } from '@shared/contract/surveys'
import type { Scale } from '@shared/domain/surveys/scale'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Done, Task } from '../handler'
import { nameOfProgram } from '../queries/programs/programRecord'
import { getSurvey, matchAt } from '../queries/surveys/surveyRecord'
import { given } from '../queries/surveys/surveySave'
import { People } from './people'

type Outcome = OutputOf<'surveys.import'>

/** So many lines that cannot be taken are told with their reason. */
const mostListed = 200

interface Row {
  memberId: number | null
  on: string
  answers: (number | null)[]
}

/** What an import would take, with nothing written. */
export async function lookThroughResponses(db: Reader, request: SurveyImport, task: Task): Promise<Outcome> {
  return (await readResponses(db, request, task)).outcome
}

/** Every row of the file becomes what one person answered; those that cannot be taken are told. */
export async function importResponses(
  writer: Writer,
  request: SurveyImport,
  task: Task,
): Promise<Done<Outcome>> {
  const { rows, outcome } = await readResponses(writer, request, task)
  if (rows.length === 0) return { value: outcome, summary: '' }
  const { templateId, programId } = request
  const responses = writer.bulk('survey_responses', [
    'template_id',
    'program_id',
    'match_id',
    'member_id',
    'answered_on',
    'created_at',
  ])
  const ids = rows.map(({ memberId, on }) => {
    const matchId = memberId === null ? null : matchAt(writer, programId, memberId, on)
    return responses.add([templateId, programId, matchId, memberId, on, writer.now])
  })
  responses.end()
  const answers = writer.bulk('survey_answers', ['response_id', 'item', 'value'])
  for (const [index, row] of rows.entries())
    for (const [item, value] of given(row.answers)) answers.add([ids[index] ?? null, item, value])
  answers.end()
  const times = rows.length === 1 ? 'one answer sheet' : `${rows.length} answer sheets`
  return {
    value: outcome,
    summary: `${getSurvey(writer, templateId).name}: ${times} from ${basename(request.file)}`,
  }
}

async function readResponses(
  db: Reader,
  request: SurveyImport,
  task: Task,
): Promise<{ rows: Row[]; outcome: Outcome }> {
  const { templateId, programId, file, plan } = request
  if (programId !== null) nameOfProgram(db, programId)
  const reader = new RowReader(db, request, getSurvey(db, templateId).scale)
  const rows: Row[] = []
  const outcome: Outcome = { taken: 0, rejected: [], rejectedCount: 0 }
  const reject = (line: number, reason: string) => {
    outcome.rejectedCount++
    if (outcome.rejected.length < mostListed) outcome.rejected.push({ line, reason })
  }
  const input = await statInput(file)
  const form = { encoding: plan.encoding, delimiter: plan.delimiter, width: plan.columns.length }
  for await (const { records } of readRecords(input, form, { shouldStop: task.cancelled })) {
    for (const record of records) {
      if (record.line === plan.headerLine && record.fault === null)
        assertSameColumns(record.cells, plan.columns, input.name)
      if (!isRow(record, plan.headerLine)) continue
      const row = record.fault ?? reader.read(record.cells)
      if (typeof row === 'string') reject(record.line, row)
      else rows.push(row)
    }
  }
  outcome.taken = rows.length
  return { rows, outcome }
}

function assertSameColumns(cells: readonly string[], columns: readonly string[], name: string): void {
  const found = columnNames(columns.map((_, index) => cells[index] ?? ''))
  if (found.every((column, index) => column === columns[index])) return
  throw new AppError(
    'unreadable-input',
    `“${name}” was changed since Coppice looked at it. Choose it once more.`,
  )
}

class RowReader {
  private readonly people: People
  /** Who has answered on which day. */
  private readonly answered: Set<string>
  private readonly words: ReadonlyMap<string, number>

  constructor(
    db: Reader,
    private readonly request: SurveyImport,
    private readonly scale: Scale,
  ) {
    this.people = new People(db)
    this.answered = new Set(
      db.column<string>(
        `SELECT member_id || ' ' || answered_on FROM survey_responses
          WHERE template_id = ? AND program_id IS ? AND member_id IS NOT NULL`,
        request.templateId,
        request.programId,
      ),
    )
    this.words = new Map(scale.anchors.map((anchor, index) => [fold(anchor), index + 1]))
  }

  /** @returns a sentence when it cannot be taken. */
  read(cells: readonly string[]): Row | string {
    const { columns, onDay } = this.request
    const row: Row = { memberId: null, on: onDay, answers: this.scale.items.map(() => null) }
    for (const [index, column] of columns.entries()) {
      const cell = clean(cells[index] ?? '')
      if (column === null || (cell === '' && column !== 'person')) continue
      const problem = this.take(row, column, cell)
      if (problem !== null) return problem
    }
    if (row.answers.every((answer) => answer === null)) return 'Nothing is answered in this row.'
    if (row.memberId !== null) {
      const key = `${row.memberId} ${row.on}`
      if (this.answered.has(key)) return `There are answers of this person on ${row.on} already.`
      this.answered.add(key)
    }
    return row
  }

  private take(row: Row, column: number | 'person' | 'on', cell: string): string | null {
    if (column === 'person') {
      const who = cell === '' ? null : this.people.identifyWord(cell)
      if (who === null) return 'Nobody is named in this row.'
      if (who.is === 'new') return `“${cell}” is nobody in the directory.`
      if (who.is === 'ambiguous') return `“${cell}” could be any of ${who.among.length} members.`
      row.memberId = who.person.id
      return null
    }
    if (column === 'on') {
      const moment = readMoment(cell, this.request.plan.dateOrder)
      if (typeof moment === 'string') return `“${cell}” cannot be read as a day.`
      row.on = moment.date
      return null
    }
    const value = this.answer(cell)
    if (value === null) return `“${cell}” is not an answer on the scale of ${this.scale.anchors.length}.`
    row.answers[column] = value
    return null
  }

  /** An answer as a figure, in its words, or as a figure with its words behind: “4 - Mostly”. */
  private answer(cell: string): number | null {
    const word = this.words.get(fold(cell))
    if (word !== undefined) return word
    const [, digits, rest = ''] = /^(\d{1,2})(?:[.,]0+)?(?!\d)(.*)$/.exec(cell) ?? []
    const value = Number(digits)
    if (digits === undefined || value < 1 || value > this.scale.anchors.length) return null
    const said = rest.replace(/^[\s).:=–—-]+/, '')
    return said === '' || fold(said) === fold(this.scale.anchors[value - 1] ?? '') ? value : null
  }
}
