import type { SqlValue } from '../engine/reader'

/** A part of a WHERE clause with its parameters. Lists go in as JSON, so that their length changes no SQL. */
export interface Condition {
  sql: string
  parameters: readonly SqlValue[]
}

export function condition(sql: string, ...parameters: SqlValue[]): Condition {
  return { sql, parameters }
}

/** All of them; true when there are none. */
export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? 'true' : conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  }
}

/**
 * The value of an expression is one of these; null stands for unknown. No values, no condition.
 */
export function among(expression: string, values: readonly (string | number | null)[]): Condition[] {
  if (values.length === 0) return []
  const known = condition(`${expression} IN ${listed}`, list(values.filter((value) => value !== null)))
  return [values.includes(null) ? { ...known, sql: `${known.sql} OR ${expression} IS NULL` } : known]
}

/** A subquery of the values of one JSON parameter. */
export const listed = '(SELECT value FROM json_each(?))'

export function list(values: readonly (string | number)[]): string {
  return JSON.stringify(values)
}

/** The text as a pattern for `LIKE … ESCAPE '\'` in which nothing stands for anything else. */
export function literalPattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
