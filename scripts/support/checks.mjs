import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveRuntime, runtimeEnvironment } from '../runtime/resolve.mjs'
import { ensureBuild } from './build.mjs'
import { checkout, projectNode, toolOf } from './paths.mjs'
import { show } from './run.mjs'

/**
 * How a check went, counted in tests; a check without tests of its own counts as one.
 * @typedef {{ passed: number, failed: number, skipped: number }} Result
 */

/**
 * @typedef {object} Check
 * @property {string} name for `--only`
 * @property {string} title
 * @property {(words: string[]) => Promise<Result>} run the words choose among test files
 */

/** @type {Check[]} what `npm test` runs, in this order */
export const checks = [
  {
    name: 'lint',
    title: 'Style and likely mistakes (Biome)',
    run: () => step('@biomejs/biome', 'biome', ['check', '.']),
  },
  { name: 'types', title: 'Types (TypeScript)', run: () => step('typescript', 'tsc', ['--noEmit']) },
  { name: 'knip', title: 'Nothing unused, nothing undeclared (knip)', run: () => step('knip', 'knip', []) },
  { name: 'build', title: 'Build (electron-vite)', run: build },
  { name: 'unit', title: 'Structure, units, integration, security, crashes (Vitest)', run: vitest },
  { name: 'e2e', title: 'The app itself, built and packaged (Playwright)', run: playwright },
]

/**
 * @param {string} dependency
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Result>}
 */
async function step(dependency, command, args) {
  return counted((await tool(dependency, command, args)) === 0)
}

/** @param {boolean} fine */
function counted(fine) {
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 }
}

/** @returns {Promise<Result>} */
async function build() {
  try {
    await ensureBuild()
    console.log('out/ is built from these sources.')
    return counted(true)
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return counted(false)
  }
}

/**
 * @param {string[]} words
 * @returns {Promise<Result>}
 */
function vitest(words) {
  return reported(
    (file) =>
      tool(
        'vitest',
        'vitest',
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
        // Hundreds of processes and threads are started: what one has compiled the next need not.
        { NODE_COMPILE_CACHE: join(checkout, 'node_modules', '.cache', 'compiled') },
      ),
    ({ numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0 }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  )
}

/**
 * @param {string[]} words
 * @returns {Promise<Result>}
 */
function playwright(words) {
  return reported(
    (file) =>
      tool('@playwright/test', 'playwright', ['test', '--reporter=list,json', ...words], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      }),
    // What passed at the second try has passed; the list names it as flaky.
    ({ stats: { expected, unexpected, flaky, skipped } }) => ({
      passed: expected + flaky,
      failed: unexpected,
      skipped,
    }),
  )
}

/**
 * Runs tests that leave a report, and counts them. A run that fails without a failed test
 * (a file that cannot be loaded, no report at all) counts as one failure.
 * @param {(file: string) => Promise<number>} run writes its report to the file → exit code
 * @param {(report: any) => Result} count
 * @returns {Promise<Result>}
 */
async function reported(run, count) {
  const folder = mkdtempSync(join(tmpdir(), 'coppice-test-'))
  try {
    const file = join(folder, 'report.json')
    const code = await run(file)
    const result = read(file, count)
    return { ...result, failed: code !== 0 && result.failed === 0 ? 1 : result.failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} file
 * @param {(report: any) => Result} count
 * @returns {Result}
 */
function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/**
 * Runs a dependency's command on the project's own Node, with the Electron that is there.
 * @param {string} dependency
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 */
function tool(dependency, command, args, environment = {}) {
  const runtime = resolveRuntime()
  return show(projectNode, [toolOf(dependency, command), ...args], {
    cwd: checkout,
    env: { ...process.env, ...(runtime ? runtimeEnvironment(runtime) : {}), ...environment },
  })
}
