import type { Progress } from './protocol'

/** How often a bar is worth moving, in milliseconds: each message wakes the thread that hears it. */
const pause = 50

/** Passes on the first progress, each new label, what is the end, and of all the rest one every 50 ms. */
export function sparing(
  tell: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let label: string | null = null
  let toldAt = 0
  return (progress) => {
    const moment = now()
    const ended = progress.done === progress.total
    if (progress.label === label && !ended && moment - toldAt < pause) return
    label = progress.label
    toldAt = moment
    tell(progress)
  }
}
