import type Database from 'better-sqlite3'

export type SqlValue = string | number | bigint | null | Uint8Array
export type Row = Record<string, SqlValue>

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

  /** Rows as arrays, one by one: for long scans. */
  *rows<T extends SqlValue[]>(sql: string, ...parameters: unknown[]): Generator<T> {
    // A statement that is being iterated cannot be used again meanwhile, so this one is not from the cache.
    yield* this.connection
      .prepare(sql)
      .raw()
      .iterate(...parameters) as IterableIterator<T>
  }

  protected statement(sql: string): Database.Statement {
    return this.cached(sql, sql, (statement) => statement)
  }

  private shaped(sql: string, shape: 'pluck'): Database.Statement {
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

const caches = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** Prepared statements belong to the connection, not to whoever looks through it at the moment. */
function statementsOf(connection: Database.Database): Map<string, Database.Statement> {
  const known = caches.get(connection)
  if (known) return known
  const statements = new Map<string, Database.Statement>()
  caches.set(connection, statements)
  return statements
}
