import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, at, begin, expectOne, parted, some } from './copiesStory'
import { changesFor, content, copyOf, merge, mergeChanges } from './copiesSupport'
import { addMember, openTestFile, type TestFile } from './support'

/** Whatever two coordinators do in their copies, merging brings both to the same, in whichever order. */

const isLong = process.env.COPPICE_LONG === '1'
const times = isLong ? 100 : 6

test(
  'after any commands in either copy, both merges give the same records, and merging again nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(some, some, some, fc.boolean(), async (before, mine, yours, first) => {
        const files: TestFile[] = []
        try {
          const [ours, theirs] = await parted(files, before, mine, yours)
          // Each from the other as it was, without having heard of it.
          const [oursThen, theirsThen] = [copyOf(ours), copyOf(theirs)]
          files.push(oursThen, theirsThen)
          await merge(ours, theirsThen)
          await merge(theirs, oursThen)
          await expectOne(ours, theirs)
          // And one after the other.
          const [one, other] = first ? [oursThen, theirsThen] : [theirsThen, oursThen]
          await merge(one, other)
          await merge(other, one)
          await expectOne(one, other)
          expect(content(one)).toEqual(content(ours))
          const same = await merge(one, other)
          expect(same.added + same.changed + same.removed).toBe(0)
        } finally {
          for (const file of files) file.close()
        }
      }),
      { numRuns: times },
    )
  },
  isLong ? 1_800_000 : 240_000,
)

test(
  'three copies come to the same, whoever hears from whom first, also when a merge is undone in between',
  async () => {
    const pairs = [...Array(6).keys()]
    await fc.assert(
      fc.asyncProperty(
        some,
        some,
        some,
        fc.shuffledSubarray(pairs, { minLength: 6 }),
        async (a, b, c, order) => {
          const first = openTestFile()
          const files = [first]
          try {
            await begin(first)
            files.push(copyOf(first), copyOf(first))
            for (const [index, commands] of [a, b, c].entries())
              await act(at(files, index), commands, `${index}`)
            const hear = (pair: number) =>
              merge(at(files, pair % 3), at(files, (pair + 1 + Math.floor(pair / 3)) % 3))
            const told = await hear(order[0] ?? 0)
            if (told.commands > 0) await at(files, (order[0] ?? 0) % 3).call('history.undo', {})
            for (const pair of [...order, ...order]) await hear(pair)
            await expectOne(at(files, 0), at(files, 1))
            await expectOne(at(files, 0), at(files, 2))
          } finally {
            for (const file of files) file.close()
          }
        },
      ),
      { numRuns: isLong ? 50 : 3 },
    )
  },
  isLong ? 1_800_000 : 240_000,
)

test(
  'files of changes bring what whole copies bring, though some are lost, come twice or out of turn',
  async () => {
    await fc.assert(
      fc.asyncProperty(some, some, some, some, async (before, mine, yours, later) => {
        const files: TestFile[] = []
        try {
          const [ours, theirs] = await parted(files, before, mine, yours)
          const [oursByCopy, theirsByCopy] = [copyOf(ours), copyOf(theirs)]
          files.push(oursByCopy, theirsByCopy)
          await merge(oursByCopy, theirs)
          await merge(theirsByCopy, ours)

          // The first is lost; nothing depends on it.
          await changesFor(ours, theirs)
          const [toThem, toUs] = [await changesFor(ours, theirs), await changesFor(theirs, ours)]
          await mergeChanges(theirs, ours, toThem)
          await mergeChanges(ours, theirs, toUs)
          await expectOne(ours, theirs)
          expect(content(ours)).toEqual(content(oursByCopy))

          // From here on each knows what the other has, and gives only what is new.
          await act(theirs, later, 'd')
          await addMember(theirs, { name: 'Dee Dunn' })
          const more = await changesFor(theirs, ours)
          const oursThen = copyOf(ours)
          files.push(oursThen)
          await mergeChanges(ours, theirs, more)
          await merge(oursThen, theirs)
          expect(content(ours)).toEqual(content(oursThen))
          await mergeChanges(theirs, ours, await changesFor(ours, theirs))
          await expectOne(ours, theirs)
          for (const again of [toUs, more]) {
            const same = await mergeChanges(ours, theirs, again)
            expect(same.added + same.changed + same.removed).toBe(0)
          }
        } finally {
          for (const file of files) file.close()
        }
      }),
      { numRuns: isLong ? 60 : 4, endOnFailure: true },
    )
  },
  isLong ? 1_800_000 : 240_000,
)
