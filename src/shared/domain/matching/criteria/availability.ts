import { plural } from '../../summaryWords'
import { addKnownValues, addValues, type Criterion } from './criterion'

const hoursOfWeek = 168

/** Whether there are enough hours of the week in which both have time. */
export const availability: Criterion = ({ mentees, mentors, settings }) => {
  const own = mentees.map((mentee) => mentee.availability)
  const others = mentors.map((mentor) => mentor.availability)
  if (own.every(isEmpty) || others.every(isEmpty)) return null
  const { hoursTogether } = settings
  const hours = new HourBits(others)
  const common = new Int32Array(mentors.length)
  const values = new Float64Array(mentors.length)
  const someUnknown = others.some(isEmpty)
  const fitOf = new Float64Array(hoursOfWeek + 1).map((_, count) => Math.min(1, count / hoursTogether))

  return {
    add(mentee, weight, sums) {
      const list = own[mentee] ?? []
      if (isEmpty(list)) return
      hours.count(list, common)
      for (let mentor = 0; mentor < values.length; mentor++) values[mentor] = fitOf[common[mentor] ?? 0] ?? 0
      if (!someUnknown) {
        addKnownValues(values, weight, sums)
        return
      }
      others.forEach((other, mentor) => {
        if (isEmpty(other)) values[mentor] = Number.NaN
      })
      addValues(values, weight, sums)
    },
    explain(mentee, mentor) {
      const list = own[mentee] ?? []
      const other = others[mentor] ?? []
      if (isEmpty(list) || isEmpty(other)) return 'Not both have said when they have time.'
      const both = list.filter((hour) => other.includes(hour)).length
      if (both === 0) return 'There is no hour of the week in which both have time.'
      return `Both have time in ${plural(both, 'hour')} of the week; ${hoursTogether} would be enough.`
    },
  }
}

/** The hours of the week of every mentor, a bit each. */
class HourBits {
  /** By hour that some mentor has: the number of its bit. */
  private readonly bitOf: Map<number, number>
  /** By word of 32 hours, then mentor. */
  private readonly words: Int32Array

  constructor(hours: readonly (readonly number[])[]) {
    this.bitOf = new Map([...new Set(hours.flat())].map((hour, bit) => [hour, bit]))
    this.words = new Int32Array(Math.ceil(this.bitOf.size / 32) * hours.length)
    hours.forEach((list, mentor) => {
      this.bitsOf(list).forEach((bits, word) => {
        this.words[word * hours.length + mentor] = bits
      })
    })
  }

  /** Writes for each mentor how many of these hours they have. */
  count(list: readonly number[], into: Int32Array): void {
    const { words } = this
    into.fill(0)
    this.bitsOf(list).forEach((bits, word) => {
      const first = word * into.length
      if (bits === 0) return
      for (let mentor = 0; mentor < into.length; mentor++) {
        into[mentor] = (into[mentor] ?? 0) + ones(bits & (words[first + mentor] ?? 0))
      }
    })
  }

  private bitsOf(list: readonly number[]): Int32Array {
    const bits = new Int32Array(Math.ceil(this.bitOf.size / 32))
    for (const hour of list) {
      const bit = this.bitOf.get(hour)
      if (bit !== undefined) bits[bit >> 5] = (bits[bit >> 5] ?? 0) | (1 << (bit & 31))
    }
    return bits
  }
}

/** How many bits of a word of 32 are set. */
function ones(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555)
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function isEmpty(hours: readonly number[]): boolean {
  return hours.length === 0
}
