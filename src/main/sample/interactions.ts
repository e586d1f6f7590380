import { itemAt, mix, Random } from '@shared/domain/random'
import type { Calendar } from './calendar'
import type { PlannedCommunity } from './communities'
import type { People } from './people'
import { type Presence, Roster } from './roster'
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

/** Parts of a day are told apart by this many units of a second. */
const partUnits = 64

/**
 * When the interactions of a day happen, in order, each with the number of its part: `second * partUnits + part`.
 * They fall into working hours, and a gathering is over in an hour and a half.
 */
function times(parts: readonly Gathered[], random: Random): Int32Array {
  const times = new Int32Array(parts.reduce((sum, { count }) => sum + count, 0))
  let slot = 0
  parts.forEach(({ kind, count }, part) => {
    for (let index = 0; index < count; index++) {
      const second =
        kind === 'gathering'
          ? 50_400 + random.below(5400)
          : 25_200 + Math.floor(19_800 * (random.next() + random.next()))
      times[slot++] = second * partUnits + part
    }
  })
  return times.sort()
}

/** Those among whom interactions happen, and what they remember of each other. */
class Circle {
  private readonly recent = new Recent()
  private readonly partners: Partners

  constructor(
    private readonly roster: Roster,
    members: number,
  ) {
    this.partners = new Partners(members)
  }

  presentOn(day: number): Presence {
    return this.roster.presentOn(day)
  }

  /** Draws one interaction into a row of the batch. */
  write(batch: SampleInteractions, row: number, gathers: boolean, present: Presence, random: Random): void {
    let kind = gathers ? gathering : kindFor(random)
    let from: number
    let to = -1
    const earlier = random.chance(answering) ? this.recent.draw(random) : null
    if (earlier) {
      from = earlier.from
      to = earlier.to
      if (earlier.asked && !gathers) kind = answer
    } else {
      from = this.roster.draw(present, random)
      if (random.chance(known)) to = this.partners.of(from, random)
      if (to < 0) to = this.roster.partnerOf(from, present, random.chance(homely), random)
      this.partners.remember(from, to, random)
    }
    this.recent.add(from, to, kind)
    batch.from[row] = from
    batch.to[row] = to
    batch.kind[row] = kind
  }
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
  const ready = rosters.map((roster) => roster.readyOn())
  const circles = rosters.map((roster) => new Circle(roster, people.count))
  let left = count
  let batch = emptyBatch(Math.min(batchSize, left))
  let row = 0
  for (const { day, parts } of planVolume(calendar, communities, ready, count)) {
    const placed = parts.map(({ kind, community }) => {
      const circle = itemAt(circles, community === outsideCommunity ? circles.length - 1 : community)
      return { circle, present: circle.presentOn(day), gathers: kind === 'gathering', community }
    })
    for (const time of times(parts, random)) {
      if (row === batch.count) {
        yield batch
        left -= row
        batch = emptyBatch(Math.min(batchSize, left))
        row = 0
      }
      const { circle, present, gathers, community } = itemAt(placed, time % partUnits)
      circle.write(batch, row, gathers, present, random)
      batch.at[row] = day * 86_400 + Math.floor(time / partUnits)
      batch.community[row] = community
      row++
    }
  }
  if (row > 0) yield batch
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
