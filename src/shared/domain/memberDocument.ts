import { capital, type DocumentSection, section } from './documentSection'
import { cleanLine, cleanText } from './markdownText'
import { knowledgeSection } from './memberDocumentKnowledge'
import { enrolmentSection, pairingSection } from './memberDocumentPrograms'
import type { ExportedRecord, RecordChoice } from './memberRecord'
import { countWords, dayWords, listWords, plural } from './summaryWords'
import type { ConsentPurpose } from './vocabulary'

/** A member's record as a document, before any format. */
export interface RecordDocument {
  title: string
  programName: string
  /** In words: "25 November 2026". */
  generatedOn: string
  reading: string
  choice: RecordChoice
  label: string
  note: string
  sections: DocumentSection[]
}

/** What an export holds, in a few words, for a heading or a file's properties. */
export const recordLabels: Record<'with' | 'without', string> = {
  with: 'Complete, private notes included',
  without: 'Private notes left out',
}

/** The sentences by which an export says what it holds and what it leaves out. */
function recordStatement({ choice, withheld }: ExportedRecord): { label: string; note: string } {
  const others =
    choice.others === 'named'
      ? 'Other people are named.'
      : 'Other people are not named; they are what they are to this member.'
  if (choice.privateNotes) {
    const note = 'It holds what the coordinator has marked as private. Think before you hand it on.'
    return { label: recordLabels.with, note: `${note} ${others}` }
  }
  const left = [
    withheld.sessions > 0 ? `the text of ${plural(withheld.sessions, 'private session')}` : '',
    withheld.enrolments > 0 ? plural(withheld.enrolments, 'note on an enrolment', 'notes on enrolments') : '',
    withheld.pairRules > 0
      ? plural(
          withheld.pairRules,
          'rule about who is paired with whom',
          'rules about who is paired with whom',
        )
      : '',
    withheld.support > 0 ? plural(withheld.support, 'note on a match', 'notes on matches') : '',
    withheld.growth > 0 ? plural(withheld.growth, 'note on an invitation', 'notes on invitations') : '',
    withheld.passages > 0 ? plural(withheld.passages, 'passage') : '',
    withheld.actionItems > 0 ? plural(withheld.actionItems, 'action item') : '',
    withheld.drafts > 0 ? plural(withheld.drafts, 'draft') : '',
    withheld.changes > 0 ? plural(withheld.changes, 'earlier version') : '',
  ].filter((part) => part !== '')
  const note =
    left.length === 0 ? 'Nothing about this member is marked private.' : `Left out: ${listWords(left)}.`
  return { label: recordLabels.without, note: `${note} ${others}` }
}

interface Circumstances {
  programName: string
  generatedOn: string
}

export function recordDocument(
  record: ExportedRecord,
  { programName, generatedOn }: Circumstances,
): RecordDocument {
  const sections = [
    profileSection(record),
    consentSection(record),
    mentoringSection(record),
    enrolmentSection(record),
    pairingSection(record),
    surveySection(record),
    supportSection(record),
    growthSection(record),
    knowledgeSection(record),
    section('Sessions', { sessions: record.sessions }),
    section('What they were to do', {
      lines: record.actionItems.map(({ text, sessionOn, dueOn, doneOn }) => ({
        text: cleanLine(text),
        detail: [
          `from the session of ${dayWords(sessionOn)}`,
          doneOn ? `done ${dayWords(doneOn)}` : dueOn ? `due ${dayWords(dueOn)}` : 'open',
        ].join(', '),
      })),
    }),
    contactSection(record),
    section('Where others’ records name them', {
      passages: record.passages.map(({ where, on, text }) => ({
        from: on === null ? capital(where) : `${capital(where)}, ${dayWords(on)}`,
        text: cleanText(text),
      })),
    }),
    section('Drafts', {
      passages: record.drafts.map(({ savedAt, text }) => ({
        from: `Not saved yet, ${dayWords(savedAt)}`,
        text: cleanText(text),
      })),
    }),
    changeSection(record),
  ]
  return {
    title: `Everything kept about ${cleanLine(record.member.name)}`,
    programName: cleanLine(programName),
    generatedOn: dayWords(generatedOn),
    reading: readingOf(record),
    choice: record.choice,
    ...recordStatement(record),
    sections: sections.filter(
      ({ facts, lines, passages, sessions }) =>
        facts.length + lines.length + passages.length + sessions.length > 0,
    ),
  }
}

