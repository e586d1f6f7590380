import type { Sample } from '@main/sample/sample'
import { dayNumber } from '@shared/domain/calendar'
import type { Writer } from '../../engine/writer'
import type { TopicStore } from '../../imports/topicStore'
import { contactsOfAsks } from '../asks/askContacts'
import { invitationInteraction } from '../invitations/invitationContact'

interface Numbers {
  firstMember: number
  firstCommunity: number
}

/** What was asked in the communities of the sample program and who helped, and who was invited to them. */
export function fillGrowth(db: Writer, sample: Sample, topics: TopicStore, numbers: Numbers): void {
  fillAsks(db, sample, topics, numbers)
  fillInvitations(db, sample, numbers)
}

function fillAsks(
  db: Writer,
  sample: Sample,
  topics: TopicStore,
  { firstMember, firstCommunity }: Numbers,
): void {
  const asks = db.bulk('asks', [
    ...['community_id', 'asker_id', 'text', 'asked_on', 'topic_id', 'is_private', 'closed_on'],
    ...['created_at', 'updated_at'],
  ])
  const answers = db.bulk('ask_answers', [
    ...['ask_id', 'member_id', 'answered_on', 'means', 'helped', 'note', 'created_at'],
  ])
  for (const ask of sample.asks) {
    const [topic = null] = ask.topic === null ? [] : topics.ids([ask.topic])
    const id = asks.add([
      ...[firstCommunity + ask.community, firstMember + ask.asker, ask.text, ask.on, topic],
      ...[ask.isPrivate ? 1 : 0, ask.closedOn, db.now, db.now],
    ])
    for (const { member, on, means, helped, note } of ask.answers)
      answers.add([id, firstMember + member, on, means, helped, note, db.now])
  }
  for (const bulk of [asks, answers]) bulk.end()
  const columns = ['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'community_id', 'ask_id'] as const
  const contacts = db.bulk('interactions', [...columns])
  for (const contact of db.all(`${contactsOfAsks} ORDER BY a.id`))
    contacts.add(columns.map((column) => contact[column] ?? null))
  contacts.end()
}

function fillInvitations(db: Writer, sample: Sample, { firstMember, firstCommunity }: Numbers): void {
  const invitations = db.bulk('invitations', [
    ...['community_id', 'member_id', 'name', 'email', 'invited_by', 'invited_on', 'answer', 'answered_on'],
    ...['note', 'created_at', 'updated_at'],
  ])
  const contacts = db.bulk('interactions', [
    ...['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'community_id', 'invitation_id'],
  ])
  const member = (number: number | null) => (number === null ? null : firstMember + number)
  for (const { community, on, answer, answeredOn, name, email, note, ...who } of sample.invitations) {
    const communityId = firstCommunity + community
    const [invited, by] = [member(who.member), member(who.by)]
    const id = invitations.add([
      ...[communityId, invited, name, email, by, on, answer, answeredOn, note, db.now, db.now],
    ])
    if (invited === null || by === null || on === null || invited === by) continue
    const { directed, kind } = invitationInteraction
    contacts.add([by, invited, directed, dayNumber(on), on, kind, communityId, id])
  }
  for (const bulk of [invitations, contacts]) bulk.end()
}
