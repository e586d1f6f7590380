import type { gatherings } from '@shared/contract/gatherings'
import type { Handlers } from '../handler'
import { attend } from './gatheringAttendance'
import { getGathering, listGatherings } from './gatheringRecord'
import { endSeries, planOn, removeGathering, saveGathering, setGatheringStatus } from './gatheringSave'

export const gatheringHandlers: Handlers<typeof gatherings> = {
  'gatherings.list': listGatherings,
  'gatherings.get': getGathering,
  'gatherings.save': saveGathering,
  'gatherings.attend': attend,
  'gatherings.setStatus': setGatheringStatus,
  'gatherings.planOn': planOn,
  'gatherings.endSeries': endSeries,
  'gatherings.remove': removeGathering,
}
