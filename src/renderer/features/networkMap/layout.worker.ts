import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Arranged, ToArrange } from './layout'

const steps = 150

/** Arranges people by their ties, apart from the window's own thread. The same ties always give the same picture. */
self.onmessage = ({ data: { people, ties } }: MessageEvent<ToArrange>) => {
  const nodes = Array.from({ length: people }, (): SimulationNodeDatum => ({}))
  const links = ties.map(([source, target]) => ({ source, target }))
  forceSimulation(nodes)
    .force('charge', forceManyBody().strength(-160).distanceMax(700))
    .force('links', forceLink(links).distance(70))
    .force('apart', forceCollide(14))
    .force('x', forceX(0).strength(0.12))
    .force('y', forceY(0).strength(0.16))
    .stop()
    .tick(steps)
  const places: Arranged = nodes.map(({ x = 0, y = 0 }) => [x, y])
  self.postMessage(places)
}
