import { nobody } from '../assignment/problem'
import type { Pace, Steps } from '../steps'
import type { Blossoms, Circle } from './blossoms'
import { type Pool, pairBonus } from './pool'

/** Who takes part. */
export interface Allowed {
  /** Fits below this are no pairs. */
  floor: number
  /** By person: 1 for who takes no part. */
  out: Uint8Array
}

/** What happens next as prices change: by so much, and to whom or which node. */
interface Event {
  by: number
  kind: 'leave' | 'reach' | 'close' | 'open'
  at: number
}

/** What a node is in the tree: not in it; where the one without a partner could be; or a partner's on the way there. */
const apart = 0
const outer = 1
const inner = 2

/**
 * Finds a partner for one more person in the way that costs the others least: a tree of alternating ways grows from them
 * while prices change, until it reaches somebody free, or somebody who can be let go for nothing.
 *
 * Edmonds' maximum-weight matching in its primal-dual form (Galil, "Efficient algorithms for finding maximum matching in
 * graphs", 1986; van Rantwijk's mwmatching, which is networkx's max_weight_matching, has the same parts), with a single
 * tree as in Kolmogorov's Blossom V, so that it may begin from any prices that are fair: those of two, with the prices of
 * all circles around both, are at least twice what the pair is worth, and just that for who is a pair.
 */
export class Tree {
  readonly price: Float64Array
  private readonly label: Uint8Array
  /** By inner node: who of the tree reached it, and whom in it. */
  private readonly reachedFrom: Int32Array
  private readonly reachedAt: Int32Array
  /** By person: the outer person of another node who is nearest, and how near, whatever the prices become. */
  private readonly nearest: Int32Array
  private readonly nearness: Float64Array
  /** How much the prices of outer people have been lowered. */
  private lowered = 0
  private readonly waiting: number[] = []
  private readonly bonus: number
  private allowed: Allowed

  constructor(
    private readonly pool: Pool,
    private readonly blossoms: Blossoms,
  ) {
    const { people } = pool
    const nodes = blossoms.base.length
    this.bonus = pairBonus(pool)
    this.price = new Float64Array(people)
    this.label = new Uint8Array(nodes)
    this.reachedFrom = new Int32Array(nodes)
    this.reachedAt = new Int32Array(nodes)
    this.nearest = new Int32Array(people)
    this.nearness = new Float64Array(people)
    this.allowed = { floor: 0, out: new Uint8Array(people) }
  }

  /** @param root who has nobody, and a price above zero. */
  *seat(root: number, allowed: Allowed, pace: Pace): Steps<void> {
    this.begin(root, allowed)
    for (let ended = false; !ended; ) {
      for (let person = this.waiting.pop(); person !== undefined; person = this.waiting.pop()) {
        this.lookFrom(person)
        if (pace.isDue(this.pool.people)) yield { label: 'Finding the best pairs', done: 0, total: null }
      }
      const event = this.next()
      this.changePrices(event.by)
      ended = this.happen(event)
      if (pace.isDue(3 * this.pool.people)) yield { label: 'Finding the best pairs', done: 0, total: null }
    }
    this.openWorthless()
  }

  private begin(root: number, allowed: Allowed): void {
    this.allowed = allowed
    this.label.fill(apart)
    this.nearest.fill(nobody)
    this.nearness.fill(Number.POSITIVE_INFINITY)
    this.lowered = 0
    this.waiting.length = 0
    this.makeOuter(this.blossoms.top[root] ?? root)
  }

  private makeOuter(node: number): void {
    this.label[node] = outer
    this.waiting.push(...this.blossoms.peopleIn(node))
  }

  /** Whom an outer person is nearest to. */
  private lookFrom(person: number): void {
    const { fits, people } = this.pool
    const { floor, out } = this.allowed
    const { top } = this.blossoms
    const { nearness, nearest } = this
    const row = person * people
    const own = top[person]
    const base = (this.price[person] ?? 0) + this.lowered - 2 * this.bonus
    for (let other = 0; other < people; other++) {
      const fit = fits[row + other] ?? -1
      if (fit < floor) continue
      const near = base - 2 * fit
      if (near >= (nearness[other] ?? 0) || top[other] === own || out[other] === 1) continue
      nearness[other] = near
      nearest[other] = person
    }
  }

