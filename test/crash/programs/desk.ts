import { argv, exit, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { FileKey } from '@main/database/fileKey'
import { backUp, backupsOfCommand } from '@main/database/programBackups'
import { encryptFile } from '@main/encryptFile'
import { ProgramFiles } from '@main/programFiles'

/**
 * The main process without its windows, in a process of its own: one JSON value a line says what to do, one a line
 * tells what came of it and what happened unasked.
 */

interface Wish {
  id: number
  do:
    | 'open'
    | 'create'
    | 'giveUp'
    | 'goOn'
    | 'goOnInCopy'
    | 'ask'
    | 'backUp'
    | 'encrypt'
    | 'close'
    | 'shutDown'
    | 'state'
    | 'end'
  path?: string
  name?: string
  input?: unknown
}

const [, , workerPath = ''] = argv

function tell(line: object): void {
  stdout.write(`${JSON.stringify(line)}\n`)
}

const files = new ProgramFiles({
  workerPath,
  nativeBinding: undefined,
  backups: backupsOfCommand,
  onTouched: () => undefined,
  onChange: ({ path, how }) => tell({ event: 'changed', path, how }),
  onState: () => tell({ event: 'state', opening: files.opening, trouble: files.trouble }),
  onSilence: (silence) => tell({ event: 'silence', silence }),
  onTrouble: () => undefined,
})

async function carryOut({ do: what, path = '', name = '', input }: Wish): Promise<unknown> {
  if (what === 'open') return files.open(path)
  if (what === 'create') return files.create(path, async () => undefined)
  if (what === 'giveUp') return files.giveUpOpening()
  if (what === 'goOn') return files.goOn()
  if (what === 'goOnInCopy') return files.goOnInCopy(path)
  if (what === 'backUp') return backUp(await files.use(), { reason: 'by hand' })
  if (what === 'encrypt') return encryptFile(files, FileKey.random(), 'maple ferry candle orbit')
  if (what === 'close') return files.close()
  if (what === 'shutDown') return files.shutDown()
  if (what === 'state') return { path: files.path, hangs: files.hangs }
  if (what === 'end') exit(0)
  return JSON.parse(await (await files.use()).call(name as 'program.overview', input))
}

// No line waits for the one before it.
for await (const line of createInterface({ input: stdin })) {
  const wish = JSON.parse(line) as Wish
  carryOut(wish).then(
    (value) => tell({ id: wish.id, value: value ?? null }),
    (error: unknown) =>
      tell({
        id: wish.id,
        code: error instanceof Error && 'code' in error ? error.code : 'internal',
        message: error instanceof Error ? error.message : String(error),
      }),
  )
}
