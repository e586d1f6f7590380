import { share } from '@shared/domain/random'
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { ToArrange } from './layout'

const steps = 150
/** Windows are wide: what was arranged in a round is stretched by so much. */
const wide = 1.6

interface Dot extends SimulationNodeDatum {
  dot: number
}

/**
 * Arranges dots by their ties, apart from the window's own thread; below them, in rows, those without any. Everybody
 * begins where their own number puts them, so that the same ties always give the same picture.
 */
self.onmessage = ({ data }: MessageEvent<ToArrange>) => {
  const { ids, radii, ties, length } = data
  const tied = new Uint8Array(ids.length)
  for (const dot of ties) tied[dot] = 1
  const spread = length * Math.sqrt(ids.length + 1)
  const nodes = Array.from(ids, (id, dot): Dot => {
    const [angle, far] = [2 * Math.PI * share(id, 1), spread * Math.sqrt(share(id, 2))]
    return { dot, x: far * Math.cos(angle), y: far * Math.sin(angle) }
  }).filter(({ dot }) => tied[dot] === 1)
  const nodeOf = new Map(nodes.map((node) => [node.dot, node]))
  const links: { source: Dot; target: Dot }[] = []
  for (let at = 0; at < ties.length; at += 2) {
    const [source, target] = [nodeOf.get(ties[at] ?? 0), nodeOf.get(ties[at + 1] ?? 0)]
    if (source && target) links.push({ source, target })
  }
  const radius = (dot: number) => radii[dot] ?? 0
  const link = forceLink<Dot, (typeof links)[number]>(links).distance(
    ({ source, target }) => length + radius(source.dot) + radius(target.dot),
  )
  forceSimulation(nodes)
    .force(
      'charge',
      forceManyBody<Dot>()
        .strength(({ dot }) => -2.3 * length - 8 * radius(dot))
        .distanceMax(10 * length),
    )
    .force('links', link)
    .force(
      'apart',
      forceCollide<Dot>(({ dot }) => radius(dot) + 5),
    )
    .force('x', forceX<Dot>(0).strength(0.1))
    .force('y', forceY<Dot>(0).strength(0.16))
    .stop()
    .tick(steps)
  const places = new Float32Array(2 * ids.length)
  for (const { dot, x = 0, y = 0 } of nodes) places.set([wide * x, y], 2 * dot)
  inRows(places, data, tied)
  self.postMessage(places, { transfer: [places.buffer] })
}

/** Puts those without ties below the others, in rows as wide as these, or in a block where there are no others. */
function inRows(places: Float32Array, { radii, apart }: ToArrange, tied: Uint8Array): void {
  const alone = [...tied.keys()].filter((dot) => tied[dot] === 0)
  let [left, right, bottom] = [0, 0, Number.NEGATIVE_INFINITY]
  tied.forEach((is, dot) => {
    if (is === 0) return
    left = Math.min(left, places[2 * dot] ?? 0)
    right = Math.max(right, places[2 * dot] ?? 0)
    bottom = Math.max(bottom, (places[2 * dot + 1] ?? 0) + (radii[dot] ?? 0))
  })
  const size = 2 * alone.reduce((most, dot) => Math.max(most, radii[dot] ?? 0), 0)
  const [column, row] = [size + apart, size + Math.min(apart, 26)]
  const block = Math.sqrt(alone.length * 2.2 * row * column)
  const inRow = Math.max(1, Math.round(Math.max(right - left, block) / column))
  const first = Number.isFinite(bottom)
    ? bottom + size / 2 + 50
    : (-Math.ceil(alone.length / inRow) * row) / 2
  alone.forEach((dot, at) => {
    const line = Math.floor(at / inRow)
    const own = Math.min(inRow, alone.length - line * inRow)
    const x = (left + right) / 2 + ((at % inRow) - (own - 1) / 2) * column
    places.set([x, first + line * row], 2 * dot)
  })
}
