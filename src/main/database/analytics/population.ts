import { type Columns, neverLeft, standing } from './shape'

/** The members that a figure is about: rows, the days from which on they belong, and those from which on no more. */
export interface Population {
  rows: number[]
  joined: number[]
  left: number[]
}

/** The members of a community who are not archived; of none, by its number, the active members of the program. */
export function populationOf(columns: Columns, community: number | null): Population {
  return community === null ? activeMembers(columns) : communityMembers(columns, community)
}

/** Those who had joined on a day, and had not left again. */
export function joinedBy(population: Population, day: number): Population {
  const { joined, left } = population
  return chosen(population, (at) => (joined[at] ?? 0) <= day && (left[at] ?? 0) > day)
}

/** Those who have not left. */
export function stillThere(population: Population): Population {
  return chosen(population, (at) => population.left[at] === neverLeft)
}

function chosen({ rows, joined, left }: Population, isIn: (at: number) => boolean): Population {
  const kept = (_: number, at: number) => isIn(at)
  return { rows: rows.filter(kept), joined: joined.filter(kept), left: left.filter(kept) }
}

function activeMembers(columns: Columns): Population {
  const { rows, joined } = columns.members
  const population: Population = { rows: [], joined: [], left: [] }
  for (let row = 1; row < rows; row++) {
    if (columns.members.standing[row] !== standing.active) continue
    population.rows.push(row)
    population.joined.push(joined[row] ?? 0)
    population.left.push(neverLeft)
  }
  return population
}

function communityMembers(columns: Columns, community: number): Population {
  const { rows, community: communities, member, joined, left } = columns.communityMembers
  const population: Population = { rows: [], joined: [], left: [] }
  for (let row = 1; row < rows; row++) {
    if (communities[row] !== community) continue
    if (columns.members.standing[member[row] ?? 0] === standing.archived) continue
    population.rows.push(member[row] ?? 0)
    population.joined.push(joined[row] ?? 0)
    population.left.push(left[row] ?? 0)
  }
  return population
}