  /** What comes first as outer people pay less and inner people more. */
  private next(): Event {
    const { price, label, nearness, lowered } = this
    const { top, circles } = this.blossoms
    let by = Number.POSITIVE_INFINITY
    let kind: Event['kind'] = 'leave'
    let at = nobody
    for (let person = 0; person < price.length; person++) {
      const node = top[person] ?? 0
      const own = label[node]
      if (own === inner) continue
      const paid = price[person] ?? 0
      if (own === outer) {
        if (paid < by) {
          by = paid
          kind = 'leave'
          at = person
        }
        if (((nearness[person] ?? 0) - lowered + paid) / 2 >= by) continue
        this.lookAgain(person, node)
        const slack = ((nearness[person] ?? 0) - lowered + paid) / 2
        if (slack >= by) continue
        by = slack
        kind = 'close'
        at = person
      } else {
        const slack = (nearness[person] ?? 0) - lowered + paid
        if (slack > by || (slack === by && (kind === 'reach' || !this.isFree(node)))) continue
        by = slack
        kind = 'reach'
        at = person
      }
    }
    for (const node of circles) {
      if (label[node] !== inner || !this.blossoms.isOutermost(node)) continue
      const half = (this.blossoms.price[node] ?? 0) / 2
      if (half >= by) continue
      by = half
      kind = 'open'
      at = node
    }
    return { by, kind, at }
  }

  private isFree(node: number): boolean {
    return this.blossoms.partnerOf[this.blossoms.base[node] ?? 0] === nobody
  }

  /** Who was nearest to an outer person may be in the same circle by now. */
  private lookAgain(person: number, node: number): void {
    const { top } = this.blossoms
    if (top[this.nearest[person] ?? 0] !== node) return
    const { fits, people } = this.pool
    const { floor, out } = this.allowed
    const row = person * people
    let least = Number.POSITIVE_INFINITY
    for (let other = 0; other < people; other++) {
      const fit = fits[row + other] ?? -1
      if (fit < floor || out[other] === 1) continue
      const place = top[other] ?? 0
      if (place === node || this.label[place] !== outer) continue
      const near = (this.price[other] ?? 0) + this.lowered - 2 * (this.bonus + fit)
      if (near >= least) continue
      least = near
      this.nearest[person] = other
    }
    this.nearness[person] = least
  }

  private changePrices(by: number): void {
    if (by === 0) return
    const { price, label } = this
    const { top, circles, price: circlePrice } = this.blossoms
    for (let person = 0; person < price.length; person++) {
      const own = label[top[person] ?? 0]
      if (own === outer) price[person] = (price[person] ?? 0) - by
      else if (own === inner) price[person] = (price[person] ?? 0) + by
    }
    this.lowered += by
    for (const node of circles) {
      if (!this.blossoms.isOutermost(node)) continue
      if (label[node] === outer) circlePrice[node] = (circlePrice[node] ?? 0) + 2 * by
      else if (label[node] === inner) circlePrice[node] = (circlePrice[node] ?? 0) - 2 * by
    }
  }

  /** @returns whether this was the last: somebody has been found. */
  private happen({ kind, at }: Event): boolean {
    switch (kind) {
      case 'leave':
        this.shift(at, nobody)
        return true
      case 'reach':
        return this.reach(this.nearest[at] ?? 0, at)
      case 'close':
        this.close(this.nearest[at] ?? 0, at)
        return false
      case 'open':
        this.open(at)
        return false
    }
  }

  private reach(from: number, at: number): boolean {
    const { top, base, partnerOf } = this.blossoms
    const node = top[at] ?? 0
    const partner = partnerOf[base[node] ?? 0] ?? nobody
    if (partner === nobody) {
      this.blossoms.turn(node, at)
      partnerOf[at] = from
      this.shift(from, at)
      return true
    }
    this.label[node] = inner
    this.reachedFrom[node] = from
    this.reachedAt[node] = at
    this.makeOuter(top[partner] ?? 0)
    return false
  }

