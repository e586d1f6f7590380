import type { Operations } from '@shared/contract'
import { AppError } from '@shared/errors'
import { ActivityColumns } from '../analytics/columns'
import type { CommandRecord } from '../engine/command'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Done, Handlers, Task } from '../handler'
import { createActivityHandlers } from './activity'
import { createAlivenessHandlers } from './aliveness'
import { backupHandlers } from './backups'
import { closureHandlers } from './closures'
import { communityHandlers } from './communities'
import { createCommunityMemberHandlers } from './communityMembers'
import { communityStepHandlers } from './communitySteps'
import { consentHandlers } from './consents'
import { createCrossingHandlers } from './crossing'
import { draftHandlers } from './drafts'
import { enrolmentHandlers } from './enrolments'
import { erasureHandlers } from './erasure'
import { exportHandlers } from './exports'
import { gatheringHandlers } from './gatherings'
import { goalHandlers } from './goals'
import { historyHandlers, reversals } from './history'
import { importHandlers } from './imports'
import { matchingHandlers } from './matching'
import { memberExportHandlers } from './memberExport'
import { createMemberHandlers } from './members'
import { createNetworkHandlers } from './network'
import { createNetworkMapHandlers } from './networkMap'
import { programHandlers } from './program'
import { programReportHandlers } from './programReport'
import { programsHandlers } from './programs'
import { recoveryHandlers } from './recovery'
import { retentionHandlers } from './retention'
import { savedViewHandlers } from './savedViews'
import { sessionHandlers } from './sessions'
import { createSupportHandlers } from './support'
import { surveyHandlers } from './surveys'
import { createTodayHandlers } from './today'
import { trashHandlers } from './trash'

type Read = (db: Reader, input: unknown, task: Task) => unknown
type Write = (db: Writer, input: unknown, task: Task) => Done<unknown> | Promise<Done<unknown>>

/**
 * What one worker can do. Made once a worker: the figures and the directory are kept in memory. The compiler sees that no
 * operation of the contract is missing; the client says which kind an operation is, by the contract as well.
 */
export function createHandlers(): { read(name: string): Read; write(name: string): Write } {
  const columns = new ActivityColumns()
  const handlers: Handlers<Operations> = {
    ...createActivityHandlers(columns),
    ...createAlivenessHandlers(columns),
    ...createMemberHandlers(columns),
    ...backupHandlers,
    ...closureHandlers,
    ...communityHandlers,
    ...createCommunityMemberHandlers(columns),
    ...communityStepHandlers,
    ...consentHandlers,
    ...createCrossingHandlers(columns),
    ...draftHandlers,
    ...enrolmentHandlers,
    ...erasureHandlers,
    ...exportHandlers,
    ...gatheringHandlers,
    ...goalHandlers,
    ...historyHandlers,
    ...importHandlers,
    ...matchingHandlers,
    ...memberExportHandlers,
    ...createNetworkHandlers(columns),
    ...createNetworkMapHandlers(columns),
    ...programHandlers,
    ...programReportHandlers,
    ...recoveryHandlers,
    ...programsHandlers,
    ...retentionHandlers,
    ...savedViewHandlers,
    ...sessionHandlers,
    ...surveyHandlers,
    ...createSupportHandlers(),
    ...createTodayHandlers(),
    ...trashHandlers,
  }
  const handler = (name: string) => {
    if (!Object.hasOwn(handlers, name))
      throw new AppError('unknown-operation', 'Coppice does not know how to do this.')
    return handlers[name as keyof typeof handlers]
  }
  return { read: (name) => handler(name) as Read, write: (name) => handler(name) as Write }
}

/** How a write is recorded: anew, or as the reversal of an earlier command. */
export function planCommand(db: Reader, operation: string): CommandRecord {
  return isReversal(operation) ? reversals[operation](db) : { operation, kind: 'do', reverses: null }
}

function isReversal(operation: string): operation is keyof typeof reversals {
  return Object.hasOwn(reversals, operation)
}
