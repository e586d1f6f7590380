import type { InputOf, OutputOf } from '@shared/contract'
import { coarseDate } from '@shared/domain/erasure'
import { isNaming, replaceNames } from '@shared/domain/replaceNames'
import { fold, wordsOf } from '@shared/domain/spelling'
import { stopIf } from '../engine/command'
import type { Reader } from '../engine/reader'
import type { Task } from '../handler'
import { isOfGrowth } from '../queries/asks/growthTraces'
import { list, listed } from '../queries/conditions'
import { lastFinal } from '../queries/history'
import { getMember } from '../queries/members/memberProfile'
import { writtenColumns, writtenRecords } from '../queries/privacy/writtenColumns'
import { templatesAbout } from '../queries/reports/reportTemplates'
import { isDraftAbout, textsIn } from '../queries/sessions/drafting'
import { isOfSupport } from '../queries/support/supportTraces'
import { type Belongings, belongingsOf } from './belongings'
import { changedImages } from './images'
import { sharesPlace } from './rows'
import { type Subjects, subjectsOf } from './subjects'
import { apart, isIdentity } from './texts'

type Preview = OutputOf<'members.erasePreview'>

/**
 * What erasing a member would do, in numbers; nothing is written. Reads every text of the file.
 *
 * @throws AppError `not-found`, or `cancelled`.
 */
export function previewErasure(
  db: Reader,
  { id, today }: InputOf<'members.erasePreview'>,
  task: Task,
): Preview {
  const member = getMember(db, id)
  const subjects = subjectsOf(db, [id])
  const belongings = belongingsOf(db, [id])
  const count = (sql: string, ...parameters: unknown[]) => db.value<number>(sql, ...parameters) ?? 0
  const place = sharesPlace(db, id) ? { location: member.location, department: member.department } : null
  return {
    name: member.name,
    goes: {
      fields: [
        ...fieldsOf(member, place === null),
        ...(belongings.identities.size > 0 ? ['names and addresses from before a merge'] : []),
      ],
      skills: member.skillsOffered.length + member.skillsWanted.length,
      consents: count('SELECT count(*) FROM consents WHERE member_id = ?', id),
      notes: count(`SELECT count(*) FROM sessions WHERE id IN (${attended}) AND ${hasText}`, id),
      actionItems: count(
        `SELECT count(*) FROM action_items WHERE id IN ${listed}`,
        list([...belongings.actionItems]),
      ),
      enrolments: count(
        `SELECT count(*) FROM enrolments e WHERE member_id = ?
          AND (goals IS NOT NULL OR note IS NOT NULL OR left_reason IS NOT NULL
            OR EXISTS (SELECT 1 FROM enrolment_moves WHERE enrolment_id = e.id AND reason IS NOT NULL))`,
        id,
      ),
      support: Object.values(belongings.support).reduce((sum, rows) => sum + rows.size, 0),
      growth: Object.values(belongings.growth).reduce((sum, rows) => sum + rows.size, 0),
      reuses: count(
        `SELECT count(*) FROM knowledge_reuses WHERE member_id = ?
          AND coalesce(immediate, potential, applied, realised, reframing) IS NOT NULL`,
        id,
      ),
      mentions: countMentions(db, subjects, belongings, task),
      drafts: db
        .column<string>('SELECT body FROM drafts')
        .filter((body) => isDraftAbout(body, id, subjects.replacing)).length,
      savedViews: [...writtenRecords(db, 'saved_views')].filter(({ texts }) =>
        [texts.name ?? '', ...textsIn(JSON.parse(texts.state ?? 'null'))].some((text) =>
          isNaming(text, subjects.replacing),
        ),
      ).length,
      reportTemplates: templatesAbout(db, id).length,
      history: countHistory(db, subjects, belongings),
      undo: count(
        `SELECT count(*) FROM commands WHERE kind IN ('do', 'redo') AND reversed_by IS NULL AND id > ${lastFinal}`,
      ),
    },
    stays: {
      sessions: member.sessions,
      interactions: count(
        `SELECT count(*) FROM (SELECT id FROM interactions WHERE from_id = @id
          UNION SELECT id FROM interactions WHERE to_id = @id)`,
        { id },
      ),
      matches: member.matches.length,
      enrolments: count('SELECT count(*) FROM enrolments WHERE member_id = ?', id),
      surveys: count('SELECT count(*) FROM survey_responses WHERE member_id = ?', id),
      communities: member.communities.length,
      knowledge: count('SELECT count(*) FROM knowledge_authors WHERE member_id = ?', id),
      status: member.status,
      role: member.role,
      place,
      joined: member.joinedOn === null ? null : coarseDate(member.joinedOn, today),
    },
    others: othersThere(db, id),
    namesakes: db.all(
      'SELECT id, name FROM members WHERE name = ? COLLATE NOCASE AND id <> ? AND erased_at IS NULL ORDER BY id LIMIT 10',
      member.name,
      id,
    ),
    parts: countParts(db, member.name, subjects, belongings),
    keep: member.keep,
  }
}

