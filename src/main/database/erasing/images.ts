import { erasedText } from '@shared/domain/erasure'
import { replaceNames, replaceTextsIn } from '@shared/domain/replaceNames'
import type { Reader, Row } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { growthTables } from '../queries/asks/growthTraces'
import { list, listed } from '../queries/conditions'
import { isRunWith } from '../queries/matching/matchingTraces'
import { supportTables } from '../queries/support/supportTraces'
import type { Belongings } from './belongings'
import { erasedGrowth } from './growth'
import { erasedEnrolment, namelessResponse, untoldStory } from './rows'
import type { Subjects } from './subjects'
import { erasedSupport } from './support'

interface Image {
  id: number
  table: string
  row: number
  before: string
}

/** So many are read at once: an image may hold the notes of a session. */
const chunk = 500

/**
 * Takes the members out of what the history keeps of how things were, this command's own record included: undo stops
 * at an erasure, but the images could still be read.
 */
export function eraseImages(writer: Writer, subjects: Subjects, belongings: Belongings): void {
  for (const { id, table, without } of changedImages(writer, subjects, belongings, writer.now)) {
    // Of a file only its name can name somebody; what it holds was not read.
    const image =
      table === 'knowledge_files' ? "json_replace(before, '$.name', json_extract(?, '$.name'))" : '?'
    writer.derive(`UPDATE changes SET before = ${image} WHERE id = ?`, without, id)
  }
}

/** The images that hold something of the members, and what is left of each. */
export function* changedImages(
  db: Reader,
  subjects: Subjects,
  belongings: Belongings,
  now: string,
): Generator<{ id: number; table: string; without: string }> {
  const lost = lostTopics(db, belongings)
  const leavings = leavingsOf(belongings)
  for (let after = 0; ; ) {
    const images = db.all<Image>(
      // What is in a file is no text, and may be megabytes.
      `SELECT id, table_name AS "table", first_row AS row,
          iif(table_name = 'knowledge_files', json_remove(before, '$.content'), before) AS before FROM changes
        WHERE id > ? AND before IS NOT NULL ORDER BY id LIMIT ${chunk}`,
      after,
    )
    for (const image of images) {
      const isLost = image.table === 'topics' && lost.has(image.row)
      const without = isLost ? forgotten : erased(image, subjects, belongings, leavings.get(image.table), now)
      if (without !== image.before) yield { id: image.id, table: image.table, without }
    }
    const last = images.at(-1)
    if (!last || images.length < chunk) return
    after = last.id
  }
}

/** Topics that went with the members, because nobody else had ever named them. */
function lostTopics(db: Reader, { topics }: Belongings): Set<number> {
  const there = new Set(db.column<number>(`SELECT id FROM topics WHERE id IN ${listed}`, list([...topics])))
  return new Set([...topics].filter((id) => !there.has(id)))
}

/** An image that has to be forgotten. */
const forgotten = '{}'

function erased(
  { table, row, before }: Image,
  { ids, replacing }: Subjects,
  belongings: Belongings,
  leaving: Leaving | undefined,
  now: string,
): string {
  if (table === 'members' && ids.has(row)) return forgotten
  if (table === 'member_skills' && belongings.skills.has(row)) return forgotten
  if (table === 'pair_rules' && belongings.pairRules.has(row)) return forgotten
  if (table === 'consents' && belongings.consents.has(row)) return forgotten
  if (table === 'member_identities' && belongings.identities.has(row)) return forgotten
  const image = JSON.parse(before) as Row
  if (table === 'match_runs' && isRunWith(image.run, ids)) return forgotten
  const own = ownTexts(table, row, image, leaving, now)
  const without = replaceTextsIn({ ...image, ...own }, (text) => replaceNames(text, replacing))
  return JSON.stringify(without)
}

/** What is left of the columns that are about the members as a whole, by the rows that are. */
interface Leaving {
  rows: ReadonlySet<number>
  left: (image: Row) => Row
}

function leavingsOf(belongings: Belongings): ReadonlyMap<string, Leaving> {
  const of = (table: string, rows: ReadonlySet<number>, left: (image: Row) => Row) =>
    [table, { rows, left }] as const
  return new Map([
    of('sessions', belongings.sessions, () => ({ title: null, agenda: null, notes: '' })),
    of('action_items', belongings.actionItems, () => ({ text: erasedText })),
    of('community_members', belongings.communityMembers, () => ({ role: null })),
    of('enrolments', belongings.enrolments, (image) => erasedEnrolment(image.left_reason ?? null)),
    of('enrolment_moves', belongings.enrolmentMoves, () => ({ reason: null })),
    of('matches', belongings.matches, () => ({ reasons: null })),
    of('survey_responses', belongings.surveyResponses, () => namelessResponse),
    of('knowledge_reuses', belongings.reuses, () => untoldStory),
    ...supportTables.map((table) =>
      of(table, belongings.support[table], (image) => erasedSupport(table, image)),
    ),
    ...growthTables.map((table) =>
      of(table, belongings.growth[table], (image) => erasedGrowth(table, image)),
    ),
  ])
}

function ownTexts(table: string, row: number, image: Row, leaving: Leaving | undefined, now: string): Row {
  const columns = leaving?.rows.has(row) ? leaving.left(image) : {}
  const isWhole = 'created_at' in image
  // A session that comes back out of the trash has no notes to be written.
  const mark = table === 'sessions' && isWhole && 'notes' in columns ? { notes_erased_at: now } : {}
  return { ...Object.fromEntries(Object.entries(columns).filter(([column]) => column in image)), ...mark }
}
