import {
  type ColumnMapping,
  type DateOrder,
  type ImportKind,
  type ImportPlan,
  type Inspection,
  importFields,
} from '@shared/domain/imports'
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

/** What is missing or wrong in a mapping, as a sentence; null when it can be imported from. */
export function missingColumn(kind: ImportKind, mapping: ColumnMapping): string | null {
  const mapped = mapping.filter((field) => field !== null)
  for (const { field, label, several } of importFields[kind]) {
    if (!several && mapped.filter((other) => other === field).length > 1) {
      return `Two columns are both set to “${label}”. Choose one of them.`
    }
  }
  const has = (...fields: string[]): boolean => fields.some((field) => mapped.includes(field))
  if (kind === 'members') {
    return has('name', 'givenName', 'familyName', 'email')
      ? null
      : 'Say which column holds the members’ names or their e-mail addresses.'
  }
  if (kind === 'sessions') {
    if (!has('date')) return 'Say which column holds the date of the session.'
    return has('mentor', 'mentee', 'attendees') ? null : 'Say which column tells who met: mentor, mentee or attendees.'
  }
  if (!has('from')) return 'Say which column tells who reached out.'
  if (!has('to')) return 'Say which column tells to whom.'
  return has('at') ? null : 'Say which column tells when it was.'
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
    const examples = [dateEvidence.dayFirst, dateEvidence.monthFirst, dateEvidence.yearFirst, dateEvidence.eitherWay]
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
