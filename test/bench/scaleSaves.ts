import type { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import { timed } from './measure'
import { session } from './session'

/** Something that is saved. @returns milliseconds until it was answered. */
export interface Save {
  name: string
  run(client: DatabaseClient, round: number): Promise<number>
}

/** What people save one at a time, and its undo. */
export function saves(): Save[] {
  return [
    { name: 'save of a session', run: savedSession },
    {
      name: 'undo of a saved session',
      run: async (client, round) => {
        await savedSession(client, round)
        return timed(() => client.ask('history.undo', {}))
      },
    },
    { name: 'save of a member', run: savedMember },
    {
      name: 'undo of a saved member',
      run: async (client, round) => {
        await savedMember(client, round)
        return timed(() => client.ask('history.undo', {}))
      },
    },
    {
      name: 'an action item done',
      run: (client, round) =>
        timed(() =>
          client.ask('actionItems.setDone', {
            id: 1 + round,
            doneOn: round % 2 === 0 ? '2026-11-23' : null,
          }),
        ),
    },
  ]
}

export function savedSession(client: DatabaseClient, index: number): Promise<number> {
  return timed(() => client.ask('sessions.save', session(index)))
}

/** Changes where a member is and what they do. */
export async function savedMember(client: DatabaseClient, index: number): Promise<number> {
  const id = 1 + (index % 60)
  const { skillsOffered, skillsWanted, ...member } = await client.ask('members.get', { id })
  const changed: InputOf<'members.save'> = {
    id,
    member: {
      name: member.name,
      sortName: member.sortName,
      email: member.email,
      phone: member.phone,
      status: member.status,
      role: member.role,
      jobTitle: `Measured ${index}`,
      organisation: member.organisation,
      location: index % 2 === 0 ? 'Porto' : 'Bergen',
      department: member.department,
      capacity: member.capacity,
      joinedOn: member.joinedOn,
      externalId: member.externalId,
      about: member.about,
      skillsOffered,
      skillsWanted,
      invitedBy: member.invitedBy?.id ?? null,
    },
  }
  return timed(() => client.ask('members.save', changed))
}
