import { extname, resolve } from 'node:path'
import { nameOf, removeFile, systemTimeZone, withExtension } from '../files/names'
import { lookAt } from '../files/places/look'
import { probes } from '../files/places/probes'
import { beforeMaking } from '../files/places/words'
import type { Context } from './context'
import { type Ask, withFile } from './openFile'

/** A name that has an ending keeps it. */
export function fileNamed(path: string): string {
  return resolve(extname(path) === '' ? withExtension(path) : path)
}

/** Makes a new program file and fills it; one that could not be filled is removed again. */
export async function create<T>(context: Context, file: string, fill: (ask: Ask) => Promise<T>): Promise<T> {
  let made = false
  try {
    const filled = await withFile(context, file, 'create', async (ask) => {
      made = true
      await ask('program.begin', { name: nameOf(file), timeZone: systemTimeZone() })
      return fill(ask)
    })
    const doubt = beforeMaking(await lookAt(file, probes))
    if (doubt) context.terminal.say(`${doubt.title} ${doubt.text}`)
    return filled
  } catch (thrown) {
    if (made) await removeFile(file)
    throw thrown
  }
}
