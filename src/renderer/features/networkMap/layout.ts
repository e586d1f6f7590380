import { useEffect, useEffectEvent, useState } from 'react'

/** Dots are numbered from 0. */
export interface ToArrange {
  /** A number of each that stays its own, so that whoever is in two pictures is in about the same place. */
  ids: Int32Array
  radii: Float32Array
  /** Two numbers a tie. */
  ties: Uint32Array
  /** How long ties are drawn, and how far apart everything is pushed. */
  length: number
  /** Between two without any tie, who stand in rows. */
  apart: number
}

/** What was arranged before, as long as anybody has what it was made of. */
const arranged = new WeakMap<object, Float32Array>()

/**
 * Where each is, x and y in turn; null until that has been worked out.
 *
 * @param of what `make` makes it of: has to stay the same object
 */
export function useLayout(of: object, make: () => ToArrange): Float32Array | null {
  const [, setDone] = useState<object | null>(null)
  const begin = useEffectEvent((worker: Worker) => worker.postMessage(make()))
  useEffect(() => {
    if (arranged.has(of)) return
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      arranged.set(of, data)
      setDone(of)
    }
    begin(worker)
    return () => worker.terminate()
  }, [of])
  return arranged.get(of) ?? null
}
