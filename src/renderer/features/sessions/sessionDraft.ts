import type { InputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { MatchOption, Session } from '@shared/contract/sessions'

type SessionInput = InputOf<'sessions.save'>['session']

export interface DraftAction {
  id: number | null
  text: string
  ownerId: number | null
  dueOn: string | null
  doneOn: string | null
}

/** A session as it is being written: the contract's fields, with the names that the form shows. */
export interface SessionDraft extends Omit<SessionInput, 'attendeeIds' | 'actionItems'> {
  attendees: Reference[]
  actionItems: DraftAction[]
}

export function emptyDraft(today: string): SessionDraft {
  return {
    matchId: null,
    attendees: [],
    heldOn: today,
    minutes: null,
    medium: null,
    title: null,
    agenda: null,
    notes: '',
    topics: [],
    actionItems: [],
    confidentiality: 'pair',
    rating: null,
  }
}

export function draftOf(session: Session): SessionDraft {
  return {
    matchId: session.matchId,
    attendees: session.attendees,
    heldOn: session.heldOn,
    minutes: session.minutes,
    medium: session.medium,
    title: session.title,
    agenda: session.agenda,
    notes: session.notes,
    topics: session.topics,
    actionItems: session.actionItems.map(({ id, text, ownerId, dueOn, doneOn }) => ({
      id,
      text,
      ownerId,
      dueOn,
      doneOn,
    })),
    confidentiality: session.confidentiality,
    rating: session.rating,
  }
}

export function withMatch(draft: SessionDraft, match: MatchOption): SessionDraft {
  return { ...draft, matchId: match.id, attendees: match.members.map(({ id, name }) => ({ id, name })) }
}

/** What is saved: action items that were left empty are nothing. */
export function inputOf({ attendees, actionItems, ...rest }: SessionDraft): SessionInput {
  return {
    ...rest,
    attendeeIds: attendees.map(({ id }) => id),
    actionItems: actionItems.filter(({ text }) => text.trim() !== ''),
  }
}

/** @returns null for a draft that another version wrote and that cannot be read any more. */
export function parseDraft(body: string): SessionDraft | null {
  try {
    const draft = JSON.parse(body) as SessionDraft
    return Array.isArray(draft.attendees) && typeof draft.notes === 'string' ? draft : null
  } catch {
    return null
  }
}
