/** Before the first day of year 1. */
const never = -1_000_000

/** SQL for the day of a member's last interaction, in days since 1970-01-01; NULL when there is none. */
export function lastContactDay(member: string): string {
  const last = (end: string) =>
    `ifnull((SELECT max(day) FROM interactions WHERE ${end} = ${member}), ${never})`
  return `nullif(max(${last('from_id')}, ${last('to_id')}), ${never})`
}
