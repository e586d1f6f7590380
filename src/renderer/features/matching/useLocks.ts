import { call } from '@renderer/app/api'
import { tell, tellError } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import type { OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import { ruleWords } from '@shared/domain/matching/rules'
import { AppError } from '@shared/errors'
import { costWords } from './costWords'
import { useMatchingView } from './matchingView'
import type { Request } from './useProposal'

/** Whether a rule is what locks a pair; of peers either may be named first. */
export function isLockOf(
  { kind, first, second }: OutputOf<'matching.rules'>[number],
  { mentee, mentor }: { mentee: Reference; mentor: Reference },
  peers: boolean,
): boolean {
  if (kind !== 'must') return false
  const isLock = (mentorId: number, menteeId: number) => mentorId === mentor.id && menteeId === mentee.id
  return isLock(first.id, second.id) || (peers && isLock(second.id, first.id))
}

/** Pairs that the coordinator settles: together in any case, or apart. */
export function useLocks(programId: number) {
  const add = useCommand('matching.addRule')
  const remove = useCommand('matching.removeRule')

  async function lock(mentee: Reference, mentor: Reference): Promise<boolean> {
    const rule = { programId, kind: 'must' as const, firstId: mentor.id, secondId: mentee.id, reason: null }
    return (await add.run(rule)) !== null
  }

  return {
    running: add.running || remove.running,
    lock,
    unlock: (id: number) => remove.run({ id }),
    /** Two who are not the proposal's pair: only where the rules let them be one, and with what it costs. */
    force: async (mentee: Reference, mentor: Reference, request: Request, peers: boolean): Promise<void> => {
      const option = await optionFor(mentee, mentor, request)
      if (option === null) return
      if (option.rules.length > 0) {
        const why = option.rules.map((rule) => ruleWords[rule]).join(' ')
        tellError(new AppError('conflict', `${mentee.name} cannot be with ${mentor.name}. ${why}`))
        return
      }
      if (!(await lock(mentee, mentor))) return
      useMatchingView.getState().set({ opened: { side: 'mentee', id: mentee.id }, shown: 'all' })
      tell(`${mentee.name} is with ${mentor.name} now, in any case. ${costWords(option.cost, peers)}`)
    },
    keepApart: async (one: Reference, other: Reference, reason: string | null): Promise<boolean> => {
      const rule = { programId, kind: 'apart' as const, firstId: one.id, secondId: other.id, reason }
      return (await add.run(rule)) !== null
    },
  }
}

async function optionFor(mentee: Reference, mentor: Reference, request: Request) {
  try {
    const options = await call('matching.options', { ...request, side: 'mentee', memberId: mentee.id })
    return options.find(({ id }) => id === mentor.id) ?? null
  } catch (error) {
    if (error instanceof Error) tellError(error)
    return null
  }
}
