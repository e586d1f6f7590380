import { createHash } from 'node:crypto'
import { AppError } from '@shared/errors'
import type Database from 'better-sqlite3-multiple-ciphers'

export interface Migration {
  /** Rises in tens, so that one can be put between two while a version is being made. */
  number: number
  name: string
  sql: string
}

function migrationChecksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/** Whether a program file is older than this version of Coppice, so that `migrate` would change it. */
export function isOutdated(db: Database.Database, migrations: readonly Migration[]): boolean {
  const version = db.pragma('user_version', { simple: true }) as number
  return version > 0 && migrations.some(({ number }) => number > version)
}

/**
 * Brings a program file forward, all pending migrations in one transaction with the version in it.
 *
 * @returns the numbers of the migrations that ran.
 * @throws AppError `file-damaged` when the file's structure is not one that Coppice made.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): number[] {
  const version = db.pragma('user_version', { simple: true }) as number
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0

  if (!empty) assertSameHistory(db, migrations)

  const pending = migrations.filter((migration) => migration.number > version)
  if (pending.length === 0) return []
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      if (empty) createHistory(db)
      for (const migration of pending) apply(db, migration)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) {
        throw new AppError(
          'file-damaged',
          'Some records in this file point at records that are missing, so it could not be brought up to date. It is as it was.',
        )
      }
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
  // The version has to be in the file's own header, where the next one to open it looks first.
  db.pragma('wal_checkpoint(TRUNCATE)')
  return pending.map((migration) => migration.number)
}

function createHistory(db: Database.Database): void {
  db.exec(`CREATE TABLE migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
  ) STRICT`)
}

function apply(db: Database.Database, migration: Migration): void {
  db.exec(migration.sql)
  db.prepare(
    "INSERT INTO migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
  ).run(migration.number, migration.name, migrationChecksum(migration))
  db.pragma(`user_version = ${migration.number}`)
}

function assertSameHistory(db: Database.Database, migrations: readonly Migration[]): void {
  const applied = db.prepare('SELECT number, checksum FROM migrations').raw().all() as [number, string][]
  const checksums = new Map(migrations.map((migration) => [migration.number, migrationChecksum(migration)]))
  const foreign = applied.find(([number, checksum]) => checksums.get(number) !== checksum)
  if (foreign) {
    throw new AppError(
      'file-damaged',
      `The structure of this program file is not one that Coppice made (step ${foreign[0]} differs). It was not touched.`,
    )
  }
}
