import type { OutputOf } from '@shared/contract'
import type { DirectoryView } from './view'

type Places = OutputOf<'members.places'>

/** As many different values of one kind as a form can sensibly suggest; the most used are kept. */
const mostPlaces = 1000

/** The places and organisations that anybody belongs to, those in the archive as well, in the order of the alphabet. */
export function placesOf(view: DirectoryView): Places {
  return {
    locations: valuesOf(view, 'location'),
    departments: valuesOf(view, 'department'),
    organisations: valuesOf(view, 'organisation'),
  }
}

/**
 * How many people are in the directory, from how many different places, and how many of them somebody brought in who
 * joined on the days `first` to `last`.
 */
export function peopleAndPlaces(
  view: DirectoryView,
  { first, last }: { first: number; last: number },
): { members: number; locations: number; departments: number; broughtIn: number } {
  const { rows, status, archived, location, department, invited, joined } = view.members
  const locations = new Set<number>()
  const departments = new Set<number>()
  let members = 0
  let broughtIn = 0
  for (let row = 1; row < rows; row++) {
    if (status[row] === 0 || archived[row] === 1) continue
    members++
    locations.add(location[row] ?? 0)
    departments.add(department[row] ?? 0)
    const on = joined[row] ?? 0
    if (invited[row] === 1 && on >= first && on <= last) broughtIn++
  }
  // The unknown is no place.
  locations.delete(0)
  departments.delete(0)
  return { members, locations: locations.size, departments: departments.size, broughtIn }
}

function valuesOf(view: DirectoryView, column: 'location' | 'department' | 'organisation'): string[] {
  const { rows, [column]: codes } = view.members
  const { values } = view.tables.texts[column]
  const counts = new Int32Array(values.length)
  for (let row = 1; row < rows; row++) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1
  return [...values.keys()]
    .filter((code) => code > 0 && counts[code] !== 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, mostPlaces)
    .map((code) => values[code] ?? '')
    .sort((a, b) => a.localeCompare(b))
}