function readingOf({ member, sessions, interactions, passages }: ExportedRecord): string {
  const since = member.joinedOn === null ? '' : ` since ${dayWords(member.joinedOn)}`
  const named =
    passages.length === 0
      ? ''
      : ` ${capital(countWords(passages.length))} ${passages.length === 1 ? 'passage' : 'passages'} of other records name them.`
  return `A member${since}, with ${plural(sessions.length, 'session')} and ${plural(interactions.length, 'contact')}.${named}`
}

/** A name with what it was known by, from before two records were merged. */
function identityWords({ name, ...facts }: ExportedRecord['knownAs'][number]): string {
  const known = Object.values(facts).filter((fact) => fact !== null)
  return known.length === 0 ? name : `${name} (${known.join(', ')})`
}

function profileSection({
  member,
  knownAs,
  invitedBy,
  manager,
  invited,
  imports,
}: ExportedRecord): DocumentSection {
  const known: [label: string, value: string | number | null][] = [
    ['Name', member.name],
    ['Sorted as', member.sortName],
    ['E-mail', member.email],
    ['Phone', member.phone],
    ['Role in mentoring', member.role],
    [
      'Status',
      member.archivedAt === null
        ? member.status
        : `${member.status}, archived ${dayWords(member.archivedAt)}`,
    ],
    ['Position', member.jobTitle],
    ['Organisation', member.organisation],
    ['Location', member.location],
    ['Department', member.department],
    ['Mentees at most', member.capacity],
    ['Time zone', member.timeZone],
    ['Has time', member.hours],
    ['Seniority, 1 to 5', member.seniority],
    ['Manager', manager && cleanLine(manager.name)],
    ['Languages', member.languages.join(', ') || null],
    [
      'Levels of skills',
      member.levels.map(({ side, skill, level }) => `${skill} (${side}) ${level} of 5`).join(', ') || null,
    ],
    ['Joined on', member.joinedOn === null ? null : dayWords(member.joinedOn)],
    ['Identifier elsewhere', member.externalId],
    ['Skills offered', listWords(member.skillsOffered)],
    ['Skills wanted', listWords(member.skillsWanted)],
    ['Known before as', listWords(knownAs.map(identityWords))],
    ['Brought in by', invitedBy?.name ?? null],
    ['Brought in', listWords(invited.map(({ name }) => name))],
    ['In the directory since', dayWords(member.createdAt)],
    ['Came with', listWords(imports.map(({ fileName, at }) => `${fileName} on ${dayWords(at)}`))],
  ]
  return section('Profile', {
    facts: known.flatMap(([label, value]): [string, string][] =>
      value === null || value === '' ? [] : [[label, cleanLine(String(value))]],
    ),
    passages: member.about === null ? [] : [{ from: 'About', text: cleanText(member.about) }],
  })
}

const purposes: Record<ConsentPurpose, string> = {
  records: 'Keeping program records',
  notes: 'Keeping session notes',
  reports: 'Being named in reports',
  contact: 'Being contacted',
}

function consentSection({ consents }: ExportedRecord): DocumentSection {
  return section('Consent', {
    lines: consents.map(({ purpose, answer, answeredOn, how }) => ({
      text: `${purposes[purpose]}: ${answer}`,
      detail: `${dayWords(answeredOn)}${how === null ? '' : `, ${cleanLine(how)}`}`,
    })),
  })
}

