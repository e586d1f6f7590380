import { type Columns, standing } from './shape'

/** The members that a figure is about: rows, and the days from which on they belong. */
export interface Population {
  rows: number[]
  joined: number[]
}

/** The members of a community who are not archived; of none, by its number, the active members of the program. */
export function populationOf(columns: Columns, community: number | null): Population {
  return community === null ? activeMembers(columns) : communityMembers(columns, community)
}

/** Those who had joined on a day. */
export function joinedBy({ rows, joined }: Population, day: number): Population {
  const there = (_: number, at: number) => (joined[at] ?? 0) <= day
  return { rows: rows.filter(there), joined: joined.filter(there) }
}

function activeMembers(columns: Columns): Population {
  const { rows, joined } = columns.members
  const population: Population = { rows: [], joined: [] }
  for (let row = 1; row < rows; row++) {
    if (columns.members.standing[row] !== standing.active) continue
    population.rows.push(row)
    population.joined.push(joined[row] ?? 0)
  }
  return population
}

function communityMembers(columns: Columns, community: number): Population {
  const { rows, community: communities, member, joined } = columns.communityMembers
  const population: Population = { rows: [], joined: [] }
  for (let row = 1; row < rows; row++) {
    if (communities[row] !== community) continue
    if (columns.members.standing[member[row] ?? 0] === standing.archived) continue
    population.rows.push(member[row] ?? 0)
    population.joined.push(joined[row] ?? 0)
  }
  return population
}
