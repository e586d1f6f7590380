import type { InputOf } from '@shared/contract'
import type { matches } from '@shared/contract/matches'
import type { support } from '@shared/contract/support'
import { DueCheckIns } from '../../analytics/dueCheckIns'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { listMatches } from '../matches/matchList'
import { getMatchPage } from '../matches/matchPage'
import { setMatchStatus } from '../matches/matchStatus'
import { nameOfProgram } from '../programs/programRecord'
import { getCheckIn, removeCheckIn, saveCheckIn, snooze } from './checkIns'
import { supportCalendar, supportDocument } from './supportDocument'
import { dueSupport, planOfProgram } from './supportDue'

/** What is due next is kept in memory, so a thread makes these handlers once. */
export function createSupportHandlers(): Handlers<typeof support & typeof matches> {
  const known = new DueCheckIns()
  return {
    ...recordHandlers,
    'support.due': (db, input) => dueSupport(db, input, known),
    'support.document': (db, input) => supportDocument(db, input, known),
    'support.calendar': (db, input) => supportCalendar(db, input, known),
  }
}

type OfKnown = 'support.due' | 'support.document' | 'support.calendar'

const recordHandlers: Omit<Handlers<typeof support & typeof matches>, OfKnown> = {
  'support.plan': (db, { programId }) => {
    nameOfProgram(db, programId)
    return { plan: planOfProgram(db, programId) }
  },
  'support.choose': choosePlan,
  'checkIns.get': (db, { id }) => getCheckIn(db, id),
  'checkIns.save': saveCheckIn,
  'checkIns.remove': removeCheckIn,
  'checkIns.snooze': snooze,
  'matches.setStatus': setMatchStatus,
  'matches.list': listMatches,
  'matches.page': getMatchPage,
}

/** @throws AppError `not-found`. */
function choosePlan(writer: Writer, { programId, plan }: InputOf<'support.choose'>): Done<{ id: number }> {
  const name = nameOfProgram(writer, programId)
  writer.update('programs', programId, { support: plan === null ? null : JSON.stringify(plan) })
  const what = plan === null ? 'No check-ins' : 'Check-ins'
  return { value: { id: programId }, summary: `${what} in ${name}` }
}
