import { Worker } from 'node:worker_threads'
import { LastingLine } from '@main/database/lastingLine'
import { WorkerLine } from '@main/database/workerLine'
import { AppError } from '@shared/errors'
import { expect, test } from 'vitest'

/** A thread that opens, answers reads, and dies of anything else. */
const mortal = `
  const { parentPort } = require('node:worker_threads')
  parentPort.postMessage({ type: 'opened', migrated: [] })
  parentPort.on('message', ({ type, id, kind }) => {
    if (type === 'close') parentPort.close()
    else if (kind === 'read') parentPort.postMessage({ type: 'answer', id, json: '"here"', touched: [] })
    else process.exit(1)
  })
`

function lastingLine(fails: () => boolean = () => false) {
  const opened: WorkerLine[] = []
  const line = new LastingLine(async () => {
    if (fails()) throw new AppError('disk-error', 'The disk is gone.')
    const next = new WorkerLine(() => new Worker(mortal, { eval: true }), undefined)
    opened.push(next)
    await next.opened
    return next
  })
  return { line, opened }
}

async function ask(line: LastingLine, kind: 'read' | 'command'): Promise<string> {
  return (await (await line.get()).call({ operation: 'members.find', kind, input: {} }, {})).json
}

test('it is opened when it is first wanted, once for all who want it', async () => {
  const { line, opened } = lastingLine()
  expect(line.there).toBe(false)
  expect(opened).toHaveLength(0)
  expect(await Promise.all([ask(line, 'read'), ask(line, 'read')])).toEqual(['"here"', '"here"'])
  expect(line.there).toBe(true)
  expect(opened).toHaveLength(1)
  await line.close()
})

test('after it has died one new one answers everybody', async () => {
  const { line, opened } = lastingLine()
  await expect(ask(line, 'command')).rejects.toMatchObject({ code: 'database-restarting' })
  expect(line.there).toBe(false)
  expect(await Promise.all([ask(line, 'read'), ask(line, 'read'), ask(line, 'read')])).toHaveLength(3)
  expect(opened).toHaveLength(2)
  await line.close()
})

test('when it cannot be opened, the next call tries again', async () => {
  let gone = true
  const { line } = lastingLine(() => gone)
  await expect(ask(line, 'read')).rejects.toMatchObject({ code: 'disk-error' })
  gone = false
  expect(await ask(line, 'read')).toBe('"here"')
  await line.close()
})

test('one that was never wanted closes without being opened', async () => {
  const { line, opened } = lastingLine()
  await line.close()
  expect(opened).toHaveLength(0)
})
