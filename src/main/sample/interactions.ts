import type { Calendar } from './calendar'
import type { PlannedCommunity } from './communities'
import type { People } from './people'
import { mix, Random } from './random'
import { Roster } from './roster'
import type { SampleInteractions } from './types'
import { type Gathered, outsideCommunity, planVolume } from './volume'

/** What one member does towards another; `kind` in the columns is an index into this list. */
export const interactionKinds = [
  'message',
  'question',
  'answer',
  'gathering',
  'review',
  'introduction',
] as const

const batchSize = 8192
const question = 1
const answer = 2
const gathering = 3

/** Share of contacts that answer an earlier one, and that go to somebody known. */
const answering = 0.24
const known = 0.3
/** Share of new contacts that stay within the own place on purpose; chance adds to it. */
const homely = 0.64

/** Running limits for the kinds other than answers and gatherings. */
const kindLimits: readonly (readonly [limit: number, kind: number])[] = [
  [0.6, 0],
  [0.86, question],
  [0.96, 4],
  [1, 5],
]

function kindFor(random: Random): number {
  const u = random.next()
  for (const [limit, kind] of kindLimits) if (u < limit) return kind
  return 0
}

/** The last contacts in a community, from which answers come. */
class Recent {
  private readonly from = new Int32Array(64)
  private readonly to = new Int32Array(64)
  private readonly asked = new Uint8Array(64)
  private size = 0
  private next = 0

  add(from: number, to: number, kind: number): void {
    this.from[this.next] = from
    this.to[this.next] = to
    this.asked[this.next] = kind === question ? 1 : 0
    this.next = (this.next + 1) & 63
    this.size = Math.min(64, this.size + 1)
  }

  /** A contact to answer: the one who was addressed, the one who addressed, and whether it was a question. */
  draw(random: Random): { from: number; to: number; asked: boolean } | null {
    if (this.size === 0) return null
    const slot = random.below(this.size)
    return { from: this.to[slot] ?? 0, to: this.from[slot] ?? 0, asked: this.asked[slot] === 1 }
  }
}

/** Four members whom each member turned to last. */
class Partners {
  private readonly slots: Int32Array

  constructor(members: number) {
    this.slots = new Int32Array(members * 4).fill(-1)
  }

  of(member: number, random: Random): number {
    return this.slots[member * 4 + random.below(4)] ?? -1
  }

  remember(member: number, partner: number, random: Random): void {
    this.slots[member * 4 + random.below(4)] = partner
  }
}

function emptyBatch(size: number): SampleInteractions {
  return {
    count: size,
    from: new Int32Array(size),
    to: new Int32Array(size),
    at: new Float64Array(size),
    kind: new Uint8Array(size),
    community: new Int16Array(size),
  }
}

/** Seconds of a day, ascending, within working hours; a gathering is over in an hour and a half. */
function times(count: number, kind: Gathered['kind'], random: Random): Int32Array {
  const seconds = new Int32Array(count)
  for (let index = 0; index < count; index++) {
    seconds[index] =
      kind === 'gathering'
        ? 50_400 + random.below(5400)
        : 25_200 + Math.floor(19_800 * (random.next() + random.next()))
  }
  return seconds.sort()
}

/** Exactly `count` interactions in order of time, some thousands at a time, always new arrays. */
export function* generateInteractions(
  people: People,
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
  count: number,
): Generator<SampleInteractions, void, void> {
  const random = new Random(mix(people.seed, 0x696e7465))
  const rosters = [
    ...communities.map((community) => Roster.ofCommunity(community, people)),
    Roster.ofAll(people),
  ]
  const recents = rosters.map(() => new Recent())
  const partners = rosters.map(() => new Partners(people.count))
  let left = count
  let batch = emptyBatch(Math.min(batchSize, left))
  let filled = 0
  for (const { day, kind, community, count: many } of planVolume(calendar, communities, count)) {
    const place = community === outsideCommunity ? rosters.length - 1 : community
    const [roster, recent, circle] = [rosters[place], recents[place], partners[place]]
    if (!roster || !recent || !circle) continue
    const seconds = times(many, kind, random)
    const present = roster.presentOn(day)
    for (let index = 0; index < many; index++) {
      if (filled === batch.count) {
        yield batch
        left -= filled
        batch = emptyBatch(Math.min(batchSize, left))
        filled = 0
      }
      let from = -1
      let to = -1
      let what = kind === 'gathering' ? gathering : kindFor(random)
      const earlier = random.chance(answering) ? recent.draw(random) : null
      if (earlier) {
        from = earlier.from
        to = earlier.to
        if (earlier.asked && kind !== 'gathering') what = answer
      } else {
        from = roster.draw(present, random)
        if (random.chance(known)) to = circle.of(from, random)
        if (to < 0) to = roster.partnerOf(from, present, random.chance(homely), random)
      }
      recent.add(from, to, what)
      if (!earlier) circle.remember(from, to, random)
      batch.from[filled] = from
      batch.to[filled] = to
      batch.at[filled] = day * 86_400 + (seconds[index] ?? 0)
      batch.kind[filled] = what
      batch.community[filled] = community
      filled++
    }
  }
  if (filled > 0) yield batch
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const dayTexts = new Map<number, string>()

/** Seconds since 1970 as `YYYY-MM-DDTHH:MM:SSZ`, several times faster than a `Date`. */
export function instantText(seconds: number): string {
  const day = Math.floor(seconds / 86_400)
  let text = dayTexts.get(day)
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 11)
    dayTexts.set(day, text)
  }
  const rest = seconds - day * 86_400
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
  return `${text}${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[second]}Z`
}
