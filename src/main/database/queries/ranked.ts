/** SQL for where the value of a column stands in a list. */
export function ranked(column: string, values: readonly string[]): string {
  return `CASE ${column} ${values.map((value, rank) => `WHEN '${value}' THEN ${rank}`).join(' ')} END`
}
