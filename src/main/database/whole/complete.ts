import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { gatheringContacts, sessionContacts } from '../queries/programFile/check'
import { askContacts, contactsOfReuses, invitationContacts } from '../queries/programFile/checkFollowing'
import { knownTimeZone } from '../queries/programFile/program'
import { programTimeZone } from '../queries/programFile/settings'
import { mendContacts, mendMoves } from '../salvage/mend'
import { mendGatherings, mendStages } from '../salvage/mendCommunities'
import { mendAsks, mendInvitations, mendReuses } from '../salvage/mendFollowing'

/**
 * Makes what follows from the records, where whoever wrote them has left it out: the contacts between those who met, and
 * where somebody has come to. Of what Coppice exported there is nothing to make.
 */
export function completeRecords(writer: Writer): void {
  if (sessionContacts(writer).length > 0) mendContacts(writer)
  if (gatheringContacts(writer).length > 0) mendGatherings(writer)
  if (askContacts(writer).length > 0) mendAsks(writer)
  if (invitationContacts(writer).length > 0) mendInvitations(writer)
  if (contactsOfReuses(writer).length > 0) mendReuses(writer)
  mendStages(writer)
  mendMoves(writer)
}

/** @throws AppError for settings that nothing could be shown with. */
export function assertSettings(db: Reader): void {
  try {
    knownTimeZone(programTimeZone(db))
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    throw new AppError('unreadable-input', `settings, program.timeZone: ${thrown.message}`)
  }
}
