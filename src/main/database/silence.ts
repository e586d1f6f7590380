import type { DatabaseClient } from './client'

/** A call that is not answered. */
export interface Silence {
  /** For how long, whole seconds. */
  seconds: number
  /**
   * Whether the processor is at work all the time: then it is the work that takes long, and not the folder of the file
   * that does not answer.
   */
  working: boolean
}

/** How often it is looked, and after how long a call counts as not answered, in milliseconds. */
const look = 1000
const patience = 5000

/** How much of a processor's time means that something is being computed. */
const atWork = 0.6

/**
 * Tells while a call to an open file is not answered, each second, and once when the answer has come (null). A sleep
 * of the computer counts as one second: nobody was there to wait.
 *
 * @returns how to stop.
 */
export function watchSilence(
  client: Pick<DatabaseClient, 'silentSince'>,
  tell: (silence: Silence | null) => void,
): () => void {
  let since: number | null = null
  let silent = 0
  let told = false
  let lookedAt = performance.now()
  let used = process.cpuUsage()

  const timer = setInterval(() => {
    const now = performance.now()
    const passed = Math.min(now - lookedAt, 2 * look)
    const spent = process.cpuUsage(used)
    lookedAt = now
    used = process.cpuUsage()
    const latest = client.silentSince
    silent = latest !== null && latest === since ? silent + passed : latest === null ? 0 : now - latest
    since = latest
    if (silent >= patience) {
      told = true
      const share = (spent.user + spent.system) / 1000 / (passed || 1)
      tell({ seconds: Math.floor(silent / 1000), working: share >= atWork })
    } else if (told) {
      told = false
      tell(null)
    }
  }, look)
  timer.unref()
  return () => clearInterval(timer)
}
