import { mostWithTies } from '@shared/domain/pairs'
import type { Writer } from '../engine/writer'
import { gatheringInteraction } from '../queries/gatherings/gatheringContacts'
import { communitiesAstray } from '../queries/programFile/check'
import { mendDrawn } from './mendDrawn'

/** The contacts between each two of a gathering of few, as they follow from who was there. */
const contacts = `
  SELECT a.member_id AS from_id, b.member_id AS to_id, ${gatheringInteraction.directed} AS directed,
    CAST(julianday(g.held_on) - 2440587.5 AS INTEGER) AS day, g.held_on AS at, '${gatheringInteraction.kind}' AS kind,
    g.community_id, g.id AS gathering_id
  FROM gatherings g
  JOIN gathering_attendees a ON a.gathering_id = g.id
  JOIN gathering_attendees b ON b.gathering_id = g.id AND b.member_id > a.member_id
  WHERE g.status = 'held'
    AND g.guests + (SELECT count(*) FROM gathering_attendees WHERE gathering_id = g.id) <= ${mostWithTies}`

export function mendGatherings(writer: Writer): void {
  mendDrawn(writer, 'gathering_id', contacts)
}

/** The stage a community is in stands in itself; where its last line is lost, it is made anew. */
export function mendStages(writer: Writer): void {
  writer.derive(
    `INSERT INTO community_stages (community_id, stage, since_on)
      SELECT c.id, c.stage, (SELECT max(since_on) FROM community_stages WHERE community_id = c.id) ${communitiesAstray}`,
  )
}
