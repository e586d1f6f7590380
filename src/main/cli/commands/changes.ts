import { join, resolve } from 'node:path'
import type { InputOf } from '@shared/contract'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import type { Command } from 'commander'
import { sealedWith } from '../../database/changesFile'
import { needsPassphrase } from '../../database/fileKey'
import {
  fingerprintOfSigner,
  keyFileName,
  profileFolder,
  signerIn,
  signerNamed,
} from '../../database/signingKey'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'

interface Options {
  file: string
  out: string
  for?: string
  since?: string
  name?: string
  key?: string
  sharedPassphraseFile?: string
  json?: true
}

/** `changes`: what a colleague has not, as a signed file for them to merge. */
export function addChangesCommand(program: Command, context: Context): void {
  program
    .command('changes')
    .description('write what was done in this file and a colleague has not, for them to merge')
    .addOption(programFileOption())
    .requiredOption('--out <path>', 'where to, such as for-ana.coppice-changes')
    .option('--for <name>', 'whose changes were merged here before: they get what they have not')
    .option('--since <day>', 'of somebody else: all that was done from this day on, YYYY-MM-DD')
    .option('--name <name>', 'who you are, for your colleagues; kept for the next time')
    .option('--key <path>', 'the file with the key that you sign with, made when there is none')
    .option(
      '--shared-passphrase-file <path>',
      'a file whose first line is the passphrase that you agreed on; the changes of an encrypted file need one',
    )
    .addOption(jsonOption())
    .addHelpText('after', '\nJSON: { out, steps, firstAt, lastAt, fingerprint }.')
    .action((options: Options) => changes(context, options))
}

async function changes(context: Context, options: Options): Promise<void> {
  const { terminal, secrets } = context
  const out = resolve(options.out)
  const keyFile = options.key === undefined ? join(profileFolder(), keyFileName) : resolve(options.key)
  const name = options.name ?? (await signerIn(keyFile))?.name
  if (name === undefined)
    throw new AppError(
      'invalid-input',
      'Say who you are with --name: your colleague sees whose changes these are.',
    )
  const isSealed = options.sharedPassphraseFile !== undefined
  if (!isSealed && (await needsPassphrase(options.file))) {
    throw new AppError(
      'passphrase-needed',
      'This program file is encrypted, so its changes have to be as well: name a file with the passphrase that you agreed on with --shared-passphrase-file.',
    )
  }
  const signer = await signerNamed(keyFile, name)
  const fingerprint = fingerprintOfSigner(signer)
  await withFile(context, options.file, 'read', async (ask) => {
    const colleague = options.for === undefined ? null : await called(options.for)
    const write = (sealing: NonNullable<InputOf<'copies.changes'>['file']>['sealing']) =>
      ask('copies.changes', { colleague, since: options.since ?? null, file: { path: out, signer, sealing } })
    const given =
      options.sharedPassphraseFile === undefined
        ? await write(null)
        : await sealedWith(await secrets.passphraseIn(options.sharedPassphraseFile), write)
    if (options.json) return terminal.printJson({ out, ...given, fingerprint })
    return terminal.print(
      `${plural(given.steps, 'step')} from ${given.firstAt?.slice(0, 10)} on are in ${out}.\nYour key, for a colleague who asks: ${fingerprint}\n`,
    )

    async function called(wanted: string): Promise<string> {
      const known = await ask('copies.colleagues', {})
      const found = known.filter((one) => one.name.toLowerCase() === wanted.toLowerCase())
      const [one] = found
      if (one && found.length === 1) return one.fingerprint
      throw new AppError(
        'not-found',
        known.length === 0
          ? 'Nobody’s changes were merged here yet. Leave out --for, and say from which day on with --since.'
          : `There is no one ${wanted} whose changes were merged here. There are: ${known.map((each) => each.name).join(', ')}.`,
      )
    }
  })
}
