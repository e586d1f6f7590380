import { Following } from '../columns/following'
import type { Reader } from '../engine/reader'
import { FigureMemory } from './memory'
import type { Columns } from './shape'
import { ActivityStore, sources } from './store'

/** Room is made for as many rows as there are ids, but a foreign hand may have given any id. */
const mostReserved = 20_000_000

/** The columns of one program file in the memory of one thread: read when first needed, true whenever asked for. */
export class ActivityColumns {
  /** Another one whenever the columns became different. */
  version = 0
  /** The figures that were computed from them, as far as they have come. */
  memory = new FigureMemory()
  private store = new ActivityStore()
  private readonly following = new Following(sources)

  /** @returns the columns, valid until the next call. */
  get(db: Reader): Columns {
    const different = this.following.follow(db, {
      all: () => this.load(db),
      changed: (news) => {
        for (const source of sources) {
          for (const { first, last } of news.get(source) ?? []) this.store.refresh(db, source, first, last)
        }
      },
    })
    if (different) this.version += 1
    return this.store.view()
  }

  private load(db: Reader): void {
    this.store = new ActivityStore()
    this.memory = new FigureMemory()
    for (const source of sources) {
      const newest = db.value<number>(`SELECT max(id) FROM ${source}`) ?? 0
      this.store.reserve(source, Math.min(newest, mostReserved))
      this.store.refresh(db, source, 1, Number.MAX_SAFE_INTEGER)
    }
  }
}
