import type { Pace, Steps } from '../steps'
import type { Exchange } from './exchange'
import { nobody } from './problem'

/**
 * Among choices of equal worth whose pairs have fits of at least `floor`, one with the most even load: the sum of the
 * squares of all mentors' mentees is least. That is so when no chain of moves leads from a mentor to one who has at least
 * two fewer.
 */
export function* balanceLoad(exchange: Exchange, floor: number, pace: Pace): Steps<void> {
  const mentors = Array.from({ length: exchange.outside }, (_, mentor) => mentor)
  for (let moved = true; moved; ) {
    moved = false
    // Where the search from a heavier mentor has been in vain, that from a lighter one would be as well.
    const heaviest = mentors.toSorted((a, b) => loadOf(exchange, b) - loadOf(exchange, a) || a - b)
    exchange.begin()
    for (const mentor of heaviest) {
      while (relieve(exchange, mentor, floor)) {
        moved = true
        exchange.begin()
      }
      if (pace.isDue(exchange.takeWork())) yield { label: 'Balancing the load', done: 0, total: null }
    }
  }
}

function loadOf({ total }: Exchange, mentor: number): number {
  return total[mentor] ?? 0
}

/** Takes a mentee from this mentor where that makes the loads more even. */
function relieve(exchange: Exchange, from: number, floor: number): boolean {
  const { seats } = exchange
  if (!exchange.isLoose(from) || (seats.load[from] ?? 0) === 0) return false
  const most = loadOf(exchange, from) - 2
  const takes = (mentor: number) =>
    exchange.isLoose(mentor) && seats.hasRoom(mentor) && loadOf(exchange, mentor) <= most
  const end = exchange.reach(from, { floor, stays: -1, loads: 'stay' }, takes)
  if (end === nobody) return false
  exchange.shift(end, from, null)
  return true
}
