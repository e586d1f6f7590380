import type { enrolments } from '@shared/contract/enrolments'
import type { Handlers } from '../../handler'
import { addEnrolments } from './enrolmentAdd'
import { countByStep, enrolmentIds, listEnrolments } from './enrolmentList'
import { dropEnrolments, moveEnrolments } from './enrolmentMoves'
import { getEnrolment, journeysOf } from './enrolmentRecord'
import { checkEnrolments, removeEnrolments, saveEnrolment } from './enrolmentSave'

export const enrolmentHandlers: Handlers<typeof enrolments> = {
  'enrolments.list': listEnrolments,
  'enrolments.ids': (db, { filter, sort }) => enrolmentIds(db, filter, sort),
  'enrolments.counts': (db, { filter }) => countByStep(db, filter),
  'enrolments.get': (db, { id }) => getEnrolment(db, id),
  'enrolments.journeys': (db, { programId }) => journeysOf(db, programId),
  'enrolments.add': addEnrolments,
  'enrolments.save': saveEnrolment,
  'enrolments.move': moveEnrolments,
  'enrolments.drop': dropEnrolments,
  'enrolments.check': checkEnrolments,
  'enrolments.remove': removeEnrolments,
}
