import type { OutputOf } from '@shared/contract'
import type { aliveness } from '@shared/contract/aliveness'
import { besideOf } from '@shared/domain/aliveness/beside'
import { alivenessNumber } from '@shared/domain/aliveness/number'
import { partKeys } from '@shared/domain/aliveness/parts'
import { comparableParts, type Profile } from '@shared/domain/aliveness/profile'
import { placeFrom, tookPart } from '@shared/domain/aliveness/records'
import type { Span } from '@shared/domain/aliveness/spans'
import { fromDayNumber } from '@shared/domain/calendar'
import type { ActivityColumns } from '../analytics/columns'
import type { Handlers } from '../handler'
import { readBoth } from './alivenessRecords'
import { importMarks } from './importMarks'

/** Aliveness, on the columns that the activity figures are computed from. */
export function createAlivenessHandlers(columns: ActivityColumns): Handlers<typeof aliveness> {
  return {
    'aliveness.get': (db, input) => {
      const { community, now, before, imported } = readBoth(db, columns.get(db), input)
      const [span, earlier] = [dates(now.period.span), dates(before.period.span)]
      const { contacts, members, records } = now.period
      return {
        community,
        span,
        before: earlier,
        parts: partsOf(now.profile, before.profile),
        beside: besideOf(now.period, before.period),
        inputs: {
          members,
          people: tookPart(records.people, contacts).reduce((sum, active) => sum + active, 0),
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
