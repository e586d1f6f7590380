import { useEffect, useState } from 'react'

/** People are numbered from 0. */
export interface ToArrange {
  people: number
  ties: (readonly [one: number, other: number])[]
}

/** Where each is, around 0. */
export type Arranged = [x: number, y: number][]

/** Where everybody is; null until that has been worked out. `what` has to stay the same object. */
export function useLayout(what: ToArrange | null): Arranged | null {
  const [found, setFound] = useState<{ of: ToArrange; places: Arranged } | null>(null)
  useEffect(() => {
    if (what === null) return
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Arranged>) => setFound({ of: what, places: data })
    worker.postMessage(what)
    return () => worker.terminate()
  }, [what])
  return found !== null && found.of === what ? found.places : null
}
