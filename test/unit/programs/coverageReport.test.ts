import { reportMarkdown } from '@main/exporting/reportText'
import { type CoveredTopic, coverageReport } from '@shared/domain/coverageReport'
import { expect, test } from 'vitest'

const topic = (name: string, of: Partial<CoveredTopic>): CoveredTopic => ({
  ...{ name, state: 'covered', wanted: 6, mentors: 7, items: 2, outdated: 0, onlyPerson: null },
  ...of,
})
const topics = [
  topic('diving', { state: 'missing', mentors: 0, items: 0 }),
  topic('knots', { state: 'one person', mentors: 1, items: 0, onlyPerson: 'Mira Okafor' }),
  topic('tides', { state: 'out of date', outdated: 2 }),
  topic('rare', { wanted: 2, state: 'missing', mentors: 0, items: 0 }),
]
const about = { programName: 'Guild', generatedOn: '2026-11-26' }

test('a report of coverage tells what is missing, who alone knows a topic, and what is old', () => {
  const text = reportMarkdown(coverageReport(topics, { ...about, redaction: 'private' }))
  expect(text).toMatch(
    /Members want four topics\. Two topics nobody offers.*one topic one person alone knows/,
  )
  expect(text).toMatch(/## Nobody and nothing[^#]*diving[^#]*rare/)
  expect(text).toMatch(/## One person alone[^#]*knots[^#]*Mira Okafor/)
  expect(text).toMatch(/## Out of date[^#]*tides/)
  expect(text).not.toContain('## Covered')
})

test('of figures it names nobody, and no topic that few want', () => {
  const text = reportMarkdown(coverageReport(topics, { ...about, redaction: 'figures' }))
  expect(text).not.toMatch(/Mira|rare/)
  expect(text).toMatch(/One topic that fewer than five want is not told/)
  // How many mentors is a small group as well.
  expect(text).toMatch(/knots\s*\|\s*6\s*\|\s*(–|—|)\s*\|/)
})

test('sections are those that were chosen, in their order', () => {
  const { sections } = coverageReport(topics, {
    ...about,
    redaction: 'private',
    sections: ['outdated', 'missing'],
  })
  expect(sections.map(({ title }) => title)).toEqual(['Out of date', 'Nobody and nothing'])
  expect(coverageReport([], { ...about, redaction: 'private' }).sections).toEqual([])
})
