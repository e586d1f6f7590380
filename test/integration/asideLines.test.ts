import { Worker } from 'node:worker_threads'
import { AsideLines } from '@main/database/asideLines'
import { WorkerLine } from '@main/database/workerLine'
import { expect, test } from 'vitest'

/** A thread that answers with its number: at once, or never when it is asked for that. */
const numbered = `
  const { parentPort, threadId } = require('node:worker_threads')
  parentPort.postMessage({ type: 'opened', migrated: [] })
  parentPort.on('message', ({ type, id, input }) => {
    if (type === 'close') process.exit(0)
    else if (!input.never) parentPort.postMessage({ type: 'answer', id, json: String(threadId), touched: [] })
  })
`

function lines() {
  const opened: WorkerLine[] = []
  const aside = new AsideLines(async () => {
    const line = new WorkerLine(() => new Worker(numbered, { eval: true }), undefined)
    opened.push(line)
    await line.opened
    return line
  })
  const ask = async (input = {}, signal?: AbortSignal) =>
    (await aside.ask({ operation: 'members.list', kind: 'read', input }, false, { signal })).json
  return { aside, opened, ask }
}

test('one question after the other is answered by one reader, and some at a time by one each', async () => {
  const { aside, opened, ask } = lines()
  expect(await ask()).toBe(await ask())
  const together = await Promise.all([ask(), ask(), ask()])
  expect(new Set(together).size).toBe(3)
  expect(opened.length).toBe(3)
  // One of them stays, the others are gone.
  await expect.poll(() => opened.filter(({ dead }) => !dead).length).toBe(1)
  await aside.close()
  expect(opened.every(({ dead }) => dead)).toBe(true)
})

test('a reader that was stopped is gone, and the next question has another', async () => {
  const { aside, opened, ask } = lines()
  await ask()
  const stopping = new AbortController()
  const stopped = ask({ never: true }, stopping.signal)
  stopping.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect(await ask()).not.toBe('')
  expect(opened.length).toBe(2)
  await aside.close()
})

test('closing stops what is asked, and nothing can be asked afterwards', async () => {
  const { aside, opened, ask } = lines()
  const asked = ask({ never: true })
  await expect.poll(() => opened.length).toBe(1)
  await opened[0]?.opened
  const refused = expect(asked).rejects.toMatchObject({
    code: expect.stringMatching(/cancelled|no-file-open/),
  })
  await aside.close()
  await refused
  await expect(ask()).rejects.toMatchObject({ code: 'no-file-open' })
  await aside.close()
  expect(opened.every(({ dead }) => dead)).toBe(true)
})
