import type { z } from 'zod'
import { activity } from './activity'
import { aliveness } from './aliveness'
import { asks } from './asks'
import { attendanceImport } from './attendanceImport'
import { backups } from './backups'
import { closures } from './closures'
import { communities } from './communities'
import { communitiesDue } from './communitiesDue'
import { communityMembers } from './communityMembers'
import { communityReport } from './communityReport'
import { communitySteps } from './communitySteps'
import { consents } from './consents'
import { copies } from './copies'
import { coverage } from './coverage'
import { crossing } from './crossing'
import { drafts } from './drafts'
import { encryption } from './encryption'
import { enrolments } from './enrolments'
import { erasure } from './erasure'
import { exports } from './exports'
import { flags } from './flags'
import { gatherings } from './gatherings'
import { goals } from './goals'
import { history } from './history'
import { imports } from './imports'
import { invitations } from './invitations'
import { knowledge } from './knowledge'
import { knowledgeFiles } from './knowledgeFiles'
import { knowledgeImport } from './knowledgeImport'
import { knowledgeReuses } from './knowledgeReuses'
import { matches } from './matches'
import { matching } from './matching'
import { memberExport } from './memberExport'
import { members } from './members'
import { merging } from './merging'
import { network } from './network'
import { networkMap } from './networkMap'
import { preferenceOperations } from './preferences'
import { programFile } from './programFile'
import { programReport } from './programReport'
import { programs } from './programs'
import { readiness } from './readiness'
import { recovery } from './recovery'
import { reports } from './reports'
import { reportTemplates } from './reportTemplates'
import { retention } from './retention'
import { savedViews } from './savedViews'
import { search } from './search'
import { sessions } from './sessions'
import { support } from './support'
import { surveys } from './surveys'
import { today } from './today'
import { topics } from './topics'
import { trash } from './trash'
import { whole } from './whole'

/** Everything that can cross between the window, the main process and the database, and nothing else. */
export const operations = {
  ...activity,
  ...asks,
  ...closures,
  ...communities,
  ...communitiesDue,
  ...copies,
  ...communityMembers,
  ...communityReport,
  ...communitySteps,
  ...consents,
  ...coverage,
  ...attendanceImport,
  ...backups,
  ...aliveness,
  ...crossing,
  ...drafts,
  ...encryption,
  ...enrolments,
  ...erasure,
  ...exports,
  ...gatherings,
  ...flags,
  ...goals,
  ...history,
  ...imports,
  ...invitations,
  ...knowledge,
  ...knowledgeFiles,
  ...knowledgeImport,
  ...knowledgeReuses,
  ...matches,
  ...matching,
  ...memberExport,
  ...members,
  ...merging,
  ...network,
  ...networkMap,
  ...preferenceOperations,
  ...programFile,
  ...programReport,
  ...readiness,
  ...recovery,
  ...programs,
  ...reports,
  ...reportTemplates,
  ...retention,
  ...savedViews,
  ...search,
  ...sessions,
  ...surveys,
  ...support,
  ...today,
  ...topics,
  ...trash,
  ...whole,
}

export type Operations = typeof operations
export type OperationName = keyof Operations
/** What a caller gives. */
export type InputOf<Name extends OperationName> = z.input<Operations[Name]['input']>
export type OutputOf<Name extends OperationName> = z.output<Operations[Name]['output']>
export type ReadName = {
  [Name in OperationName]: Operations[Name]['kind'] extends 'read' ? Name : never
}[OperationName]
export type WriteName = Exclude<OperationName, ReadName>
export type MainName = {
  [Name in OperationName]: Operations[Name]['runs'] extends 'main' ? Name : never
}[OperationName]
