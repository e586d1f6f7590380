import { nobody } from '../assignment/problem'

/** Nodes in a circle; `from[i]`, somebody in the node at `i`, is tied to `to[i]`, somebody in the next one. */
export interface Circle {
  nodes: number[]
  from: number[]
  to: number[]
}

/**
 * Who is with whom, and circles of an odd number ("blossoms"): within one everybody but one has a partner, and anybody can
 * be the one who has not, so that from outside it is like a single person. A node is a person, by their number, or a
 * circle of nodes, by a number above those of all people.
 */
export class Blossoms {
  /** By person: who they are with, or `nobody`. */
  readonly partnerOf: Int32Array
  /** By person: the outermost node that they are in. */
  readonly top: Int32Array
  /** By node: the person in it who has no partner within it. */
  readonly base: Int32Array
  /** By circle: its price. */
  readonly price: Float64Array
  /** The circles that there are. */
  readonly circles = new Set<number>()
  /** By node: the circle that it is a part of. */
  private readonly parent: Int32Array
  private readonly made: (Circle | undefined)[]
  private readonly members: (number[] | undefined)[]
  private readonly free: number[] = []

  constructor(private readonly people: number) {
    const nodes = people + Math.ceil(people / 2)
    this.partnerOf = new Int32Array(people)
    this.top = new Int32Array(people)
    this.base = new Int32Array(nodes)
    this.price = new Float64Array(nodes)
    this.parent = new Int32Array(nodes)
    this.made = new Array<Circle | undefined>(nodes)
    this.members = new Array<number[] | undefined>(nodes)
  }

  /** Begins anew, without circles. */
  begin(): void {
    const { people, free } = this
    for (let person = 0; person < people; person++) {
      this.top[person] = person
      this.base[person] = person
      this.members[person] = [person]
    }
    this.partnerOf.fill(nobody)
    this.parent.fill(nobody)
    this.circles.clear()
    free.length = 0
    for (let node = this.parent.length - 1; node >= people; node--) free.push(node)
  }

  peopleIn(node: number): readonly number[] {
    return this.members[node] ?? []
  }

  circleOf(node: number): Circle {
    return this.made[node] ?? { nodes: [], from: [], to: [] }
  }

  isOutermost(node: number): boolean {
    return this.parent[node] === nobody
  }

  /** Closes a circle around nodes, of which only the first may have a partner outside. @returns the new node. */
  close(circle: Circle): number {
    const node = this.free.pop() ?? 0
    this.made[node] = circle
    this.members[node] = circle.nodes.flatMap((part) => this.members[part] ?? [])
    this.base[node] = this.base[circle.nodes[0] ?? 0] ?? 0
    this.price[node] = 0
    this.parent[node] = nobody
    this.circles.add(node)
    for (const part of circle.nodes) this.parent[part] = node
    for (const person of this.peopleIn(node)) this.top[person] = node
    return node
  }

  /** Undoes an outermost circle: its parts are outermost then. @returns what it was. */
  open(node: number): Circle {
    const circle = this.circleOf(node)
    for (const part of circle.nodes) {
      this.parent[part] = nobody
      for (const person of this.peopleIn(part)) this.top[person] = part
    }
    this.circles.delete(node)
    this.free.push(node)
    return circle
  }

  /** The part of a circle in which somebody is. */
  partWith(circle: number, person: number): number {
    let part = person
    while (this.parent[part] !== circle) part = this.parent[part] ?? circle
    return part
  }

  /** Makes somebody the one who has no partner within an outermost node, by pairing the others anew. */
  turn(node: number, person: number): void {
    if (node < this.people) return
    const { nodes, from, to } = this.circleOf(node)
    const part = this.partWith(node, person)
    this.turn(part, person)
    const count = nodes.length
    const at = nodes.indexOf(part)
    // Going the way that has an even number of steps to the old base, two by two.
    const step = at % 2 === 1 ? 1 : -1
    const far = step === 1 ? count - at : at
    for (let done = 0; done < far; done += 2) {
      const one = (at + step * (done + 1) + count) % count
      const other = (at + step * (done + 2) + count) % count
      const link = step === 1 ? one : other
      const [first, second] = [from[link] ?? 0, to[link] ?? 0]
      this.turn(nodes[link] ?? 0, first)
      this.turn(nodes[(link + 1) % count] ?? 0, second)
      this.partnerOf[first] = second
      this.partnerOf[second] = first
    }
    for (const list of [nodes, from, to]) list.push(...list.splice(0, at))
    this.base[node] = person
  }

  /** What somebody pays in all circles around them. */
  priceAround(person: number): number {
    let sum = 0
    for (let node = this.parent[person] ?? nobody; node !== nobody; node = this.parent[node] ?? nobody) {
      sum += this.price[node] ?? 0
    }
    return sum
  }

  /** The price of all circles that two are in together. */
  priceTogether(one: number, other: number): number {
    if (this.top[one] !== this.top[other]) return 0
    const around = new Set<number>()
    for (let node = this.parent[one] ?? nobody; node !== nobody; node = this.parent[node] ?? nobody) {
      around.add(node)
    }
    let sum = 0
    for (let node = this.parent[other] ?? nobody; node !== nobody; node = this.parent[node] ?? nobody) {
      if (around.has(node)) sum += this.price[node] ?? 0
    }
    return sum
  }
}
