import { expect, test } from 'vitest'
import { projectFiles } from './support/project'

const chart =
  /<(?:ChartFrame|TimeSeriesChart|BreakdownChart|CalendarHeatMap|ParticipationRings|ParticipationOverTime|ReportView)\b[\s\S]*?(?:\/>|>\n)/g

test('every chart of a screen can be saved as a picture, a drawing and a table', () => {
  const screens = [...projectFiles()].filter(([path]) => /^src\/renderer\/features\/.*\.tsx$/.test(path))
  const charts = screens.flatMap(([path, source]) =>
    [...source.matchAll(chart)].map(([written]) => ({ path, saves: written.includes('chartExports') })),
  )
  expect(charts.length).toBeGreaterThan(12)
  expect(charts.filter(({ saves }) => !saves).map(({ path }) => path)).toEqual([])
})
