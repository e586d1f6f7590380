// `npm test`: every check there is, each with its time, and one line at the end that says how it went.
// `npm test -- --only unit [words]` runs some of them; the words choose among their test files.
import { ensureRuntime } from './runtime/ensure.mjs'
import { checks } from './support/checks.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { entry, words } from './support/entry.mjs'
import { duration, SetupError } from './support/say.mjs'

entry(async () => {
  const { names, rest } = chosen(words)
  await ensureDependencies()
  if (names.includes('e2e')) await ensureRuntime()
  const begun = Date.now()
  /** @type {({ title: string, took: number } & import('./support/checks.mjs').Result)[]} */
  const results = []
  for (const { name, title, run } of checks) {
    if (!names.includes(name)) continue
    console.log(`\n━━ ${title}`)
    const start = Date.now()
    results.push({ title, ...(await run(rest)), took: Date.now() - start })
  }
  console.log(`\n━━ Summary (${duration(Date.now() - begun)})`)
  for (const { title, passed, failed, skipped, took } of results) {
    const left = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(
      `${failed === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${failed} failed${left} (${duration(took)})`,
    )
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

/**
 * Which checks to run, and the words that are for them.
 * @param {string[]} typed
 */
function chosen(typed) {
  const all = checks.map(({ name }) => name)
  const at = typed.indexOf('--only')
  if (at === -1) return { names: all, rest: typed }
  const name = typed[at + 1] ?? ''
  if (!all.includes(name)) throw new SetupError(`--only takes one of: ${all.join(', ')}.`)
  // The windows that e2e opens are of the built app.
  return { names: name === 'e2e' ? ['build', name] : [name], rest: typed.toSpliced(at, 2) }
}
