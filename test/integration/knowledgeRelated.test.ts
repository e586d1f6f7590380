import { afterEach, beforeEach, expect, test } from 'vitest'
import { addItem, knowledgeDay } from './knowledgeSupport'
import { openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

test('what shares topics, is linked, or speaks of the same rare things is related, and it is told why', async () => {
  for (let number = 0; number < 12; number++)
    await addItem(file, { title: `Filler ${number}`, body: 'people meeting often together' })
  const about = await addItem(file, {
    title: 'Reading a tide gauge',
    body: 'people meeting often together; see [[Permits]]. Barnacles cover the stilling wells.',
    topics: ['Tides'],
  })
  const topical = await addItem(file, { title: 'Ebb and flow', body: 'x', topics: ['Tides'] })
  const linked = await addItem(file, { title: 'Permits', body: 'x' })
  const worded = await addItem(file, { title: 'Cleaning', body: 'Scrape barnacles from all stilling pipes.' })
  await addItem(file, { title: 'Only one word', body: 'barnacles' })
  const old = await addItem(file, { title: 'Old', body: 'x', topics: ['Tides'] })
  await file.call('knowledge.setState', { ids: [old], state: 'retired', today: knowledgeDay })
  const { related } = await file.call('knowledge.get', { id: about })
  expect(related).toEqual([
    { id: linked, name: 'Permits', kind: 'practice', topics: [], linked: true, words: [] },
    { id: topical, name: 'Ebb and flow', kind: 'practice', topics: ['Tides'], linked: false, words: [] },
    {
      id: worded,
      name: 'Cleaning',
      kind: 'practice',
      topics: [],
      linked: false,
      words: ['stilling', 'barnacles'],
    },
  ])
})
