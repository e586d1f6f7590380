import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, at, begin, expectOne, some } from './copiesStory'
import { changesFor, content, copyOf, merge, mergeChanges } from './copiesSupport'
import { openTestFile, type TestFile } from './support'

/** Three coordinators who send each other changes that arrive as the post pleases. */

const isLong = process.env.COPPICE_LONG === '1'

/** Something that is sent from one of three to another. */
const letters = fc.array(
  fc.record({
    way: fc.nat(5),
    becomes: fc.constantFrom('taken', 'taken', 'lost', 'twice', 'late', 'undone'),
  }),
  { minLength: 3, maxLength: 9 },
)

test(
  'changes in any order, lost, late, twice or undone, end where whole copies end',
  async () => {
    await fc.assert(
      fc.asyncProperty(some, some, some, letters, async (a, b, c, sent) => {
        const first = openTestFile()
        const files = [first]
        try {
          await begin(first)
          files.push(copyOf(first), copyOf(first))
          for (const [index, commands] of [a, b, c].entries())
            await act(at(files, index), commands, `${index}`)
          const twins = files.slice(0, 3).map((file) => copyOf(file))
          files.push(...twins)
          await exchange(files, sent)
          for (const way of [...everyWay, ...everyWay])
            await merge(at(twins, way % 3), at(twins, senderOf(way)))
          await expectOne(at(files, 0), at(files, 1))
          await expectOne(at(files, 0), at(files, 2))
          expect(content(at(files, 0))).toEqual(content(at(twins, 0)))
        } finally {
          for (const file of files) file.close()
        }
      }),
      { numRuns: isLong ? 60 : 3, endOnFailure: true },
    )
  },
  isLong ? 1_800_000 : 240_000,
)

const everyWay = [0, 1, 2, 3, 4, 5]
const senderOf = (way: number) => (way + 1 + Math.floor(way / 3)) % 3

async function exchange(
  files: readonly TestFile[],
  sent: readonly { way: number; becomes: string }[],
): Promise<void> {
  const late: (() => Promise<unknown>)[] = []
  for (const { way, becomes } of sent) {
    const [into, from] = [at(files, way % 3), at(files, senderOf(way))]
    const path = await changesFor(from, (await hasNews(from, into)) ? into : null)
    if (becomes === 'late') late.push(() => taken(into, from, path))
    if (becomes === 'lost' || becomes === 'late') continue
    await taken(into, from, path)
    if (becomes === 'twice') await taken(into, from, path)
    if (becomes === 'undone') await into.call('history.undo', {})
  }
  for (const arrive of late) await arrive()
  // In the end everybody hears from everybody, and asks for all changes where some are missing.
  for (const way of [...everyWay, ...everyWay]) {
    const [into, from] = [at(files, way % 3), at(files, senderOf(way))]
    if ((await hasNews(from, into)) && (await taken(into, from, await changesFor(from, into)))) continue
    await mergeChanges(into, from, await changesFor(from, null))
  }
}

/** Nothing is written for who has everything. */
async function hasNews(from: TestFile, into: TestFile): Promise<boolean> {
  try {
    await changesFor(from, into)
    return true
  } catch (thrown) {
    if (thrown instanceof AppError && /nothing that they do not have/.test(thrown.message)) return false
    throw thrown
  }
}

async function taken(into: TestFile, from: TestFile, path: string): Promise<boolean> {
  try {
    await mergeChanges(into, from, path)
    return true
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'conflict') throw thrown
    return false
  }
}
