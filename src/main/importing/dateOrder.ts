import type { DateEvidence, DateOrder, DateReading } from '@shared/domain/imports'
import { dateParts } from './dateShapes'
import { isNeutral, possibleOrders } from './dateValues'

/**
 * Collects a file's dates and says in which order their numbers stand. One date such as 25/03/2026 proves the
 * order for the whole file; without such a date nothing is guessed.
 */
export class DateOrderJudge {
  #possible: DateOrder[] | null = null
  #yearFirstSeen = false
  readonly evidence: DateEvidence = { dayFirst: null, monthFirst: null, yearFirst: null, eitherWay: null }

  add(cell: string): void {
    // ISO dates fill most large files and need no look.
    if (cell.charCodeAt(4) === 45 && cell.charCodeAt(7) === 45) {
      this.#yearFirstSeen = true
      return
    }
    const parts = cell === '' ? null : dateParts(cell)
    if (parts === null || isNeutral(parts)) return
    if (parts.order !== null) {
      if (parts.firstDigits === 4) this.#yearFirstSeen = true
      return
    }
    const orders = possibleOrders(parts)
    if (orders.length === 0) return
    this.#keepExample(orders, cell.trim())
    this.#possible =
      this.#possible === null ? orders : this.#possible.filter((order) => orders.includes(order))
  }

  #keepExample(orders: DateOrder[], cell: string): void {
    if (orders.length > 1) this.evidence.eitherWay ??= cell
    else if (orders[0] === 'dmy') this.evidence.dayFirst ??= cell
    else if (orders[0] === 'mdy') this.evidence.monthFirst ??= cell
    else this.evidence.yearFirst ??= cell
  }

  /** What the dates added so far say. */
  reading(): DateReading {
    if (this.#possible === null) return this.#yearFirstSeen ? 'ymd' : 'unambiguous'
    const [only, second] = this.#possible
    if (only === undefined) return 'contradictory'
    return second === undefined ? only : 'ambiguous'
  }
}

/** What all dates of a file say about the order of their numbers. */
export function judgeDateOrder(values: Iterable<string>): { reading: DateReading; evidence: DateEvidence } {
  const judge = new DateOrderJudge()
  for (const value of values) judge.add(value)
  return { reading: judge.reading(), evidence: judge.evidence }
}
