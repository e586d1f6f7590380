import type Database from 'better-sqlite3-multiple-ciphers'

export type SqlValue = string | number | bigint | null | Uint8Array
export type Row = Record<string, SqlValue>

/** How many pages are copied without a look at anything else: 8 MB. */
const pagesAtOnce = 2048

/**
 * One connection as queries see it. A query that takes a `Reader` cannot write, by its type; the connection
 * behind a mere reader could not either (`query_only`).
 */
export class Reader {
  private readonly statements: Map<string, Database.Statement>

  constructor(protected readonly connection: Database.Database) {
    this.statements = statementsOf(connection)
  }

  /** Every row, as objects by column name. */
  all<T = Row>(sql: string, ...parameters: unknown[]): T[] {
    return this.statement(sql).all(...parameters) as T[]
  }

  get<T = Row>(sql: string, ...parameters: unknown[]): T | undefined {
    return this.statement(sql).get(...parameters) as T | undefined
  }

  /** The first column of every row. */
  column<T extends SqlValue>(sql: string, ...parameters: unknown[]): T[] {
    return this.shaped(sql, 'pluck').all(...parameters) as T[]
  }

  /** The first column of the first row. */
  value<T extends SqlValue>(sql: string, ...parameters: unknown[]): T | undefined {
    return this.shaped(sql, 'pluck').get(...parameters) as T | undefined
  }

  /** Every row, as an array of values: cheaper than objects, and twice as cheap as one by one. */
  arrays<T extends SqlValue[]>(sql: string, ...parameters: unknown[]): T[] {
    return this.shaped(sql, 'raw').all(...parameters) as T[]
  }

  /** Rows as arrays, one by one: for long scans. */
  *rows<T extends SqlValue[]>(sql: string, ...parameters: unknown[]): Generator<T> {
    // A statement that is being iterated cannot be used again meanwhile, so this one is not from the cache.
    yield* this.connection
      .prepare(sql)
      .raw()
      .iterate(...parameters) as IterableIterator<T>
  }

  /**
   * What `compute` gave for the file as it is now, kept until anything is written, by whichever connection: for
   * long lists that are scrolled. The value is shared, so nobody may change it.
   */
  remembered<T>(key: string, compute: () => T): T {
    const stamp = `${this.value('PRAGMA data_version')} ${this.value('SELECT total_changes()')}`
    const memory = memoryOf(this.connection)
    const known = memory.get(key)
    if (known?.stamp === stamp) return known.value as T
    const value = compute()
    memory.delete(key)
    memory.set(key, { stamp, value })
    const [oldest] = memory.keys()
    if (memory.size > rememberedAnswers && oldest !== undefined) memory.delete(oldest)
    return value
  }

  /**
   * Runs a comparison that needs tables of its own. They are made in `temp`, live in memory and are gone
   * afterwards; the file is neither written to nor locked, and all of `run` sees it at one moment.
   */
  scratch<T>(run: (write: (sql: string, ...parameters: unknown[]) => void) => T): T {
    const { connection } = this
    return this.writable(() => {
      connection.exec('SAVEPOINT scratch')
      try {
        return run((sql, ...parameters) => connection.prepare(sql).run(...parameters))
      } finally {
        connection.exec('ROLLBACK TO scratch; RELEASE scratch')
      }
    })
  }

  /** Lets all of `run` see the file as it is at one moment, however long it takes; saves go on meanwhile. */
  async atOneMoment<T>(run: () => Promise<T>): Promise<T> {
    const { connection } = this
    connection.exec('BEGIN')
    try {
      // With the first read the moment is fixed.
      this.value('SELECT count(*) FROM sqlite_schema')
      return await run()
    } finally {
      connection.exec('ROLLBACK')
    }
  }

  /** Makes a table of its own for this connection, in memory, unless it has it; the file is not written to. */
  temporary(name: string, definition: string): void {
    if (this.value('SELECT 1 FROM temp.sqlite_schema WHERE name = ?', name) !== undefined) return
    const { connection } = this
    this.writable(() => connection.exec(`CREATE ${definition}`))
  }

  /**
   * Writes a complete copy of the file as it is at this moment, without what was deleted; saves go on meanwhile. It is
   * encrypted as the file is, but lacks the seal: see `finishCopy`.
   */
  copyInto(path: string): void {
    // SQLite counts it as a write, though it writes elsewhere.
    this.writable(() => this.connection.prepare('VACUUM INTO ?').run(path))
  }

  /**
   * Writes a copy of the file as it is at this moment, page by page: in a third of the time that `copyInto` takes, and
   * saves go on meanwhile. For a plain file only; SQLite refuses an encrypted one.
   *
   * @param onPart hears how many of how many pages are written; what it throws ends the copying
   */
  async copyPagesInto(path: string, onPart: (done: number, total: number) => void): Promise<void> {
    // Else each save would make it begin again.
    await this.atOneMoment(() =>
      this.connection.backup(path, {
        progress: ({ totalPages, remainingPages }) => {
          onPart(totalPages - remainingPages, totalPages)
          return pagesAtOnce
        },
      }),
    )
  }

  /** Brings everything from the log into the file itself; for the connection that may write. */
  settleLog(): void {
    this.connection.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** Lets a mere reader do what SQLite calls a write and the file does not notice. */
  private writable<T>(run: () => T): T {
    const { connection } = this
    const guard = connection.pragma('query_only', { simple: true })
    connection.pragma('query_only = OFF')
    try {
      return run()
    } finally {
      connection.pragma(`query_only = ${guard}`)
    }
  }

  protected statement(sql: string): Database.Statement {
    return preparedOn(this.connection, sql)
  }

  private shaped(sql: string, shape: 'pluck' | 'raw'): Database.Statement {
    return this.cached(`${shape} ${sql}`, sql, (statement) => statement[shape]())
  }

  private cached(
    key: string,
    sql: string,
    prepare: (statement: Database.Statement) => Database.Statement,
  ): Database.Statement {
    const known = this.statements.get(key)
    if (known) return known
    const statement = prepare(this.connection.prepare(sql))
    this.statements.set(key, statement)
    return statement
  }
}

/** A statement that is prepared once a connection: preparing takes longer than running most of them. */
export function preparedOn(connection: Database.Database, sql: string): Database.Statement {
  const statements = statementsOf(connection)
  const known = statements.get(sql)
  if (known) return known
  const statement = connection.prepare(sql)
  statements.set(sql, statement)
  return statement
}

/** How many answers a connection remembers; the longest is a list of all ids. */
const rememberedAnswers = 12

const memories = new WeakMap<Database.Database, Map<string, { stamp: string; value: unknown }>>()

function memoryOf(connection: Database.Database): Map<string, { stamp: string; value: unknown }> {
  const memory = memories.get(connection) ?? new Map()
  memories.set(connection, memory)
  return memory
}

const caches = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** Prepared statements belong to the connection, not to whoever looks through it at the moment. */
function statementsOf(connection: Database.Database): Map<string, Database.Statement> {
  const known = caches.get(connection)
  if (known) return known
  const statements = new Map<string, Database.Statement>()
  caches.set(connection, statements)
  return statements
}
