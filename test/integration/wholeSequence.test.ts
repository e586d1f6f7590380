import type { WriteName } from '@shared/contract'
import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { steps } from './sequenceSteps'
import type { Story } from './sequenceStory'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'
import { ExportFolder, expectSame, wholeFormats } from './wholeSupport'

/** Whatever was done in a file, everything of it goes out and comes in again. */

let folder: ExportFolder
let file: TestFile
beforeEach(() => {
  folder = new ExportFolder()
  file = openTestFile()
})
afterEach(() => {
  file.close()
  folder.remove()
})

const sequence = fc.array(
  fc.record({
    name: fc.constantFrom(...(Object.keys(steps) as WriteName[])),
    numbers: fc.array(fc.nat(200), { minLength: 6, maxLength: 14 }),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
)

const isLong = process.env.COPPICE_LONG === '1'

test(
  'after any sequence of commands, in every format',
  async () => {
    let written = 0
    await fc.assert(
      fc.asyncProperty(sequence, fc.constantFrom(...wholeFormats), async (all, format) => {
        file.close()
        file = openTestFile()
        await begin(file)
        let marks = 0
        const story: Story = { file, mark: () => `mark${++marks}x` }
        for (const { name, numbers } of all) await unlessRefused(() => steps[name]?.(story, numbers))
        const path = folder.next(format)
        const { records } = await file.call('whole.write', { format, path, privateTexts: true })
        written += records
        await expectSame(file, path)
      }),
      { numRuns: isLong ? 120 : 6 },
    )
    expect(written).toBeGreaterThan(100)
  },
  isLong ? 1_800_000 : 240_000,
)

async function begin(file: TestFile): Promise<void> {
  for (const name of ['Ana Abel', 'Bo Baker', 'Cy Cole']) await addMember(file, { name, location: 'Porto' })
  await addSession(file, { attendeeIds: [1, 2], notes: '=Bees\r\n- and wax', topics: ['Bees'] })
  await addSession(file, { attendeeIds: [2, 3], heldOn: '2026-01-05', confidentiality: 'private' })
  await addMatch(file, { program: 'Pathways', mentor: 1, mentee: 2, startedOn: '2026-01-05' })
}

async function unlessRefused(run: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof Error && error.name === 'ZodError')) throw error
  }
}
