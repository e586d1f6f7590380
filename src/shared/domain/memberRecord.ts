import type { Trait } from './matching/traits'
import type { MemberFields } from './records'
import { redactSession, type SummaryEntry, type SummarySession } from './redaction'
import { type Replacing, replaceNames, replaceTextsIn } from './replaceNames'
import type {
  ConsentAnswer,
  ConsentPurpose,
  EnrolmentStep,
  KnowledgeKind,
  KnowledgeState,
  MatchSide,
  MatchStatus,
  SkillSide,
  ValueCycle,
} from './vocabulary'

/** Somebody else in the record of a member. */
export interface RecordPerson {
  id: number
  name: string
  /** What they are to the member, or to the program. */
  as: MatchSide | 'member'
}

/** What matching looks at in a member besides. */
interface MatchingFacts {
  /** Of the skills whose level is known. */
  levels: { side: SkillSide; skill: string; level: number }[]
}

/**
 * Everything that a program file keeps about one member. What stands in a session marked private, or is a draft, says
 * so (`isPrivate`).
 */
export interface MemberRecord<Person = RecordPerson, Session = SummarySession> {
  member: MemberFields &
    MatchingFacts & { id: number; createdAt: string; updatedAt: string; archivedAt: string | null }
  consents: { purpose: ConsentPurpose; answer: ConsentAnswer; answeredOn: string; how: string | null }[]
  /** Names and addresses under which they were kept before two records were merged. */
  knownAs: {
    name: string
    email: string | null
    externalId: string | null
    organisation: string | null
    location: string | null
    department: string | null
  }[]
  invitedBy: Person | null
  manager: Person | null
  invited: Person[]
  matches: {
    program: string
    side: MatchSide
    status: MatchStatus
    startedOn: string | null
    endedOn: string | null
    others: Person[]
    /** Why the two were proposed, by criterion. */
    reasons: string[]
  }[]
  enrolments: {
    program: string
    role: MatchSide
    step: EnrolmentStep
    since: string
    appliedOn: string | null
    capacity: number | null
    goals: string | null
    /** The coordinator's own; null also where it is left out. */
    note: string | null
    leftReason: string | null
    /** How they like to work, by the question. */
    style: { question: string; answer: number }[]
    /** How many wishes they have stated, and whom they do not want. */
    wishes: { kind: 'wish' | 'veto'; other: Person }[]
    /** What they told about themselves for the matching of this program. */
    traits: Trait[]
    moves: { to: EnrolmentStep; on: string; reason: string | null }[]
    checks: { text: string; doneOn: string }[]
  }[]
  /** Who is kept apart from them, or has to be their pair; the reason is the coordinator's own. */
  pairRules: { kind: 'apart' | 'must'; other: Person; reason: string | null; isPrivate: true }[]
  /** Proposals that were kept in which they take part, and with whom. */
  proposals: { program: string; name: string; madeAt: string; others: Person[] }[]
  surveys: {
    survey: string
    program: string | null
    answeredOn: string
    answers: { statement: string; answer: string }[]
  }[]
  /** How they were accompanied in their matches. */
  support: {
    kind: string
    program: string
    on: string | null
    facts: string
    text: string
    isPrivate: boolean
  }[]
  communities: { community: string; role: string | null; joinedOn: string | null; leftOn: string | null }[]
  /** What they were at, by day. */
  gatherings: {
    community: string
    gathering: string
    on: string
    minutes: number | null
    as: 'member' | 'guest' | 'host'
  }[]
  /** What was done for a community with them in it, with whom else. */
  communitySteps: {
    community: string
    kind: string
    takenOn: string
    /** Why it was decided not to be done; null where it was. */
    dismissedAs: string | null
    others: Person[]
  }[]
  /** What they asked and answered, and who invited them or was invited by them. */
  growth: {
    kind: string
    community: string
    on: string | null
    other: Person | null
    facts: string
    text: string
    isPrivate: boolean
  }[]
  /** What they wrote for others, and what of the knowledge base they used. */
  knowledge: {
    written: { title: string; kind: KnowledgeKind; state: KnowledgeState; on: string; text: string }[]
    used: { title: string; on: string; story: { value: ValueCycle; text: string }[] }[]
  }
  sessions: Session[]
  /** What the member was to do. */
  actionItems: {
    text: string
    sessionOn: string
    dueOn: string | null
    doneOn: string | null
    isPrivate: boolean
  }[]
  interactions: {
    on: string
    kind: string
    direction: 'to' | 'from' | 'both'
    other: Person
    community: string | null
  }[]
  /** Where somebody else's record names the member. */
  passages: { where: string; on: string | null; text: string; isPrivate: boolean }[]
  drafts: { savedAt: string; text: string; isPrivate: true }[]
  /** Each command that was about the member, and what stood there before it. */
  changes: {
    at: string
    summary: string
    before: { of: string; values: unknown }[]
    isPrivate: boolean
  }[]
  imports: { at: string; kind: string; fileName: string }[]
}

/** What an export of a member's record holds. */
export interface RecordChoice {
  /** With what is private to the coordinator. */
  privateNotes: boolean
  /** Other people by their names, or by what they are to the member. */
  others: 'named' | 'roles'
}

/** The only form in which a record leaves: what was chosen, and how much was left out. */
export interface ExportedRecord extends MemberRecord<{ name: string }, SummaryEntry> {
  choice: RecordChoice
  withheld: {
    sessions: number
    enrolments: number
    pairRules: number
    support: number
    growth: number
    actionItems: number
    passages: number
    drafts: number
    changes: number
  }
}

/** Anybody's e-mail address. */
const anyEmail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/**
 * What of a record leaves by a choice. Without private notes a private session keeps its date and people, and
 * everything else that is private is gone; without names the others are what they are to the member.
 *
 * @param replacing finds the others in texts.
 */
