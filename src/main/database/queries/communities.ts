import type { CommunityStage } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'

export interface Community {
  id: number
  name: string
  stage: CommunityStage
}

/** @throws AppError `not-found`. */
export function communityById(db: Reader, id: number): Community {
  const community = db.get<Community>('SELECT id, name, stage FROM communities WHERE id = ?', id)
  if (community) return community
  throw new AppError('not-found', 'This community is no longer there.')
}
