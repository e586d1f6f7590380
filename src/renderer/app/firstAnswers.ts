import type { InputOf, OutputOf, ReadName } from '@shared/contract'
import { localDate } from '@shared/domain/calendar'
import { call } from './api'

/** What was asked and what came of it, as the cache of records keeps it. */
type Known = readonly [key: readonly [name: string, input: object], answer: unknown]

/**
 * What the first screen shows, asked for while its code is still being loaded. Whatever cannot be answered is left
 * out: the screen asks again by itself and tells why.
 */
export const firstAnswers: Promise<Known[]> = ask()

async function ask(): Promise<Known[]> {
  try {
    const state = await call('programFile.state', {})
    const known: Known = [['programFile.state', {}], state]
    if (!state.open) return [known]
    const today = localDate(new Date())
    return [known, ...(await Promise.all([read('program.overview', {}), read('today.get', { today })]))]
  } catch {
    return []
  }
}

async function read<Name extends ReadName>(name: Name, input: InputOf<Name>): Promise<Known> {
  const answer: OutputOf<Name> = await call(name, input)
  return [[name, input], answer]
}
