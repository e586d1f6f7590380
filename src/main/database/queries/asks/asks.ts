import type { asks } from '@shared/contract/asks'
import type { Handlers } from '../../handler'
import { listAsks } from './askList'
import { answerAsk, closeAsk, removeAnswer, removeAsk, saveAsk } from './askSave'

export const askHandlers: Handlers<typeof asks> = {
  'asks.list': (db, { communityId }) => listAsks(db, communityId),
  'asks.save': saveAsk,
  'asks.answer': answerAsk,
  'asks.removeAnswer': removeAnswer,
  'asks.close': closeAsk,
  'asks.remove': removeAsk,
}
