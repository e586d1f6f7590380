import { as, stamps, type TableWords, text } from './historyColumns'

/** How the history calls the tables of the knowledge base. */
export const knowledgeTables: Readonly<Record<string, TableWords>> = {
  knowledge_items: {
    one: 'piece of knowledge',
    many: 'pieces of knowledge',
    columns: {
      kind: text('Kind'),
      title: text('Title'),
      body: as('long', 'Text'),
      state: text('State'),
      state_since: as('date', 'In this state since'),
      community_id: as('communities', 'Community'),
      session_id: as('sessions', 'Made out of'),
      review_on: as('date', 'To be looked through on'),
    },
    hidden: [...stamps, 'written_at'],
  },
  knowledge_authors: {
    one: 'author',
    many: 'authors',
    columns: { item_id: as('knowledge_items', 'Knowledge'), member_id: as('members', 'Author') },
    hidden: ['id'],
  },
  knowledge_topics: {
    one: 'topic',
    many: 'topics',
    columns: { item_id: as('knowledge_items', 'Knowledge'), topic_id: as('topics', 'Topic') },
    hidden: ['id'],
  },
  knowledge_versions: {
    one: 'earlier version',
    many: 'earlier versions',
    columns: {
      item_id: as('knowledge_items', 'Knowledge'),
      number: text('Version'),
      title: text('Title'),
      body: as('long', 'Text'),
      written_at: as('moment', 'Written'),
    },
    hidden: ['id'],
  },
  knowledge_files: {
    one: 'file',
    many: 'files',
    columns: { item_id: as('knowledge_items', 'Knowledge'), name: text('Name'), bytes: text('Bytes') },
    hidden: ['id', 'media_type', 'content', 'added_at'],
  },
  knowledge_reuses: {
    one: 'use of knowledge',
    many: 'uses of knowledge',
    columns: {
      item_id: as('knowledge_items', 'Knowledge'),
      member_id: as('members', 'Used by'),
      used_on: as('date', 'Used on'),
      immediate: as('long', 'Immediate value'),
      potential: as('long', 'Potential value'),
      applied: as('long', 'Applied value'),
      realised: as('long', 'Realised value'),
      reframing: as('long', 'Reframing value'),
    },
    hidden: stamps,
  },
}
