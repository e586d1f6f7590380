import { missingColumn } from '@shared/domain/importPlan'
import type { DateOrder, ImportPlan, Inspection } from '@shared/domain/imports'
import { AppError } from '@shared/errors'

export interface PlanAnswers {
  /** What the user said about dates that can be read in two ways. */
  dateOrder?: DateOrder | null
  /** The zone (IANA name) in which times without one are meant; UTC when not given. */
  timeZone?: string
}

/**
 * Makes an inspected file's plan. Throws `invalid-input` with the field at fault when a needed column has not been
 * mapped, when a field is mapped twice, or when the order of the dates has to be asked.
 */
export function planImport(inspection: Inspection, answers: PlanAnswers): ImportPlan {
  const { kind, mapping } = inspection
  const missing = missingColumn(kind, mapping)
  if (missing !== null) throw new AppError('invalid-input', missing, 'mapping')
  return {
    kind,
    encoding: inspection.encoding,
    delimiter: inspection.delimiter,
    headerLine: inspection.headerLine,
    columns: inspection.columns.map(({ name }) => name),
    mapping,
    dateOrder: orderOf(inspection, answers.dateOrder ?? null),
    serialDateColumns: inspection.serialDateColumns,
    timeZone: answers.timeZone ?? 'UTC',
  }
}

function orderOf({ dateOrder, dateEvidence }: Inspection, answer: DateOrder | null): DateOrder | null {
  if (answer !== null) return answer
  if (dateOrder === 'ambiguous') {
    throw new AppError(
      'invalid-input',
      `Dates such as “${dateEvidence.eitherWay}” can be read in two ways. Say whether the day or the month comes first.`,
      'dateOrder',
    )
  }
  if (dateOrder === 'contradictory') {
    const examples = [
      dateEvidence.dayFirst,
      dateEvidence.monthFirst,
      dateEvidence.yearFirst,
      dateEvidence.eitherWay,
    ]
      .filter((example) => example !== null)
      .slice(0, 2)
      .map((example) => `“${example}”`)
      .join(' and ')
    throw new AppError(
      'invalid-input',
      `This file’s dates do not agree with each other, for example ${examples}. ` +
        'Say which order is meant; rows in the other order are left out and listed.',
      'dateOrder',
    )
  }
  return dateOrder === 'unambiguous' ? null : dateOrder
}
