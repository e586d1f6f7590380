import { nobody } from './problem'

/** Who is where: each place has so many seats, and everybody sits in one place or in none. */
export class Seats {
  /** By person: the place, or `nobody`. */
  readonly placeOf: Int32Array
  /** By place: how many sit there. */
  readonly load: Int32Array
  readonly capacity: Int32Array
  private readonly first: Int32Array
  private readonly sitting: Int32Array
  private readonly seatOf: Int32Array

  constructor(people: number, capacity: Int32Array) {
    this.placeOf = new Int32Array(people).fill(nobody)
    this.seatOf = new Int32Array(people)
    this.load = new Int32Array(capacity.length)
    // A place for more people than there are needs no more seats than people.
    this.capacity = capacity.map((seats) => Math.min(seats, people))
    this.first = new Int32Array(capacity.length)
    let seats = 0
    this.capacity.forEach((own, place) => {
      this.first[place] = seats
      seats += own
    })
    this.sitting = new Int32Array(seats)
  }

  hasRoom(place: number): boolean {
    return (this.load[place] ?? 0) < (this.capacity[place] ?? 0)
  }

  /** Who sits on a place's seat, counted from 0 to below its load. */
  at(place: number, seat: number): number {
    return this.sitting[(this.first[place] ?? 0) + seat] ?? 0
  }

  /** Somebody who sits nowhere takes a seat at a place that has one. */
  sit(person: number, place: number): void {
    const seat = (this.first[place] ?? 0) + (this.load[place] ?? 0)
    this.sitting[seat] = person
    this.seatOf[person] = seat
    this.placeOf[person] = place
    this.load[place] = (this.load[place] ?? 0) + 1
  }

  /** @returns where the person sat. */
  stand(person: number): number {
    const place = this.placeOf[person] ?? nobody
    const load = (this.load[place] ?? 0) - 1
    const last = this.at(place, load)
    const seat = this.seatOf[person] ?? 0
    this.sitting[seat] = last
    this.seatOf[last] = seat
    this.load[place] = load
    this.placeOf[person] = nobody
    return place
  }
}
