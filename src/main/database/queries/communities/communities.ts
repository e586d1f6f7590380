import type { communities } from '@shared/contract/communities'
import type { Handlers } from '../../handler'
import { communityNames, findInCommunities } from './communitiesFind'
import { communityFigures, listCommunities } from './communityList'
import { getCommunity } from './communityRecord'
import { removeCommunity, removeStage, saveCommunity, setStage } from './communitySave'

export const communityHandlers: Handlers<typeof communities> = {
  'communities.list': (db, { today }) => listCommunities(db, today),
  'communities.figures': (db, { id, today }) => communityFigures(db, id, today),
  'communities.names': communityNames,
  'communities.find': findInCommunities,
  'communities.get': (db, { id }) => getCommunity(db, id),
  'communities.save': saveCommunity,
  'communities.setStage': setStage,
  'communities.removeStage': removeStage,
  'communities.remove': removeCommunity,
}
