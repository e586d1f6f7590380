import type { InputOf, OutputOf } from '@shared/contract'
import { participationLevels } from '@shared/domain/vocabulary'

export type Network = OutputOf<'networkMap.read'>
export type Brokers = OutputOf<'networkMap.brokers'>
export type Person = Network['people'][number]
export type Scope = InputOf<'networkMap.read'>
export type By = InputOf<'networkMap.groups'>['by']

/** The palette has so many hues; smaller groups share the quiet one. */
const hues = ['var(--s1)', 'var(--s2)', 'var(--s3)', 'var(--s4)', 'var(--s5)', 'var(--s6)'] as const
export const quiet = 'var(--line-strong)'

const levelHues = {
  core: 'var(--s1)',
  active: 'color-mix(in srgb, var(--s1) 55%, var(--s2))',
  peripheral: 'var(--s3)',
  outside: quiet,
} as const

export const byLabels: Record<By, string> = {
  location: 'location',
  department: 'department',
  community: 'community',
  level: 'level',
  contact: 'close contact',
}

/** Those of whom it is not known, or who have none. */
const unknownLabels: Record<By, string> = {
  location: 'Place not known',
  department: 'Department not known',
  community: 'In no community',
  level: 'Level not known',
  contact: 'In contact with nobody',
}

interface Colour {
  name: string
  people: number
  colour: string
}

/** A group as it is called: by its own name, or after who holds it together. */
export function groupName(by: By, name: string | null): string {
  if (name === null) return unknownLabels[by]
  if (by === 'level') return name.slice(0, 1).toUpperCase() + name.slice(1)
  return by === 'contact' ? `Around ${name}` : name
}

/** What the colours mean, the largest group first, and the colour of each person. */
export function coloursOf({ people, clusters }: Network, by: By): { legend: Colour[]; colours: string[] } {
  const nameOf = (person: Person): string | null => {
    if (by !== 'contact') return person[by]
    const cluster = clusters[person.cluster ?? -1]
    return cluster ? (people[cluster.around]?.name ?? null) : null
  }
  const sizes = new Map<string, number>()
  for (const person of people) {
    const name = nameOf(person)
    if (name !== null) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  }
  const legend = by === 'level' ? levels(sizes) : largest(sizes)
  const colourOf = new Map(legend.map(({ name, colour }) => [name, colour]))
  const colours = people.map((person) => colourOf.get(nameOf(person) ?? '') ?? quiet)
  const named = legend.map((one) => ({ ...one, name: groupName(by, one.name) }))
  const rest = people.length - named.reduce((sum, one) => sum + one.people, 0)
  const unknown = people.filter((person) => nameOf(person) === null).length
  if (rest > unknown) named.push({ name: 'Others', people: rest - unknown, colour: quiet })
  if (unknown > 0) named.push({ name: unknownLabels[by], people: unknown, colour: quiet })
  return { legend: named, colours }
}

function levels(sizes: ReadonlyMap<string, number>): Colour[] {
  return participationLevels.flatMap((level) => {
    const people = sizes.get(level)
    return people === undefined ? [] : [{ name: level, people, colour: levelHues[level] }]
  })
}

function largest(sizes: ReadonlyMap<string, number>): Colour[] {
  return [...sizes]
    .sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
    .slice(0, hues.length)
    .map(([name, people], at) => ({ name, people, colour: hues[at] ?? quiet }))
}

/** The colour of each of some groups, which are in the order of their size. */
export function groupColours(by: By, keys: readonly string[]): string[] {
  let next = 0
  return keys.map((key) => {
    if (key === '') return quiet
    const level = participationLevels.find((one) => one === key)
    if (by === 'level' && level) return levelHues[level]
    return hues[next++] ?? quiet
  })
}