const attended = 'SELECT session_id FROM session_attendees WHERE member_id = ?'
const hasText = "(title IS NOT NULL OR agenda IS NOT NULL OR notes <> '')"

function fieldsOf(member: ReturnType<typeof getMember>, withoutPlace: boolean): string[] {
  const fields: [label: string, value: unknown][] = [
    ['name', member.name],
    ['e-mail', member.email],
    ['phone', member.phone],
    ['position', member.jobTitle],
    ['organisation', member.organisation],
    ['location', withoutPlace ? member.location : null],
    ['department', withoutPlace ? member.department : null],
    ['mentees at most', member.capacity],
    ['identifier elsewhere', member.externalId],
    ['about', member.about],
    ['time zone', member.timeZone],
    ['hours', member.hours],
    ['seniority', member.seniority],
    ['manager', member.manager],
    ['languages', member.languages.length === 0 ? null : member.languages],
  ]
  return fields.filter(([, value]) => value !== null).map(([label]) => label)
}

/** Records of others, and of nobody, in whose texts the member is named. */
function countMentions(db: Reader, { ids, replacing }: Subjects, belongings: Belongings, task: Task): number {
  let mentions = 0
  for (const table of Object.keys(writtenColumns).filter((name) => !apart.has(name))) {
    const total = db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0
    let done = 0
    for (const { id, texts } of writtenRecords(db, table)) {
      if (done++ % 1000 === 0) {
        task.progress({ label: 'Looking through all texts', done, total })
        stopIf(task.cancelled)
      }
      if (table === 'members' && ids.has(id)) continue
      if (table === 'sessions' && belongings.sessions.has(id)) continue
      if (table === 'action_items' && belongings.actionItems.has(id)) continue
      if (table === 'enrolments' && belongings.enrolments.has(id)) continue
      if (table === 'matches' && belongings.matches.has(id)) continue
      if (table === 'pair_rules' && belongings.pairRules.has(id)) continue
      if (table === 'enrolment_moves' && belongings.enrolmentMoves.has(id)) continue
      if (table === 'knowledge_reuses' && belongings.reuses.has(id)) continue
      if (isOfSupport(table) && belongings.support[table].has(id)) continue
      if (isOfGrowth(table) && belongings.growth[table].has(id)) continue
      const written = Object.entries(texts).filter(([column]) => !isIdentity(table, column))
      if (written.some(([, text]) => isNaming(text, replacing))) mentions++
    }
  }
  return mentions
}

function countHistory(db: Reader, subjects: Subjects, belongings: Belongings): number {
  let lines = 0
  for (const { texts } of writtenRecords(db, 'commands'))
    if (Object.values(texts).some((text) => isNaming(text, subjects.replacing))) lines++
  for (const _image of changedImages(db, subjects, belongings, '')) lines++
  return lines
}

const fewOthers = 5

function othersThere(db: Reader, id: number): Preview['others'] {
  const others = db.all<{ id: number; name: string }>(
    `SELECT DISTINCT m.id, m.name FROM session_attendees a JOIN members m ON m.id = a.member_id
      WHERE a.member_id <> ? AND m.erased_at IS NULL
        AND a.session_id IN (SELECT id FROM sessions WHERE id IN (${attended}) AND ${hasText})
      ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    id,
    id,
  )
  return { count: others.length, first: others.slice(0, fewOthers) }
}

/** Shorter words than that are in too many texts to say anything. */
const shortestPart = 3
const mostParts = 1000

/** Other sessions that hold a word of the name without the rest of it: whether it is this person nobody can tell. */
function countParts(db: Reader, name: string, { replacing }: Subjects, { sessions }: Belongings): number {
  const parts = wordsOf(name)
    .map(({ text }) => fold(text))
    .filter((part) => part.length >= shortestPart)
  if (parts.length < 2) return 0
  const found = db.all<{ id: number; title: string | null; agenda: string | null; notes: string }>(
    `SELECT s.id, s.title, s.agenda, s.notes
      FROM (SELECT rowid AS key FROM session_search WHERE session_search MATCH ? ORDER BY rowid DESC LIMIT ${mostParts}) AS hit
      CROSS JOIN sessions s ON s.search_key = hit.key`,
    parts.map((part) => `"${part}"`).join(' OR '),
  )
  return found.filter(
    ({ id, title, agenda, notes }) =>
      !sessions.has(id) &&
      [title, agenda, notes].some((text) =>
        wordsOf(replaceNames(text ?? '', replacing)).some((word) => parts.includes(fold(word.text))),
      ),
  ).length
}
