import type { GatheringInput } from '@shared/contract/gatherings'
import type { Deletion } from '@shared/contract/trash'
import { type RepeatChoice, ruleEndingBefore, ruleFor } from '@shared/domain/repeats'
import type { GatheringStatus } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { communityById } from '../communities/communityRecord'
import { memberNames } from '../references'
import { saveGatheringContacts } from './gatheringContacts'
import { datesOf } from './gatheringDates'
import { gatheringGone, gatheringInWords } from './gatheringRecord'

interface Saving {
  id: number | null
  communityId: number
  gathering: GatheringInput
  repeats: { how: RepeatChoice; until: string | null } | null
  following: boolean
  today: string
}

/** @throws AppError `not-found`; `conflict` where a rule gives no day. */
export function saveGathering(writer: Writer, saving: Saving): Done<{ id: number }> {
  const { id, communityId, gathering, repeats, following } = saving
  communityById(writer, communityId)
  if (gathering.hostId !== null && !memberNames(writer, [gathering.hostId]).has(gathering.hostId))
    throw new AppError(
      'not-found',
      'The host is no longer in the directory. Choose again.',
      'gathering.hostId',
    )
  if (id === null) {
    const added = repeats ? planSeries(writer, saving, repeats) : insertGathering(writer, saving)
    return { value: { id: added }, summary: `Planned: ${gatheringInWords(writer, added)}` }
  }
  const before = seriesPlace(writer, id)
  if (writer.update('gatherings', id, columnsOf(gathering))) {
    writer.update('gatherings', id, { updated_at: writer.now })
    saveGatheringContacts(writer, id)
  }
  if (following && before.seriesId !== null) {
    const { held_on: _day, status: _status, notes: _notes, ...shared } = columnsOf(gathering)
    for (const later of plannedFrom(writer, before.seriesId, before.heldOn)) {
      if (later !== id && writer.update('gatherings', later, shared))
        writer.update('gatherings', later, { updated_at: writer.now })
    }
  }
  return { value: { id }, summary: `Changes to ${gatheringInWords(writer, id)}` }
}

/** @returns the first gathering of the series. */
function planSeries(
  writer: Writer,
  { communityId, gathering, today }: Saving,
  { how, until }: NonNullable<Saving['repeats']>,
): number {
  const rule = ruleFor(how, gathering.heldOn, until)
  const planned = datesOf({ rule, beginsOn: gathering.heldOn }, null, today)
  const series = writer.insert('gathering_series', {
    community_id: communityId,
    rule,
    begins_on: gathering.heldOn,
    planned_until: planned.until,
    created_at: writer.now,
  })
  const ids = planned.dates.map((heldOn, index) =>
    insertGathering(writer, {
      communityId,
      gathering: index === 0 ? gathering : { ...gathering, heldOn, status: 'planned', notes: '' },
      seriesId: series,
    }),
  )
  const [first] = ids
  if (first === undefined) throw new AppError('conflict', 'On no day would this gathering come about.')
  return first
}

function insertGathering(
  writer: Writer,
  {
    communityId,
    gathering,
    seriesId = null,
  }: { communityId: number; gathering: GatheringInput; seriesId?: number | null },
): number {
  return writer.insert('gatherings', {
    community_id: communityId,
    series_id: seriesId,
    ...columnsOf(gathering),
    guests: 0,
    created_at: writer.now,
    updated_at: writer.now,
  })
}

function columnsOf(gathering: GatheringInput): Row {
  return {
    title: gathering.title,
    kind: gathering.kind,
    held_on: gathering.heldOn,
    starts_at: gathering.startsAt,
    minutes: gathering.minutes,
    place: gathering.place,
    is_private: gathering.isPrivate ? 1 : 0,
    status: gathering.status,
    host_id: gathering.hostId,
    notes: gathering.notes.trim() === '' ? '' : gathering.notes,
  }
}

/** @throws AppError `not-found`. */
export function setGatheringStatus(
  writer: Writer,
  { id, status }: { id: number; status: GatheringStatus },
): Done<{ id: number }> {
  const words = gatheringInWords(writer, id)
  if (writer.update('gatherings', id, { status })) {
    writer.update('gatherings', id, { updated_at: writer.now })
    saveGatheringContacts(writer, id)
  }
  return { value: { id }, summary: `${words}: ${status}` }
}

export function removeGathering(writer: Writer, { id }: { id: number }): Done<Deletion> {
  const summary = `Deleted ${gatheringInWords(writer, id)}`
  const trash = [moveToTrash(writer, 'gatherings', id)]
  return { value: { command: commandOf(writer), trash }, summary }
}

/** Plans the next year of a series, as its last gathering was. @throws AppError `not-found`, `conflict`. */
export function planOn(
  writer: Writer,
  { seriesId, today }: { seriesId: number; today: string },
): Done<{ planned: number }> {
  const series = seriesBy(writer, seriesId)
  const last = writer.get<Row>(
    'SELECT * FROM gatherings WHERE series_id = ? ORDER BY held_on DESC, id DESC LIMIT 1',
    seriesId,
  )
  const { dates, until } = datesOf(series, series.plannedUntil, today)
  if (!last || dates.length === 0)
    throw new AppError('conflict', 'Everything that this series has to come is planned already.')
  const { id: _, import_id: _import, ...like } = last
  for (const held_on of dates) {
    const fresh = { status: 'planned', notes: '', guests: 0, created_at: writer.now, updated_at: writer.now }
    writer.insert('gatherings', { ...like, ...fresh, held_on })
  }
  writer.update('gathering_series', seriesId, { planned_until: until })
  return {
    value: { planned: dates.length },
    summary: `Planned on: ${dates.length} gatherings, ${series.community}`,
  }
}

/** @throws AppError `not-found`. */
export function endSeries(
  writer: Writer,
  { seriesId, from }: { seriesId: number; from: string },
): Done<{ gone: number }> {
  const series = seriesBy(writer, seriesId)
  const later = plannedFrom(writer, seriesId, from)
  for (const id of later) writer.remove('gatherings', id)
  writer.update('gathering_series', seriesId, {
    rule: ruleEndingBefore(series.rule, from),
    ended_on: from,
  })
  return { value: { gone: later.length }, summary: `Ended a series of gatherings, ${series.community}` }
}

function plannedFrom(db: Reader, seriesId: number, day: string): number[] {
  return db.column<number>(
    `SELECT id FROM gatherings g WHERE series_id = ? AND status = 'planned' AND held_on >= ?
        AND NOT EXISTS (SELECT 1 FROM gathering_attendees WHERE gathering_id = g.id)
      ORDER BY held_on, id`,
    seriesId,
    day,
  )
}

function seriesPlace(db: Reader, id: number): { seriesId: number | null; heldOn: string } {
  const place = db.get<{ seriesId: number | null; heldOn: string }>(
    'SELECT series_id AS seriesId, held_on AS heldOn FROM gatherings WHERE id = ?',
    id,
  )
  if (!place) throw gatheringGone()
  return place
}

function seriesBy(db: Reader, id: number) {
  const series = db.get<{ rule: string; beginsOn: string; plannedUntil: string; community: string }>(
    `SELECT s.rule, s.begins_on AS beginsOn, s.planned_until AS plannedUntil, c.name AS community
      FROM gathering_series s JOIN communities c ON c.id = s.community_id WHERE s.id = ?`,
    id,
  )
  if (!series) throw new AppError('not-found', 'This series of gatherings is no longer there.')
  return series
}
