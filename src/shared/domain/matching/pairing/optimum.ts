import { optimum as assigned } from '../assignment/optimum'
import { nobody } from '../assignment/problem'
import { Pace, type Steps } from '../steps'
import { Blossoms } from './blossoms'
import { type Pool, pairBonus } from './pool'
import { type Allowed, Tree } from './tree'

/** A choice of pairs, and prices that are fair without any circles: see `Tree`. */
export interface Standing {
  /** By person: who they are with, or `nobody`. */
  partnerOf: Int32Array
  price: Float64Array
}

/** The most pairs and, among the ways to have so many, the greatest sum of fits; with the proof. */
export interface Optimum extends Standing {
  /** Fits below this were no pairs. */
  floor: number
  /**
   * By person: the later people with whom they are a pair in some choice that is worth as much. Nobody else can be
   * (complementary slackness), and not all of these are.
   */
  equals: Int32Array[]
  /** By person: 1 for who pays nothing, and goes without in some such choice; nobody else does. */
  canGo: Uint8Array
}

/** Solves a pool, at first and again with fewer people or pairs. */
export class Pairing {
  private readonly blossoms: Blossoms
  private readonly tree: Tree
  private readonly bonus: number
  private readonly pace = new Pace()

  constructor(private readonly pool: Pool) {
    this.blossoms = new Blossoms(pool.people)
    this.tree = new Tree(pool, this.blossoms)
    this.bonus = pairBonus(pool)
  }

  *optimum(floor: number): Steps<Optimum> {
    const found = yield* this.again(yield* this.halves(floor), {
      floor,
      out: new Uint8Array(this.pool.people),
    })
    const canGo = Uint8Array.from(this.tree.price, (own) => (own === 0 ? 1 : 0))
    return { ...found, floor, canGo, equals: yield* this.equals(floor) }
  }

  /** The best of those who are allowed, beginning from fair prices; most pairs that are kept spare most of the work. */
  *again(start: Standing, allowed: Allowed): Steps<Standing> {
    const { blossoms, tree } = this
    blossoms.begin()
    tree.price.set(start.price)
    start.partnerOf.forEach((partner, person) => {
      if (partner > person && this.isKept(start, person, partner, allowed)) {
        blossoms.partnerOf[person] = partner
        blossoms.partnerOf[partner] = person
      }
    })
    for (let person = 0; person < this.pool.people; person++) {
      if (blossoms.partnerOf[person] !== nobody || allowed.out[person] === 1) continue
      if ((tree.price[person] ?? 0) > 0) yield* tree.seat(person, allowed, this.pace)
    }
    return {
      partnerOf: Int32Array.from(blossoms.partnerOf),
      price: tree.price.map((own, person) => own + blossoms.priceAround(person) / 2),
    }
  }

  /** Of what was solved last: those of whom two pay together just what they are worth. */
  private *equals(floor: number): Steps<Int32Array[]> {
    const { fits, people } = this.pool
    const { price } = this.tree
    const found: Int32Array[] = []
    for (let one = 0; one < people; one++) {
      const others: number[] = []
      for (let other = one + 1; other < people; other++) {
        const fit = fits[one * people + other] ?? -1
        if (fit < floor) continue
        const lacking = 2 * (this.bonus + fit) - (price[one] ?? 0) - (price[other] ?? 0)
        if (lacking >= 0 && lacking === this.blossoms.priceTogether(one, other)) others.push(other)
      }
      found.push(Int32Array.from(others))
      if (this.pace.isDue(people)) yield { label: 'Comparing equal choices', done: one, total: people }
    }
    return found
  }

  private isKept({ price }: Standing, one: number, other: number, { floor, out }: Allowed): boolean {
    const fit = this.pool.fits[one * this.pool.people + other] ?? -1
    if (fit < floor || out[one] === 1 || out[other] === 1) return false
    return (price[one] ?? 0) + (price[other] ?? 0) === 2 * (this.bonus + fit)
  }

  /**
   * Where to begin: everybody gives somebody a hand and takes one of somebody, in the best way there is, which is quickly
   * found (Balinski: such a choice consists of pairs and of circles). Circles and chains are paired off, two by two.
   */
  private *halves(floor: number): Steps<Standing> {
    const { fits, people } = this.pool
    const capacity = new Int32Array(people).fill(1)
    const held = new Int32Array(people)
    const { seats, menteePrice, mentorPrice } = yield* assigned(
      { mentees: people, mentors: people, fits, capacity, held },
      floor,
    )
    const partnerOf = new Int32Array(people).fill(nobody)
    const taken = new Uint8Array(people)
    for (const place of seats.placeOf) if (place !== nobody) taken[place] = 1
    const isDone = new Uint8Array(people)
    const follow = (first: number) => {
      let waiting = nobody
      for (let person = first; person !== nobody && isDone[person] === 0; ) {
        isDone[person] = 1
        if (waiting === nobody) waiting = person
        else {
          partnerOf[waiting] = person
          partnerOf[person] = waiting
          waiting = nobody
        }
        person = seats.placeOf[person] ?? nobody
      }
    }
    for (let person = 0; person < people; person++) if (taken[person] === 0) follow(person)
    for (let person = 0; person < people; person++) follow(person)
    return { partnerOf, price: menteePrice.map((own, person) => own + (mentorPrice[person] ?? 0)) }
  }
}
