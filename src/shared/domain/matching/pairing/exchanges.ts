import { nobody } from '../assignment/problem'
import type { Optimum } from './optimum'

/**
 * Tells quickly of most pairs that they are in no other choice that is worth as much: whoever loses their partner for it
 * would have to find another one among their equals, and so on, until the two ends meet or somebody can do without. That
 * a way is found does not mean that it can be gone, as it may pass somebody twice.
 */
export class Exchanges {
  /** By person: everybody with whom they may be a pair in some choice that is worth as much. */
  private readonly equals: number[][]
  private readonly reached: Int32Array
  private round = 0

  constructor(
    private readonly optimum: Pick<Optimum, 'equals' | 'canGo'>,
    private readonly fitOf: (one: number, other: number) => number,
    private readonly allowed: { floor: number; out: Uint8Array },
  ) {
    this.equals = optimum.equals.map((later) => Array.from(later))
    optimum.equals.forEach((later, one) => {
      for (const other of later) this.equals[other]?.push(one)
    })
    this.reached = new Int32Array(this.equals.length)
  }

  /** @param partnerOf who is with whom now */
  mayJoin(one: number, other: number, partnerOf: Int32Array): boolean {
    const [left, right] = [partnerOf[one] ?? nobody, partnerOf[other] ?? nobody]
    return (
      (left === nobody || this.finds(left, right, [one, other], partnerOf)) &&
      (right === nobody || this.finds(right, left, [one, other], partnerOf))
    )
  }

  private finds(
    start: number,
    end: number,
    without: readonly [number, number],
    partnerOf: Int32Array,
  ): boolean {
    const { floor, out } = this.allowed
    this.round++
    const looking = [start]
    // An array goes on with what is added meanwhile.
    for (const person of looking) {
      if (this.optimum.canGo[person] === 1) return true
      for (const next of this.equals[person] ?? []) {
        if (out[next] === 1 || without.includes(next) || next === partnerOf[person]) continue
        if (this.fitOf(person, next) < floor) continue
        const left = partnerOf[next] ?? nobody
        if (next === end || left === nobody) return true
        if (this.reached[left] === this.round) continue
        this.reached[left] = this.round
        looking.push(left)
      }
    }
    return false
  }
}
