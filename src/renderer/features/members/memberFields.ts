import type { InputOf } from '@shared/contract'
import type { Member } from '@shared/contract/members'

/** A member as a form has it. */
export type MemberFields = InputOf<'members.save'>['member']

/** @returns null for a draft that another version wrote and that cannot be read any more. */
export function parseFields(body: string): MemberFields | null {
  try {
    const fields = JSON.parse(body) as MemberFields
    return typeof fields.name === 'string' && Array.isArray(fields.skillsOffered)
      ? { ...initialValues(null), ...fields }
      : null
  } catch {
    return null
  }
}

/** What a form starts with; without a member, what a new one starts with. */
export function initialValues(member: Member | null): MemberFields {
  return {
    name: member?.name ?? '',
    sortName: member?.sortName ?? '',
    email: member?.email ?? '',
    phone: member?.phone ?? '',
    status: member?.status ?? 'active',
    role: member?.role ?? 'neither',
    jobTitle: member?.jobTitle ?? '',
    organisation: member?.organisation ?? '',
    location: member?.location ?? '',
    department: member?.department ?? '',
    capacity: member?.capacity ?? null,
    joinedOn: member?.joinedOn ?? null,
    externalId: member?.externalId ?? '',
    about: member?.about ?? '',
    skillsOffered: member?.skillsOffered ?? [],
    skillsWanted: member?.skillsWanted ?? [],
    invitedBy: member?.invitedBy?.id ?? null,
    timeZone: member?.timeZone ?? null,
    hours: member?.hours ?? '',
    seniority: member?.seniority ?? null,
    manager: member?.manager?.id ?? null,
    languages: member?.languages ?? [],
  }
}
