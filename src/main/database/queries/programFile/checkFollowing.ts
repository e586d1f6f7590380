import type { Reader } from '../../engine/reader'
import { contactsOfAsks } from '../asks/askContacts'
import { contactsOfInvitations } from '../invitations/invitationContact'
import { reuseContacts } from '../knowledge/reuseContacts'
import type { Problem } from './checkSearch'

const mostLines = 20

const columns = 'from_id, to_id, directed, day, at, kind, community_id'

/** Whoever answered has reached out to who asked, and nobody else did by that. */
export function askContacts(db: Reader): Problem[] {
  return astray(db, 'ask_id', contactsOfAsks).map((id) => ({
    what: 'The contacts of an ask are not those of the people who answered.',
    detail: `asks ${id}`,
  }))
}

/** Whoever invited has reached out to who was invited. */
export function invitationContacts(db: Reader): Problem[] {
  return astray(db, 'invitation_id', contactsOfInvitations).map((id) => ({
    what: 'The contact of an invitation is not that of the two.',
    detail: `invitations ${id}`,
  }))
}

/** Every use of somebody's knowledge is a contact from each author, and nothing else is. */
export function contactsOfReuses(db: Reader): Problem[] {
  return astray(db, 'reuse_id', reuseContacts).map((id) => ({
    what: 'The contacts of a use of knowledge are not those of its authors and its user.',
    detail: `knowledge_reuses ${id}`,
  }))
}

/** The records whose contacts are other than what follows from them, by number. */
function astray(db: Reader, of: string, following: string): number[] {
  const kept = `SELECT ${of}, ${columns} FROM interactions WHERE ${of} IS NOT NULL`
  const wanted = `SELECT ${of}, ${columns} FROM (${following})`
  return db.column<number>(
    `SELECT DISTINCT ${of} FROM (
        SELECT * FROM (${kept} EXCEPT ${wanted}) UNION ALL SELECT * FROM (${wanted} EXCEPT ${kept})
        UNION ALL SELECT * FROM (${kept} GROUP BY ${of}, ${columns} HAVING count(*) > 1)
      ) ORDER BY 1 LIMIT ${mostLines}`,
  )
}
