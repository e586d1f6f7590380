import { type ColumnMapping, type ImportKind, importFields } from './imports'

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
    return has('mentor', 'mentee', 'attendees')
      ? null
      : 'Say which column tells who met: mentor, mentee or attendees.'
  }
  if (!has('from')) return 'Say which column tells who reached out.'
  if (!has('to')) return 'Say which column tells to whom.'
  return has('at') ? null : 'Say which column tells when it was.'
}
