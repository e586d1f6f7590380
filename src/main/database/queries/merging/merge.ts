import type { InputOf } from '@shared/contract'
import type { MergeChoices } from '@shared/contract/merging'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf } from '../../trash/kinds'
import { memberGone } from '../references'
import { type Couple, differing } from './couple'
import { carryDrafts, carryMentions } from './mergeMentions'
import { mergeProfile } from './mergeProfile'
import { carryTemplates } from './mergeTemplates'
import { carryOut, Plan } from './plan'
import { carryOver } from './relations'

/** @throws AppError `not-found`. */
export function coupleOf(db: Reader, { keep, other }: { keep: number; other: number }): Couple {
  const name = (id: number) => {
    const found = db.value<string>('SELECT name FROM members WHERE id = ?', id)
    if (found === undefined) throw memberGone()
    return found
  }
  return { keep, other, keepName: name(keep), otherName: name(other) }
}

/** Why two cannot become one, in a sentence with what can be done; null when they can. */
export function refusalOf(db: Reader, { keep, other, keepName, otherName }: Couple): string | null {
  if (keep === other) return 'Choose two members: these are the same.'
  const erased = db.value('SELECT 1 FROM members WHERE id IN (?, ?) AND erased_at IS NOT NULL', keep, other)
  if (erased !== undefined) return 'A member who was erased is only counted, and is nobody to be merged with.'
  const pair = db.value<string>(
    `SELECT p.name FROM match_members a JOIN match_members b ON b.match_id = a.match_id AND b.member_id = ?
      JOIN matches ma ON ma.id = a.match_id JOIN programs p ON p.id = ma.program_id
      WHERE a.member_id = ? AND (SELECT count(*) FROM match_members c WHERE c.match_id = a.match_id) = 2 LIMIT 1`,
    other,
    keep,
  )
  if (pair === undefined) return null
  return `${keepName} and ${otherName} are a match in ${pair}, so they are two people as far as this file goes. Note that they are not the same person instead.`
}

/** Everything that a merge writes, and what is to be told of it. */
export function planMerge(db: Reader, couple: Couple, choices: MergeChoices, now: string): Plan {
  const plan = new Plan(db)
  carryOver(plan, couple)
  mergeProfile(plan, couple, choices, now)
  carryMentions(plan, couple)
  carryTemplates(plan, couple)
  return plan
}

/** @throws AppError `conflict`, `not-found`. */
export function mergeMembers(
  writer: Writer,
  { keep, other, choices }: InputOf<'members.merge'>,
): Done<{ id: number; command: number; notes: string[] }> {
  const couple = coupleOf(writer, { keep, other })
  const refusal = refusalOf(writer, couple)
  if (refusal !== null) throw new AppError('conflict', refusal)
  const command = commandOf(writer)
  const plan = planMerge(writer, couple, choices, writer.now)
  const [before, gone] = [keep, other].map((id) => writer.get('SELECT * FROM members WHERE id = ?', id))
  if (!before || !gone) throw memberGone()
  plan.remove('members', other)
  for (const identity of identitiesOf(plan, keep, [gone, before])) plan.insert('member_identities', identity)
  plan.insert('member_merges', {
    member_id: keep,
    gone_id: other,
    gone_created_at: gone.created_at ?? '',
    command_id: command,
    merged_at: writer.now,
  })
  carryOut(writer, plan)
  carryDrafts(writer, couple)
  const name = String(plan.row('members', keep)?.name)
  const others = name === couple.keepName ? couple.otherName : couple.keepName
  return {
    value: { id: keep, command, notes: plan.notes },
    summary: others === name ? `Merged two records of ${name}` : `Merged ${others} into ${name}`,
  }
}

const identifying = ['name', 'email', 'external_id', 'organisation', 'location', 'department'] as const

/** How the two were known, as far as the one who stays is not known like that any more. */
function identitiesOf(plan: Plan, keep: number, rows: readonly Row[]): Row[] {
  const stays = plan.row('members', keep) ?? {}
  return rows
    .map((row) => Object.fromEntries(identifying.map((column) => [column, row[column] ?? null])))
    .filter((known) => Object.keys(differing(stays, known)).length > 0)
    .map((known) => ({ member_id: keep, ...known }))
}