  /** Gives an outer person another partner, or none, and everybody on the way to the root the next one. */
  private shift(person: number, partner: number): void {
    const { top, base, partnerOf } = this.blossoms
    let mover = person
    let next = partner
    for (;;) {
      const node = top[mover] ?? 0
      const left = partnerOf[base[node] ?? 0] ?? nobody
      this.blossoms.turn(node, mover)
      partnerOf[mover] = next
      if (left === nobody) return
      const between = top[left] ?? 0
      next = this.reachedAt[between] ?? 0
      mover = this.reachedFrom[between] ?? 0
      this.blossoms.turn(between, next)
      partnerOf[next] = mover
    }
  }

  /** Two outer people are tied, so that with the ways to both from where these part there is a circle. */
  private close(one: number, other: number): void {
    const { top } = this.blossoms
    const fork = this.fork(top[one] ?? 0, top[other] ?? 0)
    const down = this.way(top[one] ?? 0, fork)
    const up = this.way(top[other] ?? 0, fork)
    const nodes = [fork, ...down.nodes.toReversed(), ...up.nodes]
    const changed = nodes.filter((node) => this.label[node] === inner)
    const node = this.blossoms.close({
      nodes,
      from: [...down.to.toReversed(), one, ...up.from],
      to: [...down.from.toReversed(), other, ...up.to],
    })
    this.label[node] = outer
    for (const part of changed) this.waiting.push(...this.blossoms.peopleIn(part))
  }

  /** The outer node towards the root; null at the root. */
  private above(node: number): number | null {
    const { top, base, partnerOf } = this.blossoms
    const partner = partnerOf[base[node] ?? 0] ?? nobody
    return partner === nobody ? null : (top[this.reachedFrom[top[partner] ?? 0] ?? 0] ?? 0)
  }

  private fork(one: number, other: number): number {
    const ways = new Set<number>()
    for (let node: number | null = one; node !== null; node = this.above(node)) ways.add(node)
    let node = other
    while (!ways.has(node)) node = this.above(node) ?? one
    return node
  }

  /** From an outer node up to another, without that one; each tied to the next. */
  private way(start: number, end: number): Circle {
    const { top, base, partnerOf } = this.blossoms
    const way: Circle = { nodes: [], from: [], to: [] }
    for (let node = start; node !== end; ) {
      const own = base[node] ?? 0
      const partner = partnerOf[own] ?? 0
      const between = top[partner] ?? 0
      const next = this.reachedFrom[between] ?? 0
      way.nodes.push(node, between)
      way.from.push(own, this.reachedAt[between] ?? 0)
      way.to.push(partner, next)
      node = top[next] ?? 0
    }
    return way
  }

  /** An inner circle that has no price any more: the way through it stays in the tree, what lies beside it falls out. */
  private open(node: number): void {
    const [from, at] = [this.reachedFrom[node] ?? 0, this.reachedAt[node] ?? 0]
    const entry = this.blossoms.partWith(node, at)
    const circle = this.blossoms.open(node)
    const { nodes } = circle
    const count = nodes.length
    for (const part of nodes) this.label[part] = apart
    const start = nodes.indexOf(entry)
    const step = start % 2 === 1 ? 1 : -1
    const far = step === 1 ? count - start : start
    this.enter(entry, from, at)
    for (let done = 0; done < far; done += 2) {
      const one = (start + step * (done + 1) + count) % count
      const other = (start + step * (done + 2) + count) % count
      const link = step === 1 ? one : other
      const ends = [circle.from[link] ?? 0, circle.to[link] ?? 0] as const
      const [left, entered] = step === 1 ? ends : [ends[1], ends[0]]
      this.makeOuter(nodes[one] ?? 0)
      this.enter(nodes[other] ?? 0, left, entered)
    }
  }

  private enter(node: number, from: number, at: number): void {
    this.label[node] = inner
    this.reachedFrom[node] = from
    this.reachedAt[node] = at
  }

  /** Opens outermost circles that have no price, and then what lay in them. */
  private openWorthless(): void {
    const { circles, price } = this.blossoms
    const found = [...circles].filter((node) => this.blossoms.isOutermost(node) && price[node] === 0)
    for (let node = found.pop(); node !== undefined; node = found.pop()) {
      const { nodes } = this.blossoms.open(node)
      found.push(...nodes.filter((part) => circles.has(part) && price[part] === 0))
    }
  }
}
