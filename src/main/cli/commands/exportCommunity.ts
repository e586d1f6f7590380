import type { Command } from 'commander'
import { communityCalled } from '../communityCalled'
import type { Context } from '../context'
import { addReportCommand, type ReportOptions } from '../exportReport'

/** `export community`: what a community is and how alive, in a file. */
export function addExportCommunityCommand(group: Command, context: Context): void {
  addReportCommand<ReportOptions & { community: string }>(group, context, {
    about: 'community',
    which: 'which, by its name',
    leavesOut: 'what is left out: nothing, notes as they were written, or names as well',
    find: (ask, { community }) => communityCalled(ask, community),
    document: (ask, communityId, choices) => ask('communityReport.document', { communityId, ...choices }),
    write: (ask, communityId, choices, to) =>
      ask('communityReport.write', { communityId, ...choices, ...to }),
  })
}
