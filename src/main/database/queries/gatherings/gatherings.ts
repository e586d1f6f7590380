import type { attendanceImport } from '@shared/contract/attendanceImport'
import type { gatherings } from '@shared/contract/gatherings'
import type { Handlers } from '../../handler'
import { importAttendance, lookThroughAttendance } from '../../imports/attendanceImport'
import { attend } from './gatheringAttendance'
import { gatheringDays } from './gatheringDays'
import { getGathering, listGatherings } from './gatheringRecord'
import { endSeries, planOn, removeGathering, saveGathering, setGatheringStatus } from './gatheringSave'

export const gatheringHandlers: Handlers<typeof gatherings & typeof attendanceImport> = {
  'gatherings.list': listGatherings,
  'gatherings.days': gatheringDays,
  'gatherings.get': getGathering,
  'gatherings.save': saveGathering,
  'gatherings.attend': attend,
  'gatherings.setStatus': setGatheringStatus,
  'gatherings.planOn': planOn,
  'gatherings.endSeries': endSeries,
  'gatherings.remove': removeGathering,
  'gatherings.previewImport': lookThroughAttendance,
  'gatherings.import': importAttendance,
}
