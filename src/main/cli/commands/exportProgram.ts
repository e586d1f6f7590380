import type { Command } from 'commander'
import type { Context } from '../context'
import { addReportCommand, type ReportOptions } from '../exportReport'
import { programCalled } from '../programCalled'

/** `export program`: how a program went, in a file. */
export function addExportProgramCommand(group: Command, context: Context): void {
  addReportCommand<ReportOptions & { program: string }>(group, context, {
    about: 'program',
    which: 'which: its name, the beginning of it, or #id',
    leavesOut: 'what is left out: nothing, goals and reasons as they were written, or names as well',
    find: async (ask, { program }) => (await programCalled(ask, program)).id,
    document: (ask, programId, choices) => ask('programReport.document', { programId, ...choices }),
    write: (ask, programId, choices, to) => ask('programReport.write', { programId, ...choices, ...to }),
  })
}
