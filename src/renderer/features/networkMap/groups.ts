import type { ChartTable } from '@renderer/components/charts/chartTable'
import { numberText } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import { mix } from '@shared/domain/random'
import { type By, groupColours, groupName, quiet } from './colours'
import type { ToArrange } from './layout'
import { pairs } from './people'
import type { Scene } from './scene'

export type Groups = OutputOf<'networkMap.groups'>
export type Group = Groups['groups'][number]

const [smallest, largest] = [7, 62]
const widest = 14

export function nameOf(by: By, { name }: Group): string {
  return groupName(by, name)
}

export function arrangeGroups({ groups, ties }: Groups): ToArrange {
  return {
    ids: Int32Array.from(groups, ({ key }) => numberOf(key)),
    radii: radiiOf(groups),
    ties: pairs(ties),
    length: 44,
    apart: 150,
  }
}

export function groupScene({ groups, ties }: Groups, by: By, places: Float32Array): Scene {
  const most = ties.reduce((more, { ties: some }) => Math.max(more, some), 1)
  return {
    places,
    radii: radiiOf(groups),
    colours: groupColours(
      by,
      groups.map(({ key }) => key),
    ),
    ringed: new Uint8Array(groups.length),
    hollow: Uint8Array.from(groups, ({ key }) => (key === '' ? 1 : 0)),
    ties: pairs(ties),
    // Few widths, so that those alike are drawn together.
    widths: Float32Array.from(ties, ({ ties: some }) =>
      Math.max(1, Math.round(widest * Math.sqrt(some / most))),
    ),
    names: groups.map((group) => `${nameOf(by, group)} ${numberText(group.people)}`),
    areGroups: true,
  }
}

/** As large an area as there are people. */
function radiiOf(groups: readonly Group[]): Float32Array {
  const most = groups.reduce((more, { people }) => Math.max(more, people), 1)
  return Float32Array.from(groups, ({ people }) => Math.max(smallest, largest * Math.sqrt(people / most)))
}

/** The same number for the same key. */
function numberOf(key: string): number {
  return [...key].reduce((number, letter) => mix(number, letter.codePointAt(0) ?? 0) | 0, 7)
}

/** The groups that have a hue of their own, and the rest together. */
export function groupLegend({ groups }: Groups, by: By) {
  const colours = groupColours(
    by,
    groups.map(({ key }) => key),
  )
  const named = groups.map((group, at) => ({
    name: nameOf(by, group),
    people: group.people,
    colour: colours[at] ?? quiet,
    own: group.key === '' || colours[at] !== quiet || by === 'level',
  }))
  const rest = named.filter(({ own }) => !own)
  const others = {
    name: 'Other groups',
    people: rest.reduce((sum, { people }) => sum + people, 0),
    colour: quiet,
  }
  return [...named.filter(({ own }) => own), ...(rest.length > 0 ? [others] : [])]
}

/** Whom a group has ties with, most first. */
export function neighboursOf({ ties }: Groups, at: number): { at: number; ties: number }[] {
  return ties
    .filter(({ a, b }) => a === at || b === at)
    .map(({ a, b, ties: some }) => ({ at: a === at ? b : a, ties: some }))
    .sort((one, other) => other.ties - one.ties || one.at - other.at)
}

export function groupsTable(found: Groups, by: By): ChartTable {
  return {
    columns: [
      { label: 'Group', kind: 'text' },
      { label: 'People', kind: 'number' },
      { label: 'Ties among them', kind: 'number' },
      { label: 'Ties to other groups', kind: 'number' },
      { label: 'Without contact', kind: 'number' },
    ],
    rows: found.groups.map((group, at) => [
      nameOf(by, group),
      group.people,
      group.ties,
      neighboursOf(found, at).reduce((sum, { ties }) => sum + ties, 0),
      group.alone,
    ]),
  }
}
