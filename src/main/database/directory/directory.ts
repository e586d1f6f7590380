import { Following } from '../columns/following'
import type { Reader } from '../engine/reader'
import { DirectoryTables, sources } from './tables'
import { DirectoryView } from './view'

/** The directory of one program file in the memory of one thread: read when first needed, true whenever asked for. */
export class Directory {
  private view = new DirectoryView(new DirectoryTables())
  /** The search index holds the names of topics as well. */
  private readonly following = new Following([...sources, 'topics'])

  get(db: Reader): DirectoryView {
    this.following.follow(db, {
      all: () => {
        const tables = new DirectoryTables()
        tables.load(db)
        this.view = new DirectoryView(tables)
      },
      changed: (news) => {
        this.view.tables.refresh(db, news)
        this.view = new DirectoryView(this.view.tables)
      },
    })
    return this.view
  }
}
