import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sealing, Signer } from '@main/database/copies/container'
import { Side } from '@main/database/copies/side'
import { mergedTables, naturalKeys, unordered } from '@main/database/copies/tables'
import { derivations } from '@main/database/derived'
import { runCommand, runUntracked } from '@main/database/engine/command'
import { openConnection } from '@main/database/engine/open'
import { Reader, type Row } from '@main/database/engine/reader'
import type { Writer } from '@main/database/engine/writer'
import { newestVersion } from '@main/database/migrations/newest'
import { createHandlers, planCommand } from '@main/database/queries'
import { fingerprintOfSigner } from '@main/database/signingKey'
import { type OperationName, type OutputOf, operations } from '@shared/contract'
import { type TestFile, taskOn } from './support'

/** A copy of a program file as a colleague gets it. */
export function copyOf(file: TestFile): TestFile {
  file.connection.pragma('wal_checkpoint(TRUNCATE)')
  const folder = mkdtempSync(join(tmpdir(), 'coppice-copy-'))
  const path = join(folder, 'copy.coppice')
  copyFileSync(file.path, path)
  const connection = openConnection({ file: path, mode: 'write', newestVersion })
  const reading = openConnection({ file: path, mode: 'read', newestVersion })
  const handlers = createHandlers()
  const task = taskOn(path)
  return {
    path,
    connection,
    async call(name: OperationName, input: unknown) {
      const { kind, untracked, input: accepts } = operations[name]
      const parsed: unknown = accepts.parse(input)
      if (kind === 'read') return handlers.read(name)(new Reader(reading), parsed, task) as never
      const run = async (writer: Writer) => handlers.write(name)(writer, parsed, task)
      const { value } = untracked
        ? await runUntracked(connection, derivations(), run)
        : await runCommand(connection, derivations(), planCommand(new Reader(connection), name), run)
      return JSON.parse(JSON.stringify(value)) as never
    },
    read: (query) => query(new Reader(reading)),
    command: () => Promise.reject(new Error('A colleague only does what the window offers.')),
    close() {
      reading.close()
      connection.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Takes in what another copy has. */
export function merge(
  into: TestFile,
  from: TestFile,
  choices: Record<string, 'ours' | 'theirs'> = {},
): Promise<OutputOf<'copies.merge'>> {
  from.connection.pragma('wal_checkpoint(TRUNCATE)')
  return into.call('copies.merge', { path: from.path, secret: null, choices, trust: null })
}

/** Who signs what a copy gives, one for each copy. */
const signers = new WeakMap<TestFile, Signer>()

export function signerOf(file: TestFile): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  const made = { name: 'Ana', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
  const signer = signers.get(file) ?? made
  signers.set(file, signer)
  return signer
}

/** A file of what was done in one copy and another has not, as far as the one has heard from the other. */
export async function changesFor(
  from: TestFile,
  into: TestFile | null,
  sealing: Sealing | null = null,
): Promise<string> {
  const known = await from.call('copies.colleagues', {})
  const fingerprint = into && fingerprintOfSigner(signerOf(into))
  const colleague = known.find((one) => one.fingerprint === fingerprint)?.fingerprint ?? null
  const path = `${from.path}-${randomUUID()}.coppice-changes`
  const file = { path, signer: signerOf(from), sealing }
  await from.call('copies.changes', { colleague, since: null, file })
  return path
}

/** Takes in what a file of changes brings. */
export function mergeChanges(
  into: TestFile,
  from: TestFile,
  path: string,
): Promise<OutputOf<'copies.merge'>> {
  const trust = fingerprintOfSigner(signerOf(from))
  return into.call('copies.merge', { path, secret: null, choices: {}, trust })
}

/** Everything that is merged, by names that are the same in every copy: two copies with the same records give the same. */
export function content(file: TestFile): string[] {
  return file.read((db) => {
    const side = new Side(db)
    const tables = mergedTables(db)
    const names = new Map<string, string>()
    const nameOf = (table: string, id: number): string => {
      const key = `${table} ${id}`
      const known = names.get(key)
      if (known !== undefined) return known
      const name = side.uidsOf(table, id).sort()[0] ?? key
      names.set(key, name)
      return name
    }
    return tables.flatMap(({ name: table, references }) =>
      db
        .all<Row>(`SELECT * FROM "${table}"`)
        .map((row) => {
          const { id, updated_at: _, created_at: __, logged_by: ___, search_key: ____, ...values } = row
          // Which import a contact of a session came by is lost there when the session is edited.
          if (values.session_id != null || values.gathering_id != null) delete values.import_id
          const told = Object.entries(values).map(([column, value]) => {
            const parent = references.find((one) => one.column === column)?.parent
            const isReference = parent !== undefined && typeof value === 'number'
            const text =
              typeof value === 'string'
                ? value.replace(/coppice:member\/(\d+)/g, (_all, number: string) =>
                    nameOf('members', Number(number)),
                  )
                : value
            const label = unordered.includes(table) ? 'of' : column
            return `${label}=${isReference ? nameOf(parent, value) : text}`
          })
          const own =
            Object.hasOwn(naturalKeys, table) || table === 'interactions' ? '' : nameOf(table, Number(id))
          return `${table} ${own} ${(unordered.includes(table) ? told.sort() : told).join(' | ')}`
        })
        .sort(),
    )
  })
}
