import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { lockFile } from '@main/database/fileLock'

/**
 * A process that does what the lines of its standard input say, and answers each with one line.
 *
 * `take FILE`: takes its lock; `taken`, or the code of what kept it from it. `give`: gives it back.
 */
let release: (() => Promise<void>) | null = null

for await (const line of createInterface({ input: stdin })) {
  const [word, file = ''] = line.split('\t')
  if (word === 'take') {
    try {
      const lock = await lockFile(file)
      release = () => lock.release()
      stdout.write('taken\n')
    } catch (error) {
      stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`)
    }
  } else {
    await release?.()
    release = null
    stdout.write('given\n')
  }
}
