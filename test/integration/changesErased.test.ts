import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundleOf } from '@main/database/copies/container'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changesFor, content, copyOf, mergeChanges, signerOf } from './copiesSupport'
import { addMember, addSession, openTestFile, sessionInput, type TestFile } from './support'

/** Changes, and those who were erased or of whom there is an earlier text. */

let ours: TestFile
let theirs: TestFile
beforeEach(async () => {
  ours = openTestFile()
  for (const name of ['Ana Abel', 'Bo Baker', 'Cy Cole']) await addMember(ours, { name })
  await addSession(ours, { attendeeIds: [1, 2], notes: 'an early draft' })
  theirs = copyOf(ours)
})
afterEach(() => {
  ours.close()
  theirs.close()
})

test('whoever was erased here does not come back by news in which they are only named', async () => {
  // Each has heard from the other, so that only news are sent.
  await addMember(ours, { name: 'Dee Dale' })
  await mergeChanges(theirs, ours, await changesFor(ours, theirs))
  await mergeChanges(ours, theirs, await changesFor(theirs, ours))
  await mergeChanges(theirs, ours, await changesFor(ours, theirs))
  await theirs.call('sessions.save', {
    id: 1,
    session: sessionInput({ attendeeIds: [1, 2], notes: 'Cy Cole said so' }),
  })
  await ours.call('members.eraseRecords', { ids: [3], reason: null })
  const before = content(ours)
  const news = await changesFor(theirs, ours)
  await expect(mergeChanges(ours, theirs, news)).rejects.toThrow(/Erased here, and still/)
  expect(content(ours)).toEqual(before)
})

test('no earlier text goes along', async () => {
  await theirs.call('sessions.save', {
    id: 1,
    session: sessionInput({ attendeeIds: [1, 2], notes: 'as it is now' }),
  })
  const text = bundleOf(readFileSync(await changesFor(theirs, null)))
    .contents(null)
    .toString('utf8')
  expect(text).toContain('as it is now')
  expect(text).not.toContain('an early draft')
})

test('whose keys are trusted stays in the file, and a known key keeps its name', async () => {
  await addMember(theirs, { name: 'Dee Dale' })
  await mergeChanges(ours, theirs, await changesFor(theirs, null))
  const [known] = await ours.call('copies.colleagues', {})
  expect(known).toMatchObject({ name: 'Ana' })
  await addMember(theirs, { name: 'Eve East' })
  signerOf(theirs).name = 'Bo, who is somebody else'
  await mergeChanges(ours, theirs, await changesFor(theirs, null))
  expect((await ours.call('copies.colleagues', {})).map(({ name }) => name)).toEqual(['Ana'])
  signerOf(theirs).name = 'Bo\u202Eana'
  const path = await changesFor(theirs, null)
  await expect(mergeChanges(ours, theirs, path)).rejects.toThrow(/damaged, or was changed/)
  const exported = join(mkdtempSync(join(tmpdir(), 'coppice-export-')), 'all.json')
  await ours.call('whole.write', { format: 'json', privateTexts: true, path: exported })
  expect(readFileSync(exported, 'utf8')).not.toContain('colleague.')
  rmSync(dirname(exported), { recursive: true })
})
