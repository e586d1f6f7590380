import { resolve } from 'node:path'
import { leftOutWords } from '@shared/domain/whole/privacy'
import { AppError } from '@shared/errors'
import { fillFromExport } from '../../files/wholeFile'
import type { Context } from '../context'
import { create, fileNamed } from '../newFile'

interface Options {
  file: string
  dryRun?: true
  json?: true
}

/** `import all`: a new program file with everything of an export. */
export async function importAll(context: Context, input: string, options: Options): Promise<void> {
  const { terminal } = context
  if (options.dryRun) {
    throw new AppError(
      'invalid-input',
      'Everything of an export goes into a new file only, so there is nothing to try out.',
    )
  }
  const file = fileNamed(options.file)
  const filled = await create(context, file, (ask) => fillFromExport(ask, resolve(input)))
  if (options.json) await terminal.printJson({ file, ...filled })
  else {
    await terminal.print(
      `${file} holds everything of the export: ${filled.records.toLocaleString('en')} records.\n`,
    )
    if (filled.privateTexts === 'left out') terminal.say(leftOutWords)
  }
}
