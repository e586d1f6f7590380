import Database from 'better-sqlite3-multiple-ciphers'

/** An empty database in memory: nothing of it reaches a disk unless somebody writes it there. */
export function memoryDatabase(nativeBinding: string | undefined): Database.Database {
  return new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding })
}

/** A database that came as bytes, from whomever: it is only read, and nothing in its schema is trusted. */
export function databaseOf(bytes: Buffer, nativeBinding: string | undefined): Database.Database {
  const connection = new Database(bytes, nativeBinding === undefined ? {} : { nativeBinding })
  connection.pragma('trusted_schema = 0')
  connection.pragma('cell_size_check = 1')
  connection.pragma('query_only = ON')
  return connection
}
