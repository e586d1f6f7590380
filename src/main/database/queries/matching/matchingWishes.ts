import type { InputOf, OutputOf } from '@shared/contract'
import type { Style } from '@shared/domain/matching/style'
import { type Trait, traitKey } from '@shared/domain/matching/traits'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { list, listed } from '../conditions'
import { enrolled, whoOf } from '../enrolments/enrolmentMoves'
import { memberReferences } from '../references'

export type StyleColumns = Style

/** SQL for how somebody likes to work. */
export const styleColumns =
  'style_plan AS plan, style_rhythm AS rhythm, style_advice AS advice, style_talk AS talk'

/** What is stored of somebody's traits. */
export function traitsIn(stored: string | null): Trait[] {
  return stored === null ? [] : (JSON.parse(stored) as Trait[])
}

interface Wish {
  kind: 'wish' | 'veto'
  memberId: number
}

/** Whom somebody would like, the dearest first, and whom not. */
export function wishesOf(db: Reader, enrolmentId: number): Wish[] {
  return db.all<Wish>(
    'SELECT kind, member_id AS memberId FROM wishes WHERE enrolment_id = ? ORDER BY kind DESC, position, id',
    enrolmentId,
  )
}

export function preferencesOf(
  db: Reader,
  { programId, memberId, role }: InputOf<'matching.preferences'>,
): OutputOf<'matching.preferences'> {
  const stored = db.get<
    { enrolmentId: number; name: string; goals: string | null; traits: string | null } & Style
  >(
    `SELECT e.id AS enrolmentId, m.name, e.goals, e.traits, ${styleColumns}
      FROM enrolments e JOIN members m ON m.id = e.member_id
      WHERE e.program_id = ? AND e.member_id = ? AND e.role = ?`,
    programId,
    memberId,
    role,
  )
  if (!stored) return null
  const { enrolmentId, name, goals, traits, ...style } = stored
  const wishes = wishesOf(db, enrolmentId)
  const named = (kind: Wish['kind']) =>
    memberReferences(
      db,
      wishes.filter((wish) => wish.kind === kind).map((wish) => wish.memberId),
    )
  return {
    ...{ enrolmentId, name, goals, style },
    wishes: named('wish'),
    vetoes: named('veto'),
    traits: traitsIn(traits),
  }
}

/** @throws AppError `not-found`, or `conflict` for a person both wished for and not wanted, or a trait told twice. */
export function savePreferences(
  writer: Writer,
  { enrolmentId, wishes, vetoes, style, traits }: InputOf<'matching.savePreferences'>,
): Done<{ enrolmentId: number }> {
  const people = enrolled(writer, [enrolmentId])
  const own = writer.value<number>('SELECT member_id FROM enrolments WHERE id = ?', enrolmentId)
  const wanted = { wish: [...new Set(wishes)], veto: [...new Set(vetoes)] }
  const everybody = [...wanted.wish, ...wanted.veto]
  if (wanted.wish.some((id) => wanted.veto.includes(id)))
    throw new AppError('conflict', 'Somebody is among the wishes and among the vetoes. Take them out of one.')
  if (own !== undefined && everybody.includes(own))
    throw new AppError('conflict', 'Nobody can be their own partner. Choose somebody else.')
  if (new Set(traits.map(({ trait }) => traitKey(trait))).size < traits.length)
    throw new AppError('conflict', 'The same is told twice about somebody. Leave one of the two lines.')
  const there = writer.value<number>(
    `SELECT count(*) FROM members WHERE erased_at IS NULL AND id IN ${listed}`,
    list(everybody),
  )
  if (there !== everybody.length)
    throw new AppError('not-found', 'One of these members is no longer in the directory. Choose again.')
  const changed = [
    writer.update('enrolments', enrolmentId, {
      style_plan: style.plan,
      style_rhythm: style.rhythm,
      style_advice: style.advice,
      style_talk: style.talk,
      traits: traits.length === 0 ? null : JSON.stringify(traits),
    }),
    saveWishes(writer, enrolmentId, 'wish', wanted.wish),
    saveWishes(writer, enrolmentId, 'veto', wanted.veto),
  ]
  if (changed.includes(true)) writer.update('enrolments', enrolmentId, { updated_at: writer.now })
  return { value: { enrolmentId }, summary: `What ${whoOf(people)} asks of a partner` }
}

/** @returns whether any differed. */
function saveWishes(
  writer: Writer,
  enrolmentId: number,
  kind: Wish['kind'],
  ids: readonly number[],
): boolean {
  const known = writer.all<{ id: number; member: number }>(
    'SELECT id, member_id AS member FROM wishes WHERE enrolment_id = ? AND kind = ? ORDER BY position, id',
    enrolmentId,
    kind,
  )
  if (known.length === ids.length && known.every(({ member }, at) => member === ids[at])) return false
  for (const { id } of known) writer.remove('wishes', id)
  for (const [position, member] of ids.entries())
    writer.insert('wishes', { enrolment_id: enrolmentId, member_id: member, kind, position })
  return true
}
