/** How far places are from where a search began, as far as it is known. */
export class Front {
  readonly distance: Float64Array
  /** The nearest place that has not been finished, and how far it is: infinitely, when no other can be reached. */
  nearest = 0
  least = 0
  private readonly done: Uint8Array

  constructor(places: number) {
    this.distance = new Float64Array(places)
    this.done = new Uint8Array(places)
  }

  begin(start: number): void {
    this.distance.fill(Number.POSITIVE_INFINITY)
    this.done.fill(0)
    this.distance[start] = 0
    this.nearest = start
    this.least = 0
  }

  /** The nearest place has been looked from. */
  finish(): void {
    const { distance, done } = this
    done[this.nearest] = 1
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (let place = 0; place < distance.length; place++) {
      const own = distance[place] ?? 0
      if (own < least && done[place] === 0) {
        least = own
        nearest = place
      }
    }
    this.nearest = nearest
    this.least = least
  }
}
