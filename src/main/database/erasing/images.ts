import { erasedText } from '@shared/domain/erasure'
import { replaceNames, replaceTextsIn } from '@shared/domain/replaceNames'
import type { Reader, Row } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { isOfGrowth } from '../queries/asks/growthTraces'
import { list, listed } from '../queries/conditions'
import { isRunWith } from '../queries/matching/matchingTraces'
import { isOfSupport } from '../queries/support/supportTraces'
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
  for (const { id, without } of changedImages(writer, subjects, belongings, writer.now))
    writer.derive('UPDATE changes SET before = ? WHERE id = ?', without, id)
}

/** The images that hold something of the members, and what is left of each. */
export function* changedImages(
  db: Reader,
  subjects: Subjects,
  belongings: Belongings,
  now: string,
): Generator<{ id: number; without: string }> {
  const lost = lostTopics(db, belongings)
  for (let after = 0; ; ) {
    const images = db.all<Image>(
      `SELECT id, table_name AS "table", first_row AS row, before FROM changes
        WHERE id > ? AND before IS NOT NULL ORDER BY id LIMIT ${chunk}`,
      after,
    )
    for (const image of images) {
      const isLost = image.table === 'topics' && lost.has(image.row)
      const without = isLost ? forgotten : erased(image, subjects, belongings, now)
      if (without !== image.before) yield { id: image.id, without }
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
  now: string,
): string {
  if (table === 'members' && ids.has(row)) return forgotten
  if (table === 'member_skills' && belongings.skills.has(row)) return forgotten
  if (table === 'pair_rules' && belongings.pairRules.has(row)) return forgotten
  if (table === 'consents' && belongings.consents.has(row)) return forgotten
  if (table === 'member_identities' && belongings.identities.has(row)) return forgotten
  const image = JSON.parse(before) as Row
  // What is in a file is no text; its name is.
  if (table === 'knowledge_files' && typeof image.name === 'string')
    return JSON.stringify({ ...image, name: replaceNames(image.name, replacing) })
  if (table === 'match_runs' && isRunWith(image.run, ids)) return forgotten
  const own = ownTexts(table, row, image, belongings, now)
  const without = replaceTextsIn({ ...image, ...own }, (text) => replaceNames(text, replacing))
  return JSON.stringify(without)
}

/** The columns of an image that are about the members as a whole, with what is left of them. */
function ownTexts(table: string, row: number, image: Row, belongings: Belongings, now: string): Row {
  const columns: Row =
    table === 'sessions' && belongings.sessions.has(row)
      ? { title: null, agenda: null, notes: '' }
      : table === 'action_items' && belongings.actionItems.has(row)
        ? { text: erasedText }
        : table === 'community_members' && belongings.communityMembers.has(row)
          ? { role: null }
          : table === 'enrolments' && belongings.enrolments.has(row)
            ? erasedEnrolment(image.left_reason ?? null)
            : table === 'enrolment_moves' && belongings.enrolmentMoves.has(row)
              ? { reason: null }
              : table === 'matches' && belongings.matches.has(row)
                ? { reasons: null }
                : table === 'survey_responses' && belongings.surveyResponses.has(row)
                  ? namelessResponse
                  : table === 'knowledge_reuses' && belongings.reuses.has(row)
                    ? untoldStory
                    : isOfSupport(table) && belongings.support[table].has(row)
                      ? erasedSupport(table, image)
                      : isOfGrowth(table) && belongings.growth[table].has(row)
                        ? erasedGrowth(table, image)
                        : {}
  const isWhole = 'created_at' in image
  // A session that comes back out of the trash has no notes to be written.
  const mark = table === 'sessions' && isWhole && 'notes' in columns ? { notes_erased_at: now } : {}
  return { ...Object.fromEntries(Object.entries(columns).filter(([column]) => column in image)), ...mark }
}
