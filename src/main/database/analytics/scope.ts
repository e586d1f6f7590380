import type { ActivityScope } from '@shared/contract/activity'
import { dayNumber, isCalendarDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { Columns } from './shape'

/** A scope in the terms of the columns. */
export interface Filter {
  /** Days since 1970-01-01, both included, no wider than what is recorded; `first` > `last` when nothing is. */
  first: number
  last: number
  /** Null is any, -1 one that is not there. */
  community: number | null
  /** 1 for every member at the location and department; null is any. */
  members: Uint8Array | null
}

/** @throws AppError `invalid-input` for a date that no calendar has. */
export function filterOf(columns: Columns, scope: ActivityScope): Filter {
  const { first, last } = columns.recorded
  return {
    first: scope.from === null ? first : Math.max(first, dayOf(scope.from)),
    last: scope.to === null ? last : Math.min(last, dayOf(scope.to)),
    community: scope.communityId === null ? null : communityNumber(columns, scope.communityId),
    members: membersThere(columns, scope),
  }
}

/** The day's number. @throws AppError `invalid-input`. */
export function dayOf(date: string): number {
  if (!isCalendarDate(date)) throw new AppError('invalid-input', `There is no day ${date} in the calendar.`)
  return dayNumber(date)
}

/** The number that a community goes by in the columns; -1, which no row has, when there is no such community. */
export function communityNumber(columns: Columns, id: number): number {
  return columns.communityIds.indexOf(id)
}

function membersThere(columns: Columns, { location, department }: ActivityScope): Uint8Array | null {
  if (location === null && department === null) return null
  const { rows, ...members } = columns.members
  const place = location === null ? null : columns.names.location.indexOf(location)
  const unit = department === null ? null : columns.names.department.indexOf(department)
  const there = new Uint8Array(rows)
  for (let row = 1; row < rows; row++) {
    const fits =
      (place === null || members.location[row] === place) &&
      (unit === null || members.department[row] === unit)
    there[row] = fits ? 1 : 0
  }
  return there
}
