import type { OutputOf } from '@shared/contract'
import type { aliveness } from '@shared/contract/aliveness'
import { besideOf } from '@shared/domain/aliveness/beside'
import { alivenessNumber } from '@shared/domain/aliveness/number'
import { partKeys } from '@shared/domain/aliveness/parts'
import { comparableParts, type Profile } from '@shared/domain/aliveness/profile'
import { type Period, placeFrom, tookPart } from '@shared/domain/aliveness/records'
import type { Span } from '@shared/domain/aliveness/spans'
import { weakParts } from '@shared/domain/aliveness/steps'
import { fromDayNumber } from '@shared/domain/calendar'
import { matrixOf } from '@shared/domain/network/matrix'
import type { ActivityColumns } from '../../analytics/columns'
import type { Handlers } from '../../handler'
import { importMarks } from '../importMarks'
import { evidenceRecords } from './alivenessEvidence'
import { participationRecords } from './alivenessParticipation'
import { readBoth } from './alivenessRecords'
import { proposedSteps } from './alivenessSteps'

/** Aliveness, on the columns that the activity figures are computed from. */
export function createAlivenessHandlers(columns: ActivityColumns): Handlers<typeof aliveness> {
  return {
    'aliveness.get': (db, input) => {
      const known = columns.get(db)
      const { community, now, before, imported } = readBoth(db, known, input)
      const [span, earlier] = [dates(now.period.span), dates(before.period.span)]
      const { contacts, attendance, members, records } = now.period
      return {
        community,
        span,
        before: earlier,
        parts: partsOf(now.profile, before.profile),
        weak: weakParts(now.profile, before.profile, community?.stage ?? usualStage),
        places: placesOf(now.period, known.names.location),
        beside: besideOf(now.period, before.period),
        inputs: {
          members,
          people: tookPart(records.people, contacts, attendance).reduce((sum, active) => sum + active, 0),
          contacts: contacts.length,
          contactsBefore: before.period.contacts.length,
          imported: imported
            .subarray(placeFrom(records.contacts, before.period.span.first))
            .reduce((sum, one) => sum + one, 0),
        },
        imports: importMarks(db, earlier.from, span.to),
      }
    },
    'aliveness.number': (db, input, task) => {
      const { now, before } = readBoth(db, columns.get(db), input)
      const found = alivenessNumber(now, before, (done, total) => {
        if (done % 20 === 0) task.progress({ label: 'Drawing weeks anew', done, total })
      })
      return { span: dates(now.period.span), before: dates(before.period.span), ...found }
    },
    'aliveness.records': (db, input) => evidenceRecords(db, readBoth(db, columns.get(db), input), input.part),
    'aliveness.participation': (db, input) => participationRecords(db, readBoth(db, columns.get(db), input)),
    'aliveness.steps': (db, input) => {
      const known = columns.get(db)
      return proposedSteps(db, readBoth(db, known, input), known.names)
    },
  }
}

/** By which a whole program is read: it has no stage of its own. */
const usualStage = 'maturing'
const mostPlaces = 6

function placesOf(
  { graph, records }: Period,
  names: readonly (string | null)[],
): OutputOf<'aliveness.get'>['places'] {
  const { groups, ties, expected, leftOut } = matrixOf(graph, records.location, mostPlaces)
  return {
    names: groups.map((group) => names[group] ?? ''),
    ties: [...ties],
    expected: [...expected],
    leftOut,
  }
}

function dates({ first, last }: Span): { from: string; to: string } {
  return { from: fromDayNumber(first), to: fromDayNumber(last) }
}

function partsOf(now: Profile, before: Profile): OutputOf<'aliveness.get'>['parts'] {
  const comparable = comparableParts(now, before)
  return partKeys.map((key) => {
    const [own, earlier] = [now[key], before[key]]
    const change = (own.value ?? 0) - (earlier.value ?? 0)
    return { key, ...own, before: earlier, change: comparable.includes(key) ? change : null }
  })
}
