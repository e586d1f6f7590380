import type { MemberFields, SessionFields } from '@shared/domain/records'
import type { SqlValue } from '../engine/reader'
import { languagesText } from '../queries/members/languages'

/** How members and sessions that come by the thousand are laid out as rows; what is left out is unknown. */

interface Origin {
  importId: number | null
  /** The moment of the command. */
  now: string
}

type Known<Fields, Required extends keyof Fields> = Pick<Fields, Required> & Partial<Omit<Fields, Required>>

export const memberColumns = [
  'name',
  'sort_name',
  'email',
  'phone',
  'status',
  'role',
  'job_title',
  'organisation',
  'location',
  'department',
  'capacity',
  'joined_on',
  'external_id',
  'about',
  'time_zone',
  'hours',
  'seniority',
  'languages',
  'invited_by',
  'import_id',
  'created_at',
  'updated_at',
] as const

export function memberValues(
  member: Known<MemberFields, 'name' | 'sortName'>,
  invitedBy: number | null,
  { importId, now }: Origin,
): SqlValue[] {
  return [
    member.name,
    member.sortName,
    member.email ?? null,
    member.phone ?? null,
    member.status ?? 'active',
    member.role ?? 'neither',
    member.jobTitle ?? null,
    member.organisation ?? null,
    member.location ?? null,
    member.department ?? null,
    member.capacity ?? null,
    member.joinedOn ?? null,
    member.externalId ?? null,
    member.about ?? null,
    member.timeZone ?? null,
    member.hours ?? null,
    member.seniority ?? null,
    languagesText(member.languages ?? []),
    invitedBy,
    importId,
    now,
    now,
  ]
}

export const sessionColumns = [
  'match_id',
  'held_on',
  'minutes',
  'medium',
  'title',
  'agenda',
  'notes',
  'confidentiality',
  'rating',
  'import_id',
  'created_at',
  'updated_at',
] as const

export function sessionValues(
  session: Known<SessionFields, 'heldOn'>,
  matchId: number | null,
  { importId, now }: Origin,
): SqlValue[] {
  return [
    matchId,
    session.heldOn,
    session.minutes ?? null,
    session.medium ?? null,
    session.title ?? null,
    session.agenda ?? null,
    session.notes ?? '',
    session.confidentiality ?? 'pair',
    session.rating ?? null,
    importId,
    now,
    now,
  ]
}
