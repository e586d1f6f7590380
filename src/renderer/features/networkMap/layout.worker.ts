import { arrange } from './arrange'
import type { ToArrange } from './layout'

/** Arranges apart from the window's own thread. */
self.onmessage = ({ data }: MessageEvent<ToArrange>) => {
  const places = arrange(data)
  self.postMessage(places, { transfer: [places.buffer] })
}
