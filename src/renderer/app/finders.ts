import { call } from './api'

const options = 12

/** Members for a picker or a mention. */
export const findMembers = (query: string) => call('members.find', { query, limit: options })

/** Titles of the knowledge base, for a link to one of them. */
export const findKnowledge = (query: string) => call('knowledge.find', { query, limit: options })

/** Names of topics in use, for a field that suggests them. */
export const findTopics = async (query: string): Promise<string[]> =>
  (await call('topics.find', { query, limit: 50 })).map(({ name }) => name)
