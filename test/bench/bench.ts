import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkout } from '../../scripts/support/paths.mjs'
import { SetupError, say } from '../../scripts/support/say.mjs'
import { activity } from './activity'
import { backups } from './backups'
import { encryption } from './encryption'
import { exporting } from './exporting'
import { importing } from './importing'
import { mapFrames } from './mapFrames'
import { matching } from './matching'
import type { Bench, Row } from './measure'
import { network } from './network'
import { machine, table, type Verdict, verdict } from './report'
import { scale } from './scale'
import { search } from './search'
import { stalls } from './stalls'
import { memory, start } from './window'
import { writing } from './writing'

const benches: readonly Bench[] = [
  start,
  memory,
  search,
  importing,
  activity,
  network,
  mapFrames,
  writing,
  backups,
  encryption,
  exporting,
  matching,
  scale,
  stalls,
]

/**
 * `npm run bench`: measures Coppice against what the machine can do without it, in one run.
 * Words: `--only name` for one of the measurements, `--large` for the largest sizes (minutes longer, 10 GB of disk),
 * `--quick` for small ones, `--json` for the result as JSON. What takes minutes is left out unless it is named or `--large`.
 * @returns the exit code; 1 when a bound was crossed
 */
export async function bench(words: string[]): Promise<number> {
  const quick = words.includes('--quick')
  const large = words.includes('--large')
  const folder = mkdtempSync(join(tmpdir(), 'coppice-measure-'))
  const rows: Row[] = []
  try {
    for (const { title, run } of chosen(words)) {
      say(`━━ ${title}`)
      const measured = await run({ quick, large, folder })
      rows.push(...measured)
      if (!words.includes('--json')) console.log(`${table(measured, quick)}\n`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const named = (judged: Verdict) =>
    rows.filter((row) => verdict(row, quick) === judged).map(({ name }) => name)
  const [over, late] = [named('over'), named('late')]
  const results = {
    ...machine(),
    quick,
    large,
    rows: rows.map((row) => ({ ...row, verdict: verdict(row, quick) })),
  }
  const text = JSON.stringify(results, null, 2)
  writeFileSync(join(checkout, 'bench-results.json'), `${text}\n`)
  if (words.includes('--json')) console.log(text)
  if (late.length > 0) say(`Slower than it should be: ${late.join('; ')}.`)
  say(over.length === 0 ? 'No bound is crossed.' : `Over the bound: ${over.join('; ')}.`)
  return over.length === 0 ? 0 : 1
}

function chosen(words: readonly string[]): readonly Bench[] {
  const at = words.indexOf('--only')
  if (at === -1) return benches.filter(({ takesLong }) => !takesLong || words.includes('--large'))
  const found = benches.filter(({ name }) => name === words[at + 1])
  if (found.length > 0) return found
  throw new SetupError(`--only takes one of: ${benches.map(({ name }) => name).join(', ')}.`)
}
