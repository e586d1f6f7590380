import { AppError, toErrorValue } from '@shared/errors'
import type Database from 'better-sqlite3-multiple-ciphers'
import { backUpBeforeUpdate } from './backups/beforeUpdate'
import { derivations } from './derived'
import { runCommand, runUntracked, stopIf } from './engine/command'
import { holdDescriptor } from './engine/descriptors'
import { isOutdated, migrate } from './engine/migrate'
import { openConnection } from './engine/open'
import { Place } from './engine/place'
import { Reader } from './engine/reader'
import { fromSqlite } from './engine/sqliteErrors'
import type { Task } from './handler'
import { migrations } from './migrations'
import { newestVersion } from './migrations/newest'
import type { CallMessage, FromWorker, ToWorker, WorkerSetup } from './protocol'
import { createHandlers, planCommand } from './queries'
import { sparing } from './sparing'
import { tidyUp } from './upkeep'

/** Where a worker hears and speaks: a thread's port today, a process's could serve as well. */
interface Port {
  on(event: 'message', listener: (message: ToWorker) => void): unknown
  postMessage(message: FromWorker): void
  close(): void
}

/** How long nothing must have been written before the file is tidied, and how long after it was opened, in milliseconds. */
const idle = 500
const settled = 5000

/** One connection to a program file, one call after the other. The only place where a file is opened. */
export async function serve(port: Port, setup: WorkerSetup): Promise<void> {
  if (setup.descriptor !== null) holdDescriptor(setup.file, setup.descriptor)
  const connection = await open(port, setup)
  if (!connection) return
  const handlers = createHandlers()
  const place = new Place(setup.file)
  let queue = Promise.resolve()
  let tidying = setup.mode === 'read' ? undefined : setTimeout(tidy, settled)

  port.on('message', (message) => {
    if (message.type === 'hold') {
      holdDescriptor(setup.file, message.descriptor)
      return
    }
    clearTimeout(tidying)
    queue = queue.then(async () => {
      if (message.type === 'close') {
        close(connection, setup.mode !== 'read' && place.stands)
        port.postMessage({ type: 'closed' })
        port.close()
        return
      }
      await answer(message)
      if (message.kind !== 'read') tidying = setTimeout(tidy, idle)
    })
  })

  function tidy(): void {
    if (!connection?.open || !place.stands) return
    try {
      if (tidyUp(connection)) tidying = setTimeout(tidy, 10)
    } catch (error) {
      // A full disk, or somebody else at the file: nobody waits for this, and the next write comes by here again.
      if (!(fromSqlite(error) instanceof AppError)) throw error
    }
  }

  async function answer(message: CallMessage): Promise<void> {
    const { id } = message
    try {
      const { value, touched } = await run(message)
      port.postMessage({ type: 'answer', id, json: JSON.stringify(value), touched })
    } catch (thrown) {
      const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
      port.postMessage({ type: 'error', id, error: toErrorValue(fromSqlite(thrown)), detail })
    }
  }

  async function run({ id, operation, kind, input, stop }: CallMessage) {
    if (!connection) throw new Error('The connection is closed.')
    const stopped = new Int32Array(stop)
    const task: Task = {
      progress: sparing((progress) => port.postMessage({ type: 'progress', id, progress })),
      cancelled: () => Atomics.load(stopped, 0) !== 0,
      setup,
    }
    stopIf(task.cancelled)
    if (kind === 'read')
      return { value: await handlers.read(operation)(new Reader(connection), input, task), touched: [] }
    place.assertStands()
    const write = handlers.write(operation)
    return kind === 'untracked'
      ? runUntracked(connection, derivations(), (writer) => write(writer, input, task))
      : runCommand(connection, derivations(), planCommand(new Reader(connection), operation), (writer) =>
          write(writer, input, task),
        )
  }
}

async function open(port: Port, setup: WorkerSetup): Promise<Database.Database | null> {
  try {
    const connection = openConnection({ ...setup, newestVersion })
    if (isOutdated(connection, migrations)) {
      // Its tables are not those that are asked for, and whoever reads may not bring them forward.
      if (setup.mode === 'read') throw outdated()
      await backUpBeforeUpdate(new Reader(connection), setup)
    }
    const migrated = setup.mode === 'read' ? [] : migrate(connection, migrations)
    port.postMessage({ type: 'opened', migrated })
    return connection
  } catch (error) {
    port.postMessage({ type: 'failed', error: toErrorValue(fromSqlite(error)) })
    port.close()
    return null
  }
}

function outdated(): AppError {
  return new AppError(
    'conflict',
    'This file was last written by an earlier version of Coppice. Open it in Coppice once: it is brought up to date then, after a backup.',
  )
}

function close(connection: Database.Database, mayWrite: boolean): void {
  try {
    if (mayWrite) connection.pragma('optimize')
  } catch (error) {
    // What a full disk does not take now is done at the next end.
    if (!(fromSqlite(error) instanceof AppError)) throw error
  } finally {
    connection.close()
  }
}
