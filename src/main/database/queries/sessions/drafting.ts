import { isNaming, type Replacing } from '@shared/domain/replaceNames'

/** What a draft is about. Its body belongs to the screen that writes it: JSON with texts, and perhaps attendees. */

/** The session that a draft changes; null for a new one, and for drafts of anything else. */
export function draftSession(key: string): number | null {
  const id = /^session:(\d{1,15})$/.exec(key)?.[1]
  return id === undefined ? null : Number(id)
}

/** Whether a draft names a member, or is of a session with them. `replacing` finds the member. */
export function isDraftAbout(body: string, id: number, replacing: Replacing): boolean {
  const draft = parsed(body)
  return attendeesIn(draft).includes(id) || textsIn(draft).some((text) => isNaming(text, replacing))
}

/** Everything that is written in a draft. */
export function draftText(body: string): string {
  return textsIn(parsed(body))
    .filter((text) => text.trim() !== '')
    .join('\n')
}

/** Every text inside a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

function attendeesIn(draft: unknown): number[] {
  if (typeof draft !== 'object' || draft === null || !('attendees' in draft)) return []
  const { attendees } = draft
  if (!Array.isArray(attendees)) return []
  return attendees.flatMap((attendee: unknown) =>
    typeof attendee === 'object' && attendee !== null && 'id' in attendee && typeof attendee.id === 'number'
      ? [attendee.id]
      : [],
  )
}
