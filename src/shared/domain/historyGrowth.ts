import { as, stamps, type TableWords, text } from './historyColumns'

/** How the history calls the tables of asks, invitations and readiness. */
export const growthTables: Readonly<Record<string, TableWords>> = {
  asks: {
    one: 'ask',
    many: 'asks',
    columns: {
      community_id: as('communities', 'Community'),
      asker_id: as('members', 'Asked by'),
      text: as('long', 'What was asked'),
      asked_on: as('date', 'Asked on'),
      topic_id: as('topics', 'Topic'),
      is_private: as('yes', 'Asked in confidence'),
      closed_on: as('date', 'Closed on'),
    },
    hidden: stamps,
  },
  ask_answers: {
    one: 'answer to an ask',
    many: 'answers to asks',
    columns: {
      ask_id: as('asks', 'Ask'),
      member_id: as('members', 'Who helped'),
      answered_on: as('date', 'Answered on'),
      means: text('How'),
      helped: text('Did it help'),
      note: as('long', 'Note'),
    },
    hidden: ['id', 'created_at'],
  },
  invitations: {
    one: 'invitation',
    many: 'invitations',
    columns: {
      community_id: as('communities', 'Community'),
      member_id: as('members', 'Who'),
      name: text('Name'),
      email: text('E-mail'),
      invited_by: as('members', 'Invited by'),
      invited_on: as('date', 'Invited on'),
      answer: text('Answer'),
      answered_on: as('date', 'Answered on'),
      note: as('long', 'Note'),
    },
    hidden: stamps,
  },
  readiness_checks: {
    one: 'readiness check',
    many: 'readiness checks',
    columns: {
      community_id: as('communities', 'Community'),
      idea: text('Idea'),
      taken_on: as('date', 'Taken on'),
      who: text('Answered by'),
      note: as('long', 'Note'),
    },
    hidden: [...stamps, 'answers'],
  },
}
