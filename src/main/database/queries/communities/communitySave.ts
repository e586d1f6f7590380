import type { InputOf } from '@shared/contract'
import type { CommunityInput, StageInput } from '@shared/contract/communities'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { memberNames } from '../references'
import { communityById, tiesOf } from './communityRecord'

interface Saving {
  id: number | null
  community: CommunityInput
  begins: StageInput | null
}

/** @throws AppError `not-found`; `conflict` when there is another of that name. */
export function saveCommunity(writer: Writer, { id, community, begins }: Saving): Done<{ id: number }> {
  assertFree(writer, community.name, id)
  assertKnown(writer, community)
  const columns = columnsOf(community)
  if (id !== null) {
    communityById(writer, id)
    if (writer.update('communities', id, columns))
      writer.update('communities', id, { updated_at: writer.now })
    return { value: { id }, summary: `Community ${community.name}` }
  }
  const stage = begins?.stage ?? 'potential'
  const added = writer.insert('communities', {
    ...columns,
    stage,
    created_at: writer.now,
    updated_at: writer.now,
  })
  if (begins) {
    writer.insert('community_stages', {
      community_id: added,
      stage,
      since_on: begins.since,
      note: begins.note,
    })
  }
  return { value: { id: added }, summary: `Community ${community.name}` }
}

/** @throws AppError `not-found`. */
export function setStage(
  writer: Writer,
  { id, stage, since, note }: StageInput & { id: number },
): Done<{ id: number }> {
  const { name } = communityById(writer, id)
  writer.insert('community_stages', { community_id: id, stage, since_on: since, note })
  followStages(writer, id)
  return { value: { id }, summary: `${name}: ${stage} since ${since}` }
}

/** @throws AppError `not-found`; `conflict` for the only line there is. */
export function removeStage(
  writer: Writer,
  { id }: InputOf<'communities.removeStage'>,
): Done<{ id: number }> {
  const line = writer.get<{ community: number; stage: string; since: string }>(
    'SELECT community_id AS community, stage, since_on AS since FROM community_stages WHERE id = ?',
    id,
  )
  if (!line) throw new AppError('not-found', 'This line is no longer in the history of stages.')
  const { name } = communityById(writer, line.community)
  const lines = writer.value<number>(
    'SELECT count(*) FROM community_stages WHERE community_id = ?',
    line.community,
  )
  if (lines === 1) {
    throw new AppError('conflict', 'This is the only stage that is noted. Note the right one first.')
  }
  writer.remove('community_stages', id)
  followStages(writer, line.community)
  return { value: { id: line.community }, summary: `${name}: no longer ${line.stage} since ${line.since}` }
}

/** The community is in the stage of its latest line. */
function followStages(writer: Writer, id: number): void {
  const stage = writer.value<string>(
    'SELECT stage FROM community_stages WHERE community_id = ? ORDER BY since_on DESC, id DESC LIMIT 1',
    id,
  )
  if (stage !== undefined) writer.update('communities', id, { stage })
}

/** @throws AppError `conflict` with what belongs to it, `not-found`. */
export function removeCommunity(writer: Writer, { id }: InputOf<'communities.remove'>): Done<Deletion> {
  const { name } = communityById(writer, id)
  const ties = tiesOf(writer, id)
  if (ties.length > 0) {
    throw new AppError(
      'conflict',
      `${name} has ${ties.join(' and ')}, so deleting it would tear a hole there. Say that it has ended instead: then it stays in what it is part of, and at the end of the list.`,
    )
  }
  const trash = [moveToTrash(writer, 'communities', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted the community ${name}` }
}

function columnsOf(community: CommunityInput): Row {
  return {
    name: community.name,
    domain: community.domain.trim(),
    purpose: community.purpose.trim(),
    rhythm_days: community.rhythmDays,
    sponsor_id: community.sponsorId,
    coordinator_id: community.coordinatorId,
    began_on: community.beganOn,
    ended_on: community.endedOn,
    public_spaces: community.publicSpaces,
    private_spaces: community.privateSpaces,
  }
}

function assertFree(db: Reader, name: string, id: number | null): void {
  const other = db.value<number>('SELECT id FROM communities WHERE name = ? COLLATE NOCASE', name)
  if (other === undefined || other === id) return
  throw new AppError('conflict', 'There is a community of that name already.', 'community.name')
}

function assertKnown(db: Reader, { sponsorId, coordinatorId }: CommunityInput): void {
  for (const [field, member] of Object.entries({ sponsorId, coordinatorId })) {
    if (member !== null && !memberNames(db, [member]).has(member)) {
      throw new AppError(
        'not-found',
        'They are no longer in the directory. Choose again.',
        `community.${field}`,
      )
    }
  }
}
