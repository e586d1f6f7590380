import { countWords, listWords, plural } from '../../summaryWords'
import type { Participant, Skill } from '../input'
import { addKnownValues, addValues, type Comparison, type People } from './criterion'

/** Two lists of topics: what mentees look for and what mentors have. */
interface Topics {
  wanted(mentee: Participant): readonly Skill[]
  offered(mentor: Participant): readonly Skill[]
  words(mentee: Participant, mentor: Participant): TopicWords
}

export interface TopicWords {
  /** Who they are among whom a topic may be rare, one and several. */
  among: readonly [one: string, many: string]
  /** "Offers", as a sentence about the mentor begins. */
  offers: string
  /** "skill wanted", and the same for several. */
  one: string
  many: string
  nothingWanted: string
  nothingOffered: string
}

interface Wanted {
  /** `nowhere` when no mentor has it. */
  topic: number
  name: string
  level: number | null
  /** How much it counts for, by the level at which a mentor has it. */
  worth: Float64Array
}

const nowhere = -1

/** Levels as they are stored: 0 for who does not have it, 1 to 5, and one for those who have not said. */
const some = 6

/**
 * How much of what the mentee looks for the mentor has: the part of the topics, each counted by how rare it is among the
 * mentors of this run, and a level below the wanted one by its part of that.
 */
export function topicsInCommon(people: People, topics: Topics): Comparison | null {
  const offered = people.mentors.map(topics.offered)
  const wishes = people.mentees.map(topics.wanted)
  if (wishes.every(isEmpty) || offered.every(isEmpty)) return null
  const table = new LevelTable(offered)
  const wanted = wishes.map((list) => wantedOf(list, table))
  const values = new Float64Array(offered.length)
  const someUnknown = offered.some(isEmpty)

  return {
    add(mentee, weight, sums) {
      const list = wanted[mentee] ?? []
      if (list.length === 0) return
      values.set(table.base)
      for (const { topic, worth } of list) {
        if (topic !== nowhere) table.add(topic, worth, values)
      }
      if (someUnknown) addValues(values, weight, sums)
      else addKnownValues(values, weight, sums)
    },
    explain(mentee, mentor) {
      const list = wanted[mentee] ?? []
      const [wanting, offering] = [people.mentees[mentee], people.mentors[mentor]]
      if (wanting === undefined || offering === undefined) return ''
      const words = topics.words(wanting, offering)
      if (list.length === 0) return words.nothingWanted
      if (isEmpty(offered[mentor] ?? [])) return words.nothingOffered
      const common = list.filter(({ topic }) => table.level(topic, mentor) !== 0)
      const missing = list.filter((topic) => !common.includes(topic)).map(({ name }) => name)
      if (common.length === 0) return `${words.offers} none of the ${words.many}: ${listWords(missing)}.`
      const named = common.map(({ name, topic, level }) => {
        const having = `${table.having(topic)} of ${plural(offered.length, ...words.among)}`
        return `${name}${levelWords(table.level(topic, mentor), level)} (${having})`
      })
      const total = plural(list.length, words.one, words.many)
      if (missing.length > 0) {
        return `${words.offers} ${countWords(common.length)} of ${total}: ${listWords(named)}; not ${listWords(missing)}.`
      }
      const all = everyWords(list.length, words.one, words.many)
      return `${words.offers} ${all}: ${listWords(named)}.`
    },
  }
}

/** At which level each mentor has each topic. */
class LevelTable {
  /** 0 for every mentor who has something, far below zero for the others. */
  readonly base: Float64Array
  private readonly numbers: Map<string, number>
  /** By topic, then mentor, so that one topic is looked up for all mentors in a row. */
  private readonly levels: Uint8Array
  private readonly counts: Int32Array
  private readonly mentors: number

  constructor(offered: readonly (readonly Skill[])[]) {
    const names = [...new Set(offered.flatMap((list) => list.map(({ name }) => name)))]
    this.mentors = offered.length
    this.base = Float64Array.from(offered, (list) => (isEmpty(list) ? Number.NEGATIVE_INFINITY : 0))
    this.numbers = new Map(names.map((name, number) => [name, number]))
    this.levels = new Uint8Array(names.length * offered.length)
    this.counts = new Int32Array(names.length)
    offered.forEach((list, mentor) => {
      for (const { name, level } of list) {
        const topic = this.numberOf(name)
        this.levels[topic * this.mentors + mentor] = level ?? some
        this.counts[topic] = (this.counts[topic] ?? 0) + 1
      }
    })
  }

  numberOf(name: string): number {
    return this.numbers.get(name) ?? nowhere
  }

  /** How many mentors have it. */
  having(topic: number): number {
    return topic === nowhere ? 0 : (this.counts[topic] ?? 0)
  }

  level(topic: number, mentor: number): number {
    return topic === nowhere ? 0 : (this.levels[topic * this.mentors + mentor] ?? 0)
  }

  add(topic: number, worth: Float64Array, values: Float64Array): void {
    const { levels, mentors } = this
    const first = topic * mentors
    for (let mentor = 0; mentor < mentors; mentor++) {
      values[mentor] = (values[mentor] ?? 0) + (worth[levels[first + mentor] ?? 0] ?? 0)
    }
  }
}

function wantedOf(list: readonly Skill[], table: LevelTable): Wanted[] {
  // From 1 for what every mentor has to nearly 2 for what hardly any has.
  const rarities = list.map(({ name }) => 2 - table.having(table.numberOf(name)) / table.base.length)
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0)
  return list.map(({ name, level }, at) => {
    const rarity = rarities[at] ?? 1
    const worth = new Float64Array(some + 1).map((_, own) => (rarity / whole) * partOf(own, level))
    return { topic: table.numberOf(name), name, level, worth }
  })
}

function partOf(own: number, wanted: number | null): number {
  if (own === 0) return 0
  return own === some || wanted === null || own >= wanted ? 1 : own / wanted
}

/** "the one goal", "both goals", "all 3 goals". */
function everyWords(count: number, one: string, many: string): string {
  if (count === 1) return `the one ${one}`
  return count === 2 ? `both ${many}` : `all ${plural(count, one, many)}`
}

function levelWords(own: number, wanted: number | null): string {
  return own === some || wanted === null ? '' : ` at level ${own}, wanted ${wanted}`
}

function isEmpty(list: readonly Skill[]): boolean {
  return list.length === 0
}
