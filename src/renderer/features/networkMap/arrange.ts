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

/** Many take long a step, and few are looked at closely. */
const stepsFor = (dots: number) => (dots > 800 ? 100 : dots > 150 ? 150 : 300)
/** Windows are wide: what was arranged in a round is stretched by so much. */
const wide = 1.6

interface Dot extends SimulationNodeDatum {
  dot: number
}

/**
 * Arranges dots by their ties; below them, in rows, those without any. Everybody begins where their own number puts
 * them, so that the same ties always give the same picture.
 *
 * @returns where each is, x and y in turn
 */
export function arrange(what: ToArrange): Float32Array {
  const { ids, radii, ties, length } = what
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
  const steps = stepsFor(nodes.length)
  forceSimulation(nodes)
    // Cold when it is done, however many steps that takes.
    .alphaDecay(1 - 0.001 ** (1 / steps))
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
  inRows(places, what, tied)
  return places
}

/** Puts those without ties below the others, in rows as wide as these, or in a block where there are no others. */
function inRows(places: Float32Array, { radii, apart }: ToArrange, tied: Uint8Array): void {
  const alone = [...tied.keys()].filter((dot) => tied[dot] === 0)
  let [left, right, top] = [0, 0, Number.NEGATIVE_INFINITY]
  tied.forEach((is, dot) => {
    if (is === 0) return
    left = Math.min(left, places[2 * dot] ?? 0)
    right = Math.max(right, places[2 * dot] ?? 0)
    top = Math.max(top, (places[2 * dot + 1] ?? 0) + (radii[dot] ?? 0) + 40)
  })
  const radiusOf = (dot: number) => radii[dot] ?? 0
  const below = Math.min(apart, 28)
  const area = alone.reduce((sum, dot) => sum + (2 * radiusOf(dot) + apart) * (2 * radiusOf(dot) + below), 0)
  const width = Math.max(right - left, Math.sqrt(2.4 * area))
  if (!Number.isFinite(top)) top = -area / width / 2
  while (alone.length > 0) {
    let length = -apart
    let fit = 0
    while (fit < alone.length && (fit === 0 || length < width))
      length += 2 * radiusOf(alone[fit++] ?? 0) + apart
    const row = alone.splice(0, fit)
    const largest = row.reduce((most, dot) => Math.max(most, radiusOf(dot)), 0)
    let x = (left + right - length) / 2
    for (const dot of row) {
      places.set([x + radiusOf(dot), top + largest], 2 * dot)
      x += 2 * radiusOf(dot) + apart
    }
    top += 2 * largest + below
  }
}
