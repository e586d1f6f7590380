import { craftIdeas } from './craft'
import type { KnowledgeIdea } from './idea'
import { peopleIdeas } from './people'

/** What the knowledge base of the sample program holds. */
export const knowledgeIdeas: readonly KnowledgeIdea[] = [...craftIdeas, ...peopleIdeas]
