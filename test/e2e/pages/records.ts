import type { Page } from '@playwright/test'
import type { InputOf, OperationName, OutputOf } from '@shared/contract'
import type { Answer } from '@shared/errors'
import type { Bridge } from '@shared/events'

/** Records that a test starts from, put in through the window's own bridge; what is tested is done by hand. */

/** @returns whatever the app answers, to any name and any input. */
export async function ask(window: Page, name: unknown, input: unknown): Promise<Answer<unknown>> {
  const text = await window.evaluate(
    ([operation, given]) =>
      (globalThis as unknown as { coppice: Bridge }).coppice.call(operation as string, given, 'test'),
    [name, input],
  )
  return JSON.parse(text) as Answer<unknown>
}

export async function call<Name extends OperationName>(
  window: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer = await ask(window, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value as OutputOf<Name>
}

type MemberInput = InputOf<'members.save'>['member']
type SessionInput = InputOf<'sessions.save'>['session']

/**
 * @param id the member who is to be as told; null for a new one
 * @returns the member's id.
 */
export async function addMember(
  window: Page,
  member: Partial<MemberInput> & { name: string },
  id: number | null = null,
): Promise<number> {
  const whole: MemberInput = {
    sortName: '',
    email: null,
    phone: null,
    status: 'active',
    role: 'neither',
    jobTitle: null,
    organisation: null,
    location: null,
    department: null,
    capacity: null,
    joinedOn: null,
    externalId: null,
    about: null,
    skillsOffered: [],
    skillsWanted: [],
    invitedBy: null,
    ...member,
  }
  return (await call(window, 'members.save', { id, member: whole })).id
}

/** @returns the new session's id. */
export async function addSession(
  window: Page,
  session: Partial<SessionInput> & { attendeeIds: number[] },
): Promise<number> {
  const whole: SessionInput = {
    matchId: null,
    heldOn: localToday(),
    minutes: null,
    medium: null,
    title: null,
    agenda: null,
    notes: '',
    topics: [],
    actionItems: [],
    confidentiality: 'pair',
    rating: null,
    ...session,
  }
  return (await call(window, 'sessions.save', { id: null, session: whole })).id
}

/** Today in this computer's calendar, some days away. */
export function localToday(days = 0): string {
  const now = new Date()
  now.setDate(now.getDate() + days)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
