import { Worker } from 'node:worker_threads'
import { WorkerLine } from '@main/database/workerLine'
import { expect, test } from 'vitest'

/** A thread that opens, and dies in the middle of whatever it is asked. */
const dying = `
  const { parentPort } = require('node:worker_threads')
  parentPort.postMessage({ type: 'opened', migrated: [] })
  parentPort.on('message', () => process.exit(1))
`

test('when the worker dies, everybody who waits is answered, and the line says that it is dead', async () => {
  const line = new WorkerLine(() => new Worker(dying, { eval: true }), undefined)
  await line.opened
  const call = () => line.call({ operation: 'members.list', kind: 'read', input: {} }, {})
  const answers = await Promise.allSettled([call(), call(), call()])
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'database-restarting' } })
  }
  expect(line.dead).toBe(true)
  await expect(call()).rejects.toMatchObject({ code: 'database-restarting' })
})
