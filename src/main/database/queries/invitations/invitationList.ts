import type { InputOf, OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { Invitation } from '@shared/contract/invitations'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { type Letter, usualLetter } from '@shared/domain/growth/letter'
import { wayStep } from '@shared/domain/growth/way'
import type { ActivityColumns } from '../../analytics/columns'
import { dayOf } from '../../analytics/scope'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { communityStandings, levelAt } from '../aliveness/communityStandings'
import { communityById } from '../communities/communityRecord'
import { list, listed } from '../conditions'
import { saveSetting, setting } from '../programFile/settings'
import { nobody } from './invitationSave'

type List = OutputOf<'invitations.list'>

type Stored = Pick<
  Invitation,
  'id' | 'memberId' | 'name' | 'email' | 'invitedOn' | 'answer' | 'answeredOn' | 'note'
> & {
  byId: number | null
  by: string | null
  belongs: number
}

/** The latest first. @throws AppError `not-found`. */
export function listInvitations(
  db: Reader,
  columns: ActivityColumns,
  { communityId, today }: InputOf<'invitations.list'>,
): List {
  const stored = db.all<Stored>(
    `SELECT v.id, v.member_id AS memberId, coalesce(m.name, v.name, '${nobody}') AS name,
        iif(m.id IS NULL, v.email, m.email) AS email, v.invited_on AS invitedOn, v.answer,
        v.answered_on AS answeredOn, v.note, b.id AS byId, b.name AS "by",
        cm.id IS NOT NULL AND (cm.left_on IS NULL OR cm.left_on > @today) AS belongs
      FROM invitations v LEFT JOIN members m ON m.id = v.member_id LEFT JOIN members b ON b.id = v.invited_by
      LEFT JOIN community_members cm ON cm.community_id = v.community_id AND cm.member_id = v.member_id
      WHERE v.community_id = @communityId ORDER BY coalesce(v.invited_on, '9999') DESC, v.id DESC`,
    { communityId, today },
  )
  const found = communityStandings(db, columns.get(db), communityById(db, communityId), dayOf(today))
  const came = firstPart(db, communityId, stored)
  const invitations = stored.map(({ byId, by, belongs, ...invitation }): Invitation => {
    const { memberId, id } = invitation
    const isMember = belongs === 1
    const standing = isMember && memberId !== null ? found.standing(memberId) : undefined
    const level = standing ? levelAt(standing.level) : null
    const facts = { ...invitation, belongs: isMember, cameOn: came.get(id) ?? null, level }
    return {
      ...facts,
      invitedBy: byId === null ? null : { id: byId, name: by ?? '' },
      step: wayStep(facts),
    }
  })
  return {
    invitations,
    people: peopleOf(db, communityId, invitations),
    weeks: found.weeks,
    about: aboutOf(db, communityId, today),
    letter: letterOf(db),
  }
}

/**
 * The first day on which each took part since they were invited, by the number of the invitation: at a gathering, or by a
 * contact in the community that is not itself an invitation.
 */
function firstPart(db: Reader, communityId: number, invitations: readonly Stored[]): Map<number, string> {
  const members = list(invitations.flatMap(({ memberId }) => memberId ?? []))
  const days = new Map<number, number[]>()
  const rows = db.arrays<[number, number]>(
    `SELECT ga.member_id, unixepoch(g.held_on) / 86400 FROM gatherings g
        JOIN gathering_attendees ga ON ga.gathering_id = g.id
        WHERE g.community_id = @communityId AND g.status = 'held' AND ga.member_id IN (SELECT value FROM json_each(@members))
      UNION SELECT from_id, day FROM interactions
        WHERE from_id IN (SELECT value FROM json_each(@members)) AND community_id = @communityId AND invitation_id IS NULL
      UNION SELECT to_id, day FROM interactions
        WHERE to_id IN (SELECT value FROM json_each(@members)) AND community_id = @communityId AND invitation_id IS NULL
      ORDER BY 2`,
    { communityId, members },
  )
  for (const [member, day] of rows) {
    const own = days.get(member)
    if (own) own.push(day)
    else days.set(member, [day])
  }
  return new Map(
    invitations.flatMap(({ id, memberId, invitedOn }): [number, string][] => {
      if (memberId === null) return []
      const since = invitedOn === null ? Number.NEGATIVE_INFINITY : dayNumber(invitedOn)
      const first = days.get(memberId)?.find((day) => day >= since)
      return first === undefined ? [] : [[id, fromDayNumber(first)]]
    }),
  )
}

/**
 * Everybody who belongs or was invited, by name, with who brought them: who invited them last, or who brought them into
 * the directory.
 */
function peopleOf(db: Reader, communityId: number, invitations: readonly Invitation[]): List['people'] {
  const inviters = new Map<number, number>()
  for (const { memberId, invitedBy } of invitations)
    if (memberId !== null && invitedBy !== null && !inviters.has(memberId))
      inviters.set(memberId, invitedBy.id)
  const invited = invitations.flatMap(({ memberId, invitedBy }) =>
    [memberId ?? [], invitedBy?.id ?? []].flat(),
  )
  const members = db.all<Reference & { by: number | null }>(
    `SELECT id, name, invited_by AS "by" FROM members
      WHERE id IN (SELECT member_id FROM community_members WHERE community_id = ?) OR id IN ${listed}
      ORDER BY sort_name COLLATE NOCASE, id`,
    communityId,
    list(invited),
  )
  const key = (member: number | null | undefined) => (member ? `member ${member}` : null)
  return [
    ...members.map(({ id, name, by }) => ({
      key: `member ${id}`,
      name,
      memberId: id,
      by: key(inviters.get(id) ?? by),
    })),
    ...invitations
      .filter(({ memberId }) => memberId === null)
      .map(({ id, name, invitedBy }) => ({
        key: `invitation ${id}`,
        name,
        memberId: null,
        by: key(invitedBy?.id),
      })),
  ]
}

/** @throws AppError `not-found`. */
export function aboutOf(db: Reader, communityId: number, today: string): List['about'] {
  const { name } = communityById(db, communityId)
  const found = db.get<Omit<List['about'], 'community'>>(
    `SELECT nullif(trim(c.domain), '') AS domain, nullif(trim(c.purpose), '') AS purpose, m.name AS coordinator,
        (SELECT min(held_on) FROM gatherings WHERE community_id = c.id AND status = 'planned' AND held_on >= @today)
          AS nextOn
      FROM communities c LEFT JOIN members m ON m.id = c.coordinator_id WHERE c.id = @communityId`,
    { communityId, today },
  )
  return { community: name, domain: null, purpose: null, coordinator: null, nextOn: null, ...found }
}

const letterSetting = 'letters.invitation'

function letterOf(db: Reader): Letter {
  const kept = setting(db, letterSetting)
  return kept === undefined ? usualLetter : (JSON.parse(kept) as Letter)
}

export function saveLetter(
  writer: Writer,
  { letter }: InputOf<'invitations.saveLetter'>,
): Done<{ subject: string }> {
  saveSetting(writer, letterSetting, JSON.stringify(letter))
  return { value: { subject: letter.subject }, summary: 'Letter of invitation' }
}
