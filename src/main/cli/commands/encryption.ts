import { passphraseProblem } from '@shared/domain/passphrase'
import { AppError } from '@shared/errors'
import type { Command } from 'commander'
import { FileKey } from '../../database/fileKey'
import { decryptFile, encryptFile } from '../../encryptFile'
import type { Context } from '../context'
import { withFiles } from '../openFile'
import { jsonOption } from '../options'

interface Answers {
  json?: true
}

/** `encrypt`, `decrypt` and `passphrase`: who can read a program file. */
export function addEncryptionCommands(program: Command, context: Context): void {
  const { terminal, secrets } = context

  program
    .command('encrypt <file>')
    .description('encrypt a program file with a passphrase')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nThe passphrase is the first line of standard input, or of --new-passphrase-file.\n' +
        'Keep the recovery key that is printed: it opens the file when the passphrase is forgotten.\n' +
        'JSON: { file, recoveryKey }',
    )
    .action(async (path: string, { json }: Answers) => {
      const key = FileKey.random()
      const { recoveryKey } = key
      await withFiles(context, path, async (files, file) => {
        if (files.locked !== null) throw new AppError('conflict', 'This program file is encrypted already.')
        await encryptFile(files, key, await newPassphrase(context), progress(context))
        if (json) await terminal.printJson({ file, recoveryKey })
        else await terminal.print(`${file} is encrypted.\nRecovery key: ${recoveryKey}\n`)
      })
    })

  program
    .command('decrypt <file>')
    .description('write an encrypted program file so that everybody can read it')
    .addOption(jsonOption())
    .addHelpText('after', '\nJSON: { file }')
    .action(async (path: string, { json }: Answers) => {
      await withFiles(context, path, async (files, file) => {
        if (files.locked === null) throw new AppError('conflict', 'This program file is not encrypted.')
        await files.unlock(await secrets.proof())
        await decryptFile(files, progress(context))
        if (json) await terminal.printJson({ file })
        else await terminal.print(`${file} is not encrypted any more.\n`)
      })
    })

  program
    .command('passphrase <file>')
    .description('give an encrypted program file another passphrase; its recovery key stays')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nThe old passphrase is the first line of standard input and the new one the second, or they come from\n' +
        '--passphrase-file (or --recovery-key-file) and --new-passphrase-file.\n' +
        'JSON: { file }',
    )
    .action(async (path: string, { json }: Answers) => {
      await withFiles(context, path, async (files, file) => {
        if (files.locked === null) throw new AppError('conflict', 'This program file is not encrypted.')
        await files.unlock(await secrets.proof())
        await files.changePassphrase(await newPassphrase(context))
        await files.protectBackups(progress(context))
        if (json) await terminal.printJson({ file })
        else await terminal.print(`${file} has another passphrase.\n`)
      })
    })
}

async function newPassphrase({ secrets }: Context): Promise<string> {
  const passphrase = await secrets.fresh()
  const problem = passphraseProblem(passphrase)
  if (problem !== null) throw new AppError('invalid-input', `${problem} Nothing was changed.`)
  return passphrase
}

function progress({ terminal }: Context) {
  return { signal: terminal.signal, onProgress: terminal.progress }
}
