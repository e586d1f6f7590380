import type { Operations } from '@shared/contract'
import { AppError } from '@shared/errors'
import { ActivityColumns } from '../analytics/columns'
import { Directory } from '../directory/directory'
import type { CommandRecord } from '../engine/command'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Done, Handlers, Task } from '../handler'
import { knowledgeImportHandlers } from '../imports/knowledgeHandlers'
import { createActivityHandlers } from './activity'
import { createAlivenessHandlers } from './aliveness/aliveness'
import { communityStepHandlers } from './aliveness/communitySteps'
import { askHandlers } from './asks/asks'
import { communityHandlers } from './communities/communities'
import { communitiesDueHandlers } from './communities/communitiesDue'
import { createCommunityMemberHandlers } from './communities/communityMembers'
import { createCommunityReportHandlers } from './communityReport/communityReport'
import { copyHandlers } from './copies/copies'
import { createCoverageHandlers } from './coverage/coverage'
import { enrolmentHandlers } from './enrolments/enrolments'
import { exportHandlers } from './exports'
import { gatheringHandlers } from './gatherings/gatherings'
import { historyHandlers, reversals } from './history'
import { importHandlers } from './imports'
import { createInvitationHandlers } from './invitations/invitations'
import { knowledgeHandlers } from './knowledge/knowledge'
import { knowledgeFileHandlers } from './knowledge/knowledgeFiles'
import { flagHandlers } from './matches/flagSnoozes'
import { goalHandlers } from './matches/goals'
import { matchingHandlers } from './matching/matching'
import { consentHandlers } from './members/consents'
import { createMemberHandlers } from './members/members'
import { mergingHandlers } from './merging/merging'
import { createCrossingHandlers } from './network/crossing'
import { createNetworkHandlers } from './network/network'
import { createNetworkMapHandlers } from './network/networkMap'
import { erasureHandlers } from './privacy/erasure'
import { memberExportHandlers } from './privacy/memberExport'
import { retentionHandlers } from './privacy/retention'
import { backupHandlers } from './programFile/backups'
import { programHandlers } from './programFile/program'
import { recoveryHandlers } from './programFile/recovery'
import { programReportHandlers } from './programReport/programReport'
import { programsHandlers } from './programs/programs'
import { readinessHandlers } from './readiness/readiness'
import { createReportHandlers } from './reports/reports'
import { reportTemplateHandlers } from './reports/reportTemplates'
import { savedViewHandlers } from './savedViews'
import { createSearchHandlers } from './search/search'
import { draftHandlers } from './sessions/drafts'
import { sessionHandlers } from './sessions/sessions'
import { closureHandlers } from './support/closures'
import { createSupportHandlers } from './support/support'
import { surveyHandlers } from './surveys/surveys'
import { createTodayHandlers } from './today'
import { topicHandlers } from './topicTree/topicTree'
import { trashHandlers } from './trash'
import { wholeHandlers } from './whole/whole'

type Read = (db: Reader, input: unknown, task: Task) => unknown
type Write = (db: Writer, input: unknown, task: Task) => Done<unknown> | Promise<Done<unknown>>

/**
 * What one worker can do. Made once a worker: the figures and the directory are kept in memory. The compiler sees that no
 * operation of the contract is missing; the client says which kind an operation is, by the contract as well.
 */
export function createHandlers(): { read(name: string): Read; write(name: string): Write } {
  const columns = new ActivityColumns()
  const directory = new Directory()
  const handlers: Handlers<Operations> = {
    ...createActivityHandlers(columns),
    ...createAlivenessHandlers(columns),
    ...askHandlers,
    ...createMemberHandlers(columns, directory),
    ...backupHandlers,
    ...closureHandlers,
    ...communityHandlers,
    ...communitiesDueHandlers,
    ...createCommunityMemberHandlers(columns),
    ...createCommunityReportHandlers(columns),
    ...copyHandlers,
    ...communityStepHandlers,
    ...consentHandlers,
    ...createCoverageHandlers(directory),
    ...createCrossingHandlers(columns),
    ...draftHandlers,
    ...enrolmentHandlers,
    ...erasureHandlers,
    ...exportHandlers,
    ...flagHandlers,
    ...gatheringHandlers,
    ...goalHandlers,
    ...historyHandlers,
    ...importHandlers,
    ...createInvitationHandlers(columns),
    ...knowledgeHandlers,
    ...knowledgeFileHandlers,
    ...knowledgeImportHandlers,
    ...matchingHandlers,
    ...memberExportHandlers,
    ...mergingHandlers,
    ...createNetworkHandlers(columns),
    ...createNetworkMapHandlers(columns),
    ...programHandlers,
    ...programReportHandlers,
    ...readinessHandlers,
    ...recoveryHandlers,
    ...programsHandlers,
    ...createReportHandlers(columns, directory),
    ...reportTemplateHandlers,
    ...retentionHandlers,
    ...savedViewHandlers,
    ...createSearchHandlers(directory),
    ...sessionHandlers,
    ...surveyHandlers,
    ...createSupportHandlers(),
    ...createTodayHandlers(),
    ...topicHandlers,
    ...trashHandlers,
    ...wholeHandlers,
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
