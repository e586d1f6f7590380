import { dateInZone } from '@shared/domain/calendar'
import { warnings, whatGoes, whatStays } from '@shared/domain/erasureWords'
import { AppError } from '@shared/errors'
import type { Command } from 'commander'
import { eraseMembers } from '../../files/erasing'
import { systemTimeZone } from '../../files/names'
import type { ProgramFiles } from '../../programFiles'
import type { Context } from '../context'
import { memberCalled } from '../memberCalled'
import { type Ask, withFile, withFiles } from '../openFile'
import { jsonOption, programFileOption } from '../options'

interface Options {
  file: string
  member: string
  reason?: string
  dryRun?: true
  yes?: true
  json?: true
}

/** `erase-member`: takes everything personal about one person out of a file, for good. */
export function addEraseMemberCommand(program: Command, context: Context): void {
  program
    .command('erase-member')
    .description('erase a member from a program file, for good; sessions and contacts still count')
    .addOption(programFileOption())
    .requiredOption('--member <name>', 'who: name, e-mail address, or #id')
    .option('--reason <text>', 'why, for the history')
    .option('--dry-run', 'only say what would go and what would stay')
    .option('--yes', 'do it; without this nothing is erased')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nNothing of it can be undone, and neither can anything that was done before it.\n' +
        'JSON: { member: { id, name }, erased, goes, stays, others, namesakes, parts, keep }; erased is false with\n' +
        '--dry-run.',
    )
    .action((options: Options) => eraseMember(context, options))
}

async function eraseMember(context: Context, options: Options): Promise<void> {
  if (options.dryRun) {
    await withFile(context, options.file, 'read', async (ask) => {
      const { id, forecast } = await forecastOf(ask, options.member)
      await tell(context, options, id, forecast, false)
    })
    return
  }
  if (!options.yes) {
    throw new AppError(
      'invalid-input',
      'Nothing was erased. --dry-run says what would go; --yes does it, and it cannot be undone.',
    )
  }
  await withFiles(context, options.file, async (files) => {
    if (files.locked !== null) await files.unlock(await context.secrets.proof())
    const { id, forecast } = await forecastOf(askOf(context, files), options.member)
    const { signal, progress } = context.terminal
    await eraseMembers(files, { ids: [id], reason: options.reason ?? null }, { signal, onProgress: progress })
    await tell(context, options, id, forecast, true)
  })
}

function askOf({ terminal }: Context, files: ProgramFiles): Ask {
  return async (name, input) =>
    (await files.use()).ask(name, input, { signal: terminal.signal, onProgress: terminal.progress })
}

async function forecastOf(ask: Ask, member: string) {
  const id = await memberCalled(ask, member)
  const today = dateInZone(new Date().toISOString(), systemTimeZone())
  return { id, forecast: await ask('members.erasePreview', { id, today }) }
}

type Forecast = Awaited<ReturnType<typeof forecastOf>>['forecast']

async function tell(
  { terminal }: Context,
  { json }: Options,
  id: number,
  { name, ...forecast }: Forecast,
  erased: boolean,
): Promise<void> {
  if (json) {
    await terminal.printJson({ member: { id, name }, erased, ...forecast })
    return
  }
  const part = (title: string, sentences: readonly string[]) =>
    sentences.length === 0 ? '' : `${title}\n${sentences.map((sentence) => `- ${sentence}\n`).join('')}`
  const whole = { name, ...forecast }
  await terminal.print(
    [
      erased ? `${name} was erased.\n` : `What erasing ${name} would do:\n`,
      part(erased ? 'Gone, for good:' : 'What goes, for good:', whatGoes(whole)),
      part('What stays:', whatStays(whole)),
      part('Before you do:', erased ? [] : warnings(whole)),
    ].join(''),
  )
  if (forecast.keep && !erased) terminal.say(`${name} has to be kept: ${forecast.keep.because}.`)
}
