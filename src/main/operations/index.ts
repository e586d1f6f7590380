import { backupHandlers } from './backups'
import { communityReportHandlers } from './communityReport'
import type { MainHandlers } from './context'
import { copyHandlers } from './copies'
import { encryptionHandlers } from './encryption'
import { erasureHandlers } from './erasure'
import { exportHandlers } from './exports'
import { historyHandlers } from './history'
import { importHandlers } from './imports'
import { invitationHandlers } from './invitations'
import { knowledgeHandlers } from './knowledge'
import { memberExportHandlers } from './memberExport'
import { preferenceHandlers } from './preferences'
import { programFileHandlers } from './programFile'
import { programReportHandlers } from './programReport'
import { readinessHandlers } from './readiness'
import { recoveryHandlers } from './recovery'
import { reportHandlers } from './reports'
import { supportHandlers } from './support'
import { wholeHandlers } from './whole'

/** What the main process does itself; the compiler sees that nothing of the contract is missing. */
export const mainHandlers: MainHandlers = {
  ...backupHandlers,
  ...communityReportHandlers,
  ...copyHandlers,
  ...encryptionHandlers,
  ...erasureHandlers,
  ...exportHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...invitationHandlers,
  ...knowledgeHandlers,
  ...memberExportHandlers,
  ...preferenceHandlers,
  ...programFileHandlers,
  ...programReportHandlers,
  ...readinessHandlers,
  ...recoveryHandlers,
  ...reportHandlers,
  ...supportHandlers,
  ...wholeHandlers,
}
