import type { WriteName } from '@shared/contract'
import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { expect } from 'vitest'
import { content, copyOf } from './copiesSupport'
import { expectFiguresAsNew, expectSearchAsNew } from './sequenceChecks'
import { steps } from './sequenceSteps'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

/** What coordinators do in their copies, at random. */

const names = (Object.keys(steps) as WriteName[]).filter(
  // What is erased is erased in each copy.
  (name) => !/erase|purge|retention/i.test(name),
)
export const some = fc.array(
  fc.record({
    name: fc.constantFrom(...names, ...(['members.save', 'sessions.save', 'sessions.remove'] as const)),
    numbers: fc.array(fc.nat(200), { minLength: 6, maxLength: 14 }),
  }),
  { minLength: 4, maxLength: 14, size: 'max' },
)

export function at(files: readonly TestFile[], index: number): TestFile {
  const file = files[index]
  if (!file) throw new Error('There is no such copy.')
  return file
}

export async function expectOne(one: TestFile, other: TestFile): Promise<void> {
  expect(content(other)).toEqual(content(one))
  for (const file of [one, other]) {
    expect((await file.call('programFile.check', {})).problems).toEqual([])
    expectSearchAsNew(file)
    await expectFiguresAsNew(file)
  }
}

export async function begin(file: TestFile): Promise<void> {
  for (const name of ['Ana Abel', 'Bo Baker', 'Cy Cole']) await addMember(file, { name, location: 'Porto' })
  await addSession(file, { attendeeIds: [1, 2], notes: 'bees', topics: ['Bees'] })
  await addSession(file, { attendeeIds: [2, 3], heldOn: '2026-01-05' })
  await addMatch(file, { program: 'Pathways', mentor: 1, mentee: 2, startedOn: '2026-01-05' })
}

/**
 * Two copies of one file in which something was done before they parted, and in each something afterwards. Both are among
 * the files that are closed at the end.
 */
export async function parted(
  files: TestFile[],
  before: Doings,
  mine: Doings,
  yours: Doings,
): Promise<[ours: TestFile, theirs: TestFile]> {
  const ours = openTestFile()
  files.push(ours)
  await begin(ours)
  await act(ours, before, 'a')
  const theirs = copyOf(ours)
  files.push(theirs)
  await act(ours, mine, 'b')
  await act(theirs, yours, 'c')
  return [ours, theirs]
}

type Doings = readonly { name: WriteName; numbers: readonly number[] }[]

export async function act(file: TestFile, all: Doings, who: string): Promise<void> {
  let marks = 0
  for (const { name, numbers } of all) {
    try {
      await steps[name]?.({ file, mark: () => `mark${who}${++marks}x` }, numbers)
    } catch (error) {
      // A command may be refused in words.
      if (!(error instanceof AppError) && !(error instanceof Error && error.name === 'ZodError')) throw error
    }
  }
}
