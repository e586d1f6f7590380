import { AppError } from '@shared/errors'
import { Command, CommanderError } from 'commander'
import { version } from '../../../package.json'
import { addActivityCommand } from './commands/activity'
import { addAlivenessCommand } from './commands/aliveness'
import { addAuditCommand } from './commands/audit'
import { addBackupCommands } from './commands/backups'
import { addChangesCommand } from './commands/changes'
import { addCoverageCommand } from './commands/coverage'
import { addCreateCommands } from './commands/create'
import { addDescribeCommand } from './commands/describe'
import { addDueCommand } from './commands/due'
import { addEncryptionCommands } from './commands/encryption'
import { addEraseMemberCommand } from './commands/eraseMember'
import { addExportCommand } from './commands/export'
import { addExportMemberCommand } from './commands/exportMember'
import { addFileCommands } from './commands/file'
import { addImportCommand } from './commands/import'
import { addListCommand } from './commands/list'
import { addMatchCommand } from './commands/match'
import { addMembersCommands } from './commands/members'
import { addMergeFileCommand } from './commands/mergeFile'
import { addNetworkCommand } from './commands/network'
import { addReportCommand } from './commands/report'
import { addSalvageCommand } from './commands/salvage'
import { addSearchCommand } from './commands/search'
import type { Context, Surroundings } from './context'
import { Secrets } from './secrets'
import { Terminal } from './terminal'

/**
 * Runs one command: the same operations as the window's, on a file that is named. Answers go to stdout,
 * sentences to stderr.
 *
 * @returns the exit code: 0, or 1 when it was not done, for whatever reason.
 */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const terminal = new Terminal(process.stdout, process.stderr)
  try {
    await commands(surroundings, terminal).parseAsync(words, { from: 'user' })
    return 0
  } catch (thrown) {
    // Commander has said already what is wrong with the words, or shown the help that was asked for.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 1
    terminal.say(sentenceOf(thrown))
    return 1
  }
}

function commands(surroundings: Surroundings, terminal: Terminal): Command {
  const program = new Command('coppice')
  const context: Context = { ...surroundings, terminal, secrets: new Secrets(program, terminal) }
  program
    .description('The records of a mentoring program, on the command line.')
    .version(version)
    .showHelpAfterError('(coppice --help tells what there is.)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nFiles are named from where you are. Answers go to stdout, with --json as JSON; everything else that is\n' +
        'said goes to stderr. The exit code is 0, or 1 when something was not done.\n\n' +
        'The passphrase of an encrypted file is asked for, or comes as the first line of --passphrase-file or of\n' +
        'standard input: never as an argument, which other people on the computer can read.',
    )
  addCreateCommands(program, context)
  addImportCommand(program, context)
  addListCommand(program, context)
  addSearchCommand(program, context)
  addMembersCommands(program, context)
  addMergeFileCommand(program, context)
  addChangesCommand(program, context)
  addActivityCommand(program, context)
  addNetworkCommand(program, context)
  addAlivenessCommand(program, context)
  addMatchCommand(program, context)
  addDueCommand(program, context)
  addCoverageCommand(program, context)
  addExportCommand(program, context)
  addExportMemberCommand(program, context)
  addReportCommand(program, context)
  addDescribeCommand(program, context)
  addEraseMemberCommand(program, context)
  addFileCommands(program, context)
  addBackupCommands(program, context)
  addSalvageCommand(program, context)
  addEncryptionCommands(program, context)
  addAuditCommand(program, context)
  return program
}

function sentenceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `Something went wrong inside Coppice: ${String(thrown)}`
  if (thrown instanceof AppError && thrown.code !== 'internal') return thrown.message
  const detail = typeof thrown.cause === 'string' ? thrown.cause : (thrown.stack ?? thrown.message)
  return `Something went wrong inside Coppice. The program file is as it was.\n${detail}`
}
