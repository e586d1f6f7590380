/** A failure that is told to the person as one sentence, without a stack. */
export class SetupError extends Error {}

/**
 * Tells the person what is going on. Always on stderr, so that stdout stays free for results.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/**
 * Milliseconds as people read them.
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/**
 * Announces a piece of work, says every so often that it still runs, and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function working(what, work) {
  const begun = Date.now()
  say(`… ${what}`)
  const pulse = setInterval(() => say(`… ${what}: ${duration(Date.now() - begun)} so far`), 20_000)
  try {
    const result = await work()
    say(`✓ ${what} (${duration(Date.now() - begun)})`)
    return result
  } finally {
    clearInterval(pulse)
  }
}
