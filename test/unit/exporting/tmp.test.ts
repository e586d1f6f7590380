import { openReport } from '@main/exporting/source'
import { writeAtomically } from '@main/exporting/atomicFile'
import { writeXlsx } from '@main/exporting/xlsx'
import { writeMarkdown } from '@main/exporting/markdown'
import { writeHtml } from '@main/exporting/html'
import { writeCsv } from '@main/exporting/csv'
import { test } from 'vitest'
import { sampleScope, sampleSessions } from './sampleSessions'
test('x', async () => {
  for (const redaction of ['none', 'private', 'figures'] as const) {
  const src = { scope: sampleScope, redaction, sessions: () => [sampleSessions] }
  await writeAtomically(`/tmp/sample-${redaction}.xlsx`, async (f) => writeXlsx(await openReport(src), f))
  await writeAtomically(`/tmp/sample-${redaction}.md`, async (f) => writeMarkdown(await openReport(src), f))
  await writeAtomically(`/tmp/sample-${redaction}.html`, async (f) => writeHtml(await openReport(src), f))
  await writeAtomically(`/tmp/sample-${redaction}.csv`, async (f) => writeCsv(await openReport(src), f))
  }
})
test('memory', async () => {
  const N = Number(process.env.N ?? 0)
  const notes = 'Some words about pricing and the like.\n\n- item **one**\n- item two\n'.repeat(30)
  const src = { scope: sampleScope, redaction: 'none' as const, sessions: function* () { for (let i = 0; i < N; i += 200) yield Array.from({ length: 200 }, (_, k) => ({ ...sampleSessions[k % 12]!, id: i + k, notes })) } }
  if (N) for (const [n, w] of [['xlsx', writeXlsx], ['csv', writeCsv], ['md', writeMarkdown], ['html', writeHtml]] as const) {
    let peak = 0
    const t0 = Date.now()
    const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 20)
    await writeAtomically(`/tmp/big.${n}`, async (f) => w(await openReport(src), f))
    clearInterval(timer)
    console.log(n, N, Date.now() - t0, 'ms', Math.round(peak / 1e6), 'MB')
  }
}, 300000)
