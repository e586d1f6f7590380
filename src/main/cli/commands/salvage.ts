import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { salvagedKinds } from '@shared/domain/salvaged'
import { AppError } from '@shared/errors'
import type { Command } from 'commander'
import { keyFor, needsPassphrase } from '../../database/fileKey'
import { realPlaceOf } from '../../database/realPlace'
import { withExtension } from '../../files/names'
import { salvageInto } from '../../files/salvaging'
import type { Context } from '../context'
import { jsonOption } from '../options'

interface Options {
  to: string
  json?: true
}

/** `salvage`: what can be read of a damaged file. */
export function addSalvageCommand(program: Command, context: Context): void {
  program
    .command('salvage <file>')
    .description('make a new program file of what can be read of a damaged one, which stays as it is')
    .requiredOption('--to <path>', 'the new file')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWhere there is a good backup, see first whether it holds more (coppice backups).\n' +
        'JSON: { file, tables: [{ table, found, lost }], dropped, loosened }; lost is null where nobody can tell.',
    )
    .action((file: string, options: Options) => salvage(context, file, options))
}

async function salvage(context: Context, path: string, { to, json }: Options): Promise<void> {
  const { terminal, secrets, workerPath, nativeBinding } = context
  const file = await realPlaceOf(resolve(path))
  const target = withExtension(resolve(to))
  if (!existsSync(file)) throw new AppError('file-not-found', 'There is no program file at that place.')
  const key = (await needsPassphrase(file)) ? await keyFor(file, await secrets.proof()) : null
  try {
    const salvaged = await salvageInto(
      { file, key, to: target, workerPath, nativeBinding, onTrouble: () => undefined },
      { signal: terminal.signal, onProgress: terminal.progress },
    )
    if (json) await terminal.printJson({ file: target, ...salvaged })
    else {
      const lines = salvagedKinds(salvaged.tables).map(
        ({ kind, found, lost }) => `${kind}: ${found} found, ${lost ?? 'nobody knows how many'} lost`,
      )
      await terminal.print(`${target} holds what could be read of ${file}.\n${lines.join('\n')}\n`)
    }
  } finally {
    key?.forget()
  }
}
