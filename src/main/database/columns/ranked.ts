import { Dictionary } from './dictionary'

/** More new values than these are sorted in together. */
const few = 64

/** Texts that repeat, with their places in the order that SQLite's NOCASE gives them. */
export class RankedDictionary extends Dictionary<string> {
  /** Of each value: what it is compared by. */
  private readonly keys: string[] = ['']
  /** Values in their order; the unknown one is not among them. */
  private order: number[] = []
  private placed = 1
  private places = new Int32Array(1)

  /**
   * Of each value its place, from 1 on; values that differ in nothing but the case of A to Z share one. The unknown
   * value, which is 0, has 0.
   */
  ranks(): Int32Array {
    const { values } = this
    if (this.placed === values.length) return this.places
    for (let code = this.keys.length; code < values.length; code++)
      this.keys[code] = keyOf(values[code] ?? '')
    const fresh = Array.from({ length: values.length - this.placed }, (_, index) => this.placed + index)
    if (fresh.length <= few) for (const code of fresh) this.order.splice(this.placeFor(code), 0, code)
    else this.order = [...this.order, ...fresh].sort((a, b) => this.compare(a, b))
    this.placed = values.length
    this.places = this.rankAll()
    return this.places
  }

  private rankAll() {
    const ranks = new Int32Array(this.values.length)
    let rank = 0
    let before: string | undefined
    for (const code of this.order) {
      const key = this.keys[code]
      if (key !== before) rank++
      before = key
      ranks[code] = rank
    }
    return ranks
  }

  private placeFor(code: number): number {
    let low = 0
    let high = this.order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.compare(this.order[middle] ?? 0, code) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  private compare(a: number, b: number): number {
    const [one, other] = [this.keys[a] ?? '', this.keys[b] ?? '']
    return one < other ? -1 : one > other ? 1 : 0
  }
}

/**
 * NOCASE knows the case of A to Z alone, and compares the bytes of UTF-8. Those come in the order of the code points,
 * which JavaScript's own comparison keeps but for the two halves of which it makes the ones above U+FFFF.
 */
function keyOf(text: string): string {
  const folded = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  if (!/[\ud800-\uffff]/.test(folded)) return folded
  return folded.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0)
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800)
  })
}