function mentoringSection({
  matches,
  communities,
  gatherings,
  communitySteps,
}: ExportedRecord): DocumentSection {
  const period = (from: string | null, to: string | null) =>
    [from && `from ${dayWords(from)}`, to && `to ${dayWords(to)}`].filter(Boolean).join(' ')
  return section('Mentoring and communities', {
    lines: [
      ...matches.map(({ program, side, status, startedOn, endedOn, others, reasons }) => ({
        text: `${capital(side)} in ${cleanLine(program)}, with ${listWords(others.map(({ name }) => cleanLine(name))) || 'nobody'}`,
        detail: [
          [status, period(startedOn, endedOn)].filter((part) => part !== '').join(', '),
          ...reasons.map(cleanLine),
        ].join('; '),
      })),
      ...communities.map(({ community, role, joinedOn, leftOn }) => ({
        text: `Member of ${cleanLine(community)}`,
        detail: [role && cleanLine(role), period(joinedOn, leftOn)].filter(Boolean).join(', '),
      })),
      ...gatherings.map(({ community, gathering, on, minutes, as }) => ({
        text: `${capital(cleanLine(gathering))} of ${cleanLine(community)}`,
        detail: [dayWords(on), minutes === null ? '' : `${minutes} min`, as === 'member' ? '' : `as ${as}`]
          .filter((part) => part !== '')
          .join(', '),
      })),
      ...communitySteps.map(({ community, kind, takenOn, dismissedAs, others }) => ({
        text: `Step for ${cleanLine(community)}: ${[cleanLine(kind), ...others.map(({ name }) => cleanLine(name))].join(', with ')}`,
        detail: `${dayWords(takenOn)}${dismissedAs === null ? '' : `, not taken: ${dismissedAs}`}`,
      })),
    ],
  })
}

function surveySection({ surveys }: ExportedRecord): DocumentSection {
  return section('Surveys', {
    lines: surveys.flatMap(({ survey, program, answeredOn, answers }) =>
      answers.map(({ statement, answer }) => ({
        text: `${cleanLine(statement)}: ${cleanLine(answer)}`,
        detail: [cleanLine(survey), program === null ? '' : cleanLine(program), dayWords(answeredOn)]
          .filter((part) => part !== '')
          .join(', '),
      })),
    ),
  })
}

function supportSection({ support }: ExportedRecord): DocumentSection {
  return section('How their matches were accompanied', {
    passages: support.map(({ kind, program, on, facts, text }) => ({
      from: [capital(kind), on === null ? '' : dayWords(on), cleanLine(program), cleanLine(facts)]
        .filter((part) => part !== '')
        .join(', '),
      text: cleanText(text),
    })),
  })
}

function growthSection({ growth }: ExportedRecord): DocumentSection {
  return section('What they asked, answered and were invited to', {
    passages: growth.map(({ kind, community, on, other, facts, text }) => ({
      from: [
        other === null ? capital(kind) : `${capital(kind)}: ${cleanLine(other.name)}`,
        on === null ? '' : dayWords(on),
        cleanLine(community),
        cleanLine(facts),
      ]
        .filter((part) => part !== '')
        .join(', '),
      text: cleanText(text),
    })),
  })
}

/** Contacts that are no sessions, by person and kind: a list of thousands tells nobody anything. */
function contactSection({ interactions }: ExportedRecord): DocumentSection {
  const others = interactions.filter(({ kind }) => kind !== 'session')
  const groups = Map.groupBy(others, ({ other, kind, community }) =>
    JSON.stringify([other.name, kind, community]),
  )
  return section('Other contacts', {
    lines: [...groups.values()].map((contacts) => {
      const [first, last] = [contacts[0], contacts.at(-1)]
      const days = [first?.on ?? '', last?.on ?? ''].map(dayWords)
      return {
        text: `${capital(cleanLine(first?.kind ?? ''))} with ${cleanLine(first?.other.name ?? '')}: ${plural(contacts.length, 'time')}`,
        detail: [
          days[0] === days[1] ? days[0] : `${days[0]} to ${days[1]}`,
          first?.community == null ? null : cleanLine(first.community),
        ]
          .filter(Boolean)
          .join(', '),
      }
    }),
  })
}

/** Values longer than this are texts; they are in the JSON export. */
const longestValue = 120

function changeSection({ changes }: ExportedRecord): DocumentSection {
  return section('History of changes', {
    lines: changes.map(({ at, summary, before }) => ({
      text: cleanLine(summary),
      detail: [dayWords(at), ...before.flatMap(({ of, values }) => beforeWords(of, values))].join('; '),
    })),
  })
}

function beforeWords(of: string, values: unknown): string[] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([field, value]) => {
    if (field === 'updated_at' || field === 'search_key' || field.endsWith('_id') || field === 'id') return []
    const text = value === null ? 'empty' : cleanLine(String(value))
    const shown = text.length > longestValue ? 'another text' : text === '' ? 'empty' : text
    return [`${of}’s ${field.replaceAll('_', ' ')} was ${shown}`]
  })
}
