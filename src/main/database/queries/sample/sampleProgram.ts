import { instantText, interactionKinds } from '@main/sample/interactions'
import { levelOf } from '@main/sample/matching'
import { createSample, type Sample } from '@main/sample/sample'
import { dayNumber } from '@shared/domain/calendar'
import { pairsOf } from '@shared/domain/pairs'
import { stopIf } from '../../engine/command'
import { nextId } from '../../engine/nextId'
import type { Writer } from '../../engine/writer'
import type { Task } from '../../handler'
import { memberColumns, memberValues, sessionColumns, sessionValues } from '../../imports/rows'
import { TopicStore } from '../../imports/topicStore'
import { saveSetting } from '../programFile/settings'
import { fillCommunities, fillGatherings } from './sampleCommunities'
import { fillGrowth } from './sampleGrowth'
import { fillKnowledge } from './sampleKnowledge'
import { fillMatches } from './sampleMatches'
import { fillPrograms } from './sampleMentoring'
import { fillReports } from './sampleReports'
import { fillSupport } from './sampleSupport'
import { fillSurveys } from './sampleSurveys'

interface Input {
  today: string
  seed: number
  members: number | null
  sessions: number | null
  interactions: number | null
}

/** Fills a new program file with the sample program, of any size. */
export function fillSample(db: Writer, { today, seed, ...asked }: Input, task: Task) {
  const sizes = Object.fromEntries(Object.entries(asked).filter(([, size]) => size !== null))
  const sample = createSample({ seed, today, sizes })
  // A row may point at one that comes later; all of them are there at the commit.
  db.derive('PRAGMA defer_foreign_keys = ON')
  // The sample's moments are in UTC, so are its days.
  saveSetting(db, 'program.timeZone', 'UTC')
  const filling = new Filling(db, sample, task)
  filling.members()
  filling.mentoring()
  filling.communities()
  filling.sessions()
  filling.knowledge()
  filling.interactions()
  filling.reports()
  return { value: sample.sizes, summary: 'Sample program' }
}

class Filling {
  private readonly topics: TopicStore
  /** The ids that the members, matches and communities numbered 0 get. */
  readonly firstMember: number
  private readonly firstMatch: number
  readonly firstCommunity: number
  private lastProgram: number | null = null
  private readonly total: number
  private readonly origin: { importId: null; now: string }
  private done = 0

  constructor(
    private readonly db: Writer,
    private readonly sample: Sample,
    private readonly task: Task,
  ) {
    this.topics = new TopicStore(db)
    this.origin = { importId: null, now: db.now }
    this.firstMember = nextId(db, 'members')
    this.firstMatch = nextId(db, 'matches')
    this.firstCommunity = nextId(db, 'communities')
    const { members, sessions, interactions } = sample.sizes
    this.total = members + sessions + interactions
  }

  members(): void {
    const { db, sample } = this
    const skills = db.bulk('member_skills', ['member_id', 'topic_id', 'side', 'level'])
    const rows = db.bulk('members', [...memberColumns, 'manager_id'])
    for (const batch of sample.members()) {
      for (const member of batch) {
        const invitedBy = member.invitedBy === null ? null : this.firstMember + member.invitedBy
        const manager = member.manager === null ? null : this.firstMember + member.manager
        const id = rows.add([...memberValues(member, invitedBy, this.origin), manager])
        for (const topic of new Set(this.topics.ids(member.skillsOffered)))
          skills.add([id, topic, 'offered', levelOf(sample.seed, id, topic)])
        for (const topic of new Set(this.topics.ids(member.skillsWanted)))
          skills.add([id, topic, 'wanted', levelOf(sample.seed, id, topic)])
      }
      this.step('Members', batch.length)
    }
    rows.end()
    skills.end()
  }

  mentoring(): void {
    const { db, sample } = this
    const programs = fillPrograms(db, sample, this.firstMember)
    this.lastProgram = programs.at(-1) ?? null
    const { firstMember, firstMatch } = this
    fillMatches(db, sample, { programs, firstMember })
    fillSurveys(db, sample.surveys, { programs, firstMember, firstMatch })
    fillSupport(db, sample, { programs, firstMatch, firstMember })
  }

  communities(): void {
    fillCommunities(this.db, this.sample, this.firstMember)
    fillGatherings(this.db, this.sample, this)
    fillGrowth(this.db, this.sample, this.topics, this)
  }

  reports(): void {
    const communityId = this.sample.communities.length === 0 ? null : this.firstCommunity
    fillReports(this.db, { programId: this.lastProgram, communityId })
  }

  sessions(): void {
    const { db, sample } = this
    const rows = db.bulk('sessions', sessionColumns)
    const attendees = db.bulk('session_attendees', ['session_id', 'member_id'])
    const topics = db.bulk('session_topics', ['session_id', 'topic_id'])
    const items = db.bulk('action_items', ['session_id', 'owner_id', 'text', 'due_on', 'done_on'])
    const contacts = db.bulk('interactions', [
      'from_id',
      'to_id',
      'directed',
      'day',
      'at',
      'kind',
      'session_id',
    ])
    for (const batch of sample.sessions((member) => String(this.firstMember + member))) {
      for (const session of batch) {
        const { heldOn } = session
        const matchId = session.match === null ? null : this.firstMatch + session.match
        const id = rows.add(sessionValues(session, matchId, this.origin))
        const people = session.attendees.map((member) => this.firstMember + member)
        for (const person of people) attendees.add([id, person])
        for (const topic of new Set(this.topics.ids(session.topics))) topics.add([id, topic])
        for (const { text, owner, dueOn, doneOn } of session.actionItems) {
          items.add([id, owner === null ? null : (people[owner] ?? null), text, dueOn, doneOn])
        }
        const day = dayNumber(heldOn)
        for (const [from, to] of pairsOf([...people].sort((a, b) => a - b))) {
          contacts.add([from, to, 0, day, heldOn, 'session', id])
        }
      }
      this.step('Sessions', batch.length)
    }
    for (const bulk of [rows, attendees, topics, items, contacts]) bulk.end()
  }

  knowledge(): void {
    fillKnowledge(this.db, this.sample, this.topics, this)
  }

  interactions(): void {
    const { db, sample } = this
    const rows = db.bulk('interactions', [
      'from_id',
      'to_id',
      'directed',
      'day',
      'at',
      'kind',
      'community_id',
    ])
    for (const { count, from, to, at, kind, community } of sample.interactions()) {
      for (let index = 0; index < count; index++) {
        const seconds = at[index] ?? 0
        const within = community[index] ?? -1
        rows.add([
          this.firstMember + (from[index] ?? 0),
          this.firstMember + (to[index] ?? 0),
          1,
          Math.floor(seconds / 86_400),
          instantText(seconds),
          interactionKinds[kind[index] ?? 0] ?? 'contact',
          within < 0 ? null : this.firstCommunity + within,
        ])
      }
      this.step('Interactions', count)
    }
    rows.end()
  }

  private step(label: string, count: number): void {
    this.done += count
    this.task.progress({ label, done: this.done, total: this.total })
    stopIf(this.task.cancelled)
  }
}
