import type { Command } from 'commander'
import type { Context } from '../context'
import { addExportCommunityCommand } from './exportCommunity'
import { addExportProgramCommand } from './exportProgram'
import { addExportSessionsCommand } from './exportSessions'

/** `export`: what the records say, as a document. */
export function addExportCommand(program: Command, context: Context): void {
  const group = program.command('export').description('write a report to a file')
  addExportSessionsCommand(group, context)
  addExportProgramCommand(group, context)
  addExportCommunityCommand(group, context)
}
