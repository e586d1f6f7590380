import type { MemberCandidate } from '@shared/domain/imports'
import { nextId } from '../engine/nextId'
import type { Reader, Row, SqlValue } from '../engine/reader'
import type { BulkInsert, Writer } from '../engine/writer'
import { languagesText } from '../queries/members/languages'
import { memberColumns, memberValues } from './rows'
import { type TopicStore, topicKey } from './topicStore'

export type NewMember = MemberCandidate & { name: string; sortName: string }

/** Where an import of members leaves them: in the file, or nowhere when it only looks. */
export interface MemberStore {
  /** @returns the new member's id. */
  add(member: NewMember): number
  /**
   * Takes over what the file says so far of a member who is known, or new with this file.
   * @returns whether anything became different.
   */
  merge(id: number, said: NewMember): boolean
  invitedBy(member: number, inviter: number): void
  end(): void
}

/** What a file says anew takes the place of what was known; who somebody is does not change by it. */
function newer(known: Row, candidate: MemberCandidate): Row {
  const stated: Record<string, SqlValue | undefined> = {
    phone: candidate.phone,
    status: candidate.status,
    role: candidate.role,
    job_title: candidate.jobTitle,
    organisation: candidate.organisation,
    location: candidate.location,
    department: candidate.department,
    capacity: candidate.capacity,
    joined_on: candidate.joinedOn,
    time_zone: candidate.timeZone,
    hours: candidate.hours,
    seniority: candidate.seniority,
    languages: candidate.languages === undefined ? undefined : languagesText(candidate.languages),
  }
  const missing: Record<string, SqlValue | undefined> = {
    email: candidate.email,
    external_id: candidate.externalId,
    about: candidate.about,
  }
  const changes: Row = {}
  for (const [column, value] of Object.entries(stated)) {
    if (value !== undefined && value !== known[column]) changes[column] = value
  }
  for (const [column, value] of Object.entries(missing)) {
    if (value !== undefined && known[column] === null) changes[column] = value
  }
  return changes
}

/**
 * Writes the members of an import. New ones are held back until the end, so that a file that names somebody twice
 * makes one member of it, and all of them go in with one statement.
 */
export class MemberWriting implements MemberStore {
  private readonly members: BulkInsert
  private readonly skills: BulkInsert
  /** Members that were added by this import, whose rows the bulk has not finished yet. */
  private readonly fresh = new Map<number, NewMember>()
  private readonly invitations = new Map<number, number>()
  private nextId: number

  constructor(
    private readonly db: Writer,
    private readonly topics: TopicStore,
    private readonly importId: number,
  ) {
    this.members = db.bulk('members', memberColumns)
    this.skills = db.bulk('member_skills', ['member_id', 'topic_id', 'side'])
    this.nextId = nextId(db, 'members')
  }

  add(member: NewMember): number {
    const id = this.nextId++
    this.fresh.set(id, member)
    return id
  }

  merge(id: number, said: NewMember): boolean {
    if (this.fresh.has(id)) {
      this.fresh.set(id, said)
      return true
    }
    const known = this.db.get('SELECT * FROM members WHERE id = ?', id)
    if (!known) return false
    const changes = newer(known, said)
    const learned = this.addSkills(id, said)
    if (Object.keys(changes).length > 0)
      this.db.update('members', id, { ...changes, updated_at: this.db.now })
    return learned || Object.keys(changes).length > 0
  }

  invitedBy(member: number, inviter: number): void {
    if (this.fresh.has(member)) this.invitations.set(member, inviter)
    else if (this.db.value('SELECT invited_by FROM members WHERE id = ?', member) === null) {
      this.db.update('members', member, { invited_by: inviter })
    }
  }

  end(): void {
    for (const [expected, member] of this.fresh) {
      const invitedBy = this.invitations.get(expected) ?? null
      const id = this.members.add(
        memberValues(member, invitedBy, { importId: this.importId, now: this.db.now }),
      )
      if (id !== expected) throw new Error(`Member ${expected} was given the id ${id}.`)
    }
    this.members.end()
    // One table after the other: going to and fro between two costs a tenth more.
    for (const [id, member] of this.fresh) {
      for (const topic of new Set(this.topics.ids(member.skillsOffered ?? [])))
        this.skills.add([id, topic, 'offered'])
      for (const topic of new Set(this.topics.ids(member.skillsWanted ?? [])))
        this.skills.add([id, topic, 'wanted'])
    }
    this.skills.end()
  }

  private addSkills(id: number, { skillsOffered = [], skillsWanted = [] }: MemberCandidate): boolean {
    let learned = false
    for (const [side, names] of [
      ['offered', skillsOffered],
      ['wanted', skillsWanted],
    ] as const) {
      const known = new Set(
        this.db.column<number>(
          'SELECT topic_id FROM member_skills WHERE member_id = ? AND side = ?',
          id,
          side,
        ),
      )
      for (const topic of new Set(this.topics.ids(names))) {
        if (known.has(topic)) continue
        this.skills.add([id, topic, side])
        learned = true
      }
    }
    return learned
  }
}

/** Finds out what an import would do, and writes nothing. */
export class MemberLooking implements MemberStore {
  /** Members that would be new. */
  private readonly fresh = new Set<number>()
  /** How many things would become different in those who are known. */
  private readonly differences = new Map<number, number>()
  private nextId: number

  constructor(private readonly db: Reader) {
    this.nextId = nextId(db, 'members')
  }

  add(): number {
    this.fresh.add(this.nextId)
    return this.nextId++
  }

  merge(id: number, said: NewMember): boolean {
    if (this.fresh.has(id)) return true
    const known = this.db.get('SELECT * FROM members WHERE id = ?', id)
    if (!known) return false
    const before = this.differences.get(id) ?? 0
    const now = Object.keys(newer(known, said)).length + this.skillsToLearn(id, said)
    this.differences.set(id, now)
    return now > before
  }

  invitedBy(): void {}

  end(): void {}

  private skillsToLearn(id: number, { skillsOffered = [], skillsWanted = [] }: MemberCandidate): number {
    const known = new Set(
      this.db
        .all<{ side: string; name: string }>(
          'SELECT side, name FROM member_skills JOIN topics ON topics.id = topic_id WHERE member_id = ?',
          id,
        )
        .map(({ side, name }) => `${side} ${topicKey(name)}`),
    )
    const stated = [
      ...skillsOffered.map((name) => `offered ${topicKey(name)}`),
      ...skillsWanted.map((name) => `wanted ${topicKey(name)}`),
    ]
    return new Set(stated.filter((skill) => !known.has(skill))).size
  }
}