export function exportedRecord(
  record: MemberRecord,
  choice: RecordChoice,
  replacing: Replacing,
): ExportedRecord {
  const roles = choice.others === 'roles'
  const own = record.member.email?.toLowerCase()
  const hidden = (email: string) => (email.toLowerCase() === own ? email : 'an e-mail address')
  const text = (words: string) => (roles ? replaceNames(words, replacing).replace(anyEmail, hidden) : words)
  const person = ({ id, name, as }: RecordPerson) => ({
    name: roles ? (replacing.instead(id) ?? `a ${as}`) : name,
  })
  const open = <T extends { isPrivate: boolean }>(items: readonly T[]) =>
    items.filter(({ isPrivate }) => choice.privateNotes || !isPrivate)
  const shown = {
    support: open(record.support),
    growth: open(record.growth),
    actionItems: open(record.actionItems),
    passages: open(record.passages),
    drafts: open(record.drafts),
    changes: open(record.changes),
    pairRules: open(record.pairRules),
  }
  const sessions = record.sessions.flatMap(
    (session) => redactSession(session, choice.privateNotes ? 'none' : 'private') ?? [],
  )
  return {
    ...record,
    choice,
    withheld: {
      sessions: sessions.filter(({ withheld }) => withheld).length,
      pairRules: record.pairRules.length - shown.pairRules.length,
      enrolments: choice.privateNotes ? 0 : record.enrolments.filter(({ note }) => note !== null).length,
      support: record.support.length - shown.support.length,
      growth: record.growth.length - shown.growth.length,
      actionItems: record.actionItems.length - shown.actionItems.length,
      passages: record.passages.length - shown.passages.length,
      drafts: record.drafts.length - shown.drafts.length,
      changes: record.changes.length - shown.changes.length,
    },
    member: { ...record.member, about: record.member.about === null ? null : text(record.member.about) },
    invitedBy: record.invitedBy && person(record.invitedBy),
    manager: record.manager && person(record.manager),
    invited: record.invited.map(person),
    matches: record.matches.map((match) => ({
      ...match,
      others: match.others.map(person),
      reasons: match.reasons.map(text),
    })),
    enrolments: record.enrolments.map((one) => ({
      ...one,
      goals: one.goals === null ? null : text(one.goals),
      note: one.note === null || !choice.privateNotes ? null : text(one.note),
      wishes: one.wishes.map(({ kind, other }) => ({ kind, other: person(other) })),
      traits: one.traits.map(({ trait, value, asks }) => ({ trait: text(trait), value: text(value), asks })),
      leftReason: one.leftReason === null ? null : text(one.leftReason),
      moves: one.moves.map((move) => ({ ...move, reason: move.reason === null ? null : text(move.reason) })),
      checks: one.checks.map((check) => ({ ...check, text: text(check.text) })),
    })),
    pairRules: shown.pairRules.map((rule) => ({
      ...rule,
      other: person(rule.other),
      reason: rule.reason === null ? null : text(rule.reason),
    })),
    proposals: record.proposals.map((one) => ({
      ...one,
      name: text(one.name),
      others: one.others.map(person),
    })),
    surveys: record.surveys.map((one) => ({
      ...one,
      survey: text(one.survey),
      answers: one.answers.map(({ statement, answer }) => ({
        statement: text(statement),
        answer: text(answer),
      })),
    })),
    support: shown.support.map((one) => ({ ...one, facts: text(one.facts), text: text(one.text) })),
    sessions: roles
      ? sessions.map((entry, at) => withoutOthers(entry, record, at, replacing, text))
      : sessions,
    growth: shown.growth.map((one) => ({
      ...one,
      other: one.other && person(one.other),
      facts: text(one.facts),
      text: text(one.text),
    })),
    communitySteps: record.communitySteps.map((one) => ({ ...one, others: one.others.map(person) })),
    knowledge: {
      written: record.knowledge.written.map((one) => ({
        ...one,
        title: text(one.title),
        text: text(one.text),
      })),
      used: record.knowledge.used.map(({ title, on, story }) => ({
        title: text(title),
        on,
        story: story.map(({ value, text: told }) => ({ value, text: text(told) })),
      })),
    },
    interactions: record.interactions.map((one) => ({ ...one, other: person(one.other) })),
    actionItems: shown.actionItems.map((item) => ({ ...item, text: text(item.text) })),
    passages: shown.passages.map((passage) => ({ ...passage, text: text(passage.text) })),
    drafts: shown.drafts.map((draft) => ({ ...draft, text: text(draft.text) })),
    changes: shown.changes.map((change) => ({
      ...change,
      summary: text(change.summary),
      before: change.before.map(({ of, values }) => ({ of, values: replaceTextsIn(values, text) })),
    })),
    imports: record.imports.map((one) => ({ ...one, fileName: text(one.fileName) })),
  }
}

function withoutOthers(
  entry: SummaryEntry,
  { sessions, member }: MemberRecord,
  at: number,
  replacing: Replacing,
  text: (words: string) => string,
): SummaryEntry {
  const people = sessions[at]?.attendees ?? []
  return {
    ...entry,
    title: entry.title === null ? null : text(entry.title),
    agenda: entry.agenda === null ? null : text(entry.agenda),
    notes: text(entry.notes),
    topics: entry.topics.map(text),
    attendees: entry.attendees.map((attendee, index) => {
      const id = people[index]?.id
      if (id === undefined || id === member.id) return attendee
      return { ...attendee, name: replacing.instead(id) ?? 'a member', location: null, department: null }
    }),
    actionItems: entry.actionItems.map((item) => ({
      ...item,
      text: text(item.text),
      owner: item.owner === null ? null : text(item.owner),
    })),
  }
}
