import type { knowledge } from '@shared/contract/knowledge'
import type { knowledgeReuses } from '@shared/contract/knowledgeReuses'
import type { Handlers } from '../../handler'
import { itemTitled } from './knowledgeLinks'
import { findItems, itemsOverview, listItems } from './knowledgeList'
import { passageOf } from './knowledgePassage'
import { getItem } from './knowledgeRecord'
import { knowledgeOfMember, listReuses, removeReuse, saveReuse } from './knowledgeReuses'
import { removeItem, reviewItem, saveItem, setState } from './knowledgeSave'
import { knowledgeTransfer } from './knowledgeTransfer'
import { listVersions, restoreVersion } from './knowledgeVersions'

export const knowledgeHandlers: Handlers<typeof knowledge & typeof knowledgeReuses> = {
  'knowledge.list': listItems,
  'knowledge.overview': itemsOverview,
  'knowledge.get': getItem,
  'knowledge.find': findItems,
  'knowledge.titled': (db, { title }) => ({ id: itemTitled(db, title) }),
  'knowledge.save': saveItem,
  'knowledge.setState': setState,
  'knowledge.review': reviewItem,
  'knowledge.remove': removeItem,
  'knowledge.versions': listVersions,
  'knowledge.restoreVersion': restoreVersion,
  'knowledge.passage': passageOf,
  'knowledge.reuses': listReuses,
  'knowledge.ofMember': knowledgeOfMember,
  'knowledge.transfer': knowledgeTransfer,
  'knowledge.saveReuse': saveReuse,
  'knowledge.removeReuse': removeReuse,
}
