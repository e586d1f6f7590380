import type { OutputOf } from '@shared/contract'
import type { Arranged } from './layout'

export type Network = OutputOf<'networkMap.read'>
export type Person = Network['people'][number]
export type ColourBy = 'location' | 'department'

/** The palette has so many hues; smaller groups share the quiet one. */
const hues = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6'] as const
const quiet = '--line-strong'

export interface Group {
  name: string
  people: number
  /** A custom property of the palette, which has it for both themes. */
  colour: string
}

/** What is drawn: people by number, and the ties that count in the chosen weeks. */
export interface Scene {
  places: Arranged
  radii: number[]
  colours: string[]
  brokers: boolean[]
  ties: (readonly [one: number, other: number])[]
  names: string[]
}

/** The groups, the largest first; all beyond the hues as one, and the unknown as another. */
export function groupsOf(people: readonly Person[], by: ColourBy): { legend: Group[]; colours: string[] } {
  const sizes = new Map<string, number>()
  for (const person of people) {
    const name = person[by]
    if (name !== null) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  }
  const all = [...sizes].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
  const legend = all
    .slice(0, hues.length)
    .map(([name, size], at): Group => ({ name, people: size, colour: hues[at] ?? quiet }))
  const colourOf = new Map(legend.map(({ name, colour }) => [name, colour]))
  const rest = people.length - legend.reduce((sum, group) => sum + group.people, 0)
  if (rest > 0) legend.push({ name: 'others or not known', people: rest, colour: quiet })
  return { legend, colours: people.map((person) => colourOf.get(person[by] ?? '') ?? quiet) }
}

/** Ties with a contact in any of the weeks from the first to the last. */
export function tiesWithin({ ties }: Network, first: number, last: number): Network['ties'] {
  return ties.filter(({ weeks }) => weeks.some((week) => week >= first && week <= last))
}

/** Whom each has ties with, in the order of names. */
export function contactsOf(people: number, ties: Network['ties']): number[][] {
  const found = Array.from({ length: people }, (): number[] => [])
  for (const { a, b } of ties) {
    found[a]?.push(b)
    found[b]?.push(a)
  }
  for (const others of found) others.sort((one, other) => one - other)
  return found
}

export interface View {
  x: number
  y: number
  scale: number
}

/** So that everybody is in the picture. */
export function viewOf(places: Arranged, width: number, height: number): View {
  const xs = places.map(([x]) => x)
  const ys = places.map(([, y]) => y)
  const [left, right] = [Math.min(0, ...xs), Math.max(0, ...xs)]
  const [top, bottom] = [Math.min(0, ...ys), Math.max(0, ...ys)]
  const scale = Math.min((width - 60) / (right - left + 1), (height - 60) / (bottom - top + 1), 2)
  return {
    x: width / 2 - (scale * (left + right)) / 2,
    y: height / 2 - (scale * (top + bottom)) / 2,
    scale,
  }
}

/** Who is drawn at a point of the picture, or near it; −1 for nobody. */
export function personAt(places: Arranged, view: View, x: number, y: number): number {
  let [best, nearest] = [-1, 14]
  places.forEach(([px, py], person) => {
    const distance = Math.hypot(view.x + px * view.scale - x, view.y + py * view.scale - y)
    if (distance < nearest) [best, nearest] = [person, distance]
  })
  return best
}

/** Whom of somebody's contacts an arrow key leads to: the one that lies most in its direction. */
export function neighbourTowards(
  places: Arranged,
  from: number,
  others: readonly number[],
  key: string,
): number | null {
  const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key]
  const here = places[from]
  if (!direction || !here) return null
  const [dx = 0, dy = 0] = direction
  let [best, found] = [0.2, null as number | null]
  for (const other of others) {
    const [x, y] = places[other] ?? here
    const length = Math.hypot(x - here[0], y - here[1])
    const along = length === 0 ? 0 : ((x - here[0]) * dx + (y - here[1]) * dy) / length
    if (along > best) [best, found] = [along, other]
  }
  return found
}
