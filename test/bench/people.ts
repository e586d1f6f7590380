import { writeFileSync } from 'node:fs'
import { createSample } from '@main/sample/sample'
import { stringify } from 'csv-stringify/sync'

export interface MadeMember {
  name: string
  sortName: string
  email: string
  phone: string | null
  jobTitle: string | null
  organisation: string | null
  location: string | null
  department: string | null
  role: string
  status: string
  joinedOn: string | null
}

/** Members of the sample program, every one with an address of their own. */
export function madeMembers(count: number): MadeMember[] {
  const sample = createSample({
    seed: 1,
    today: '2026-11-23',
    sizes: { members: count, sessions: 0, interactions: 0 },
  })
  return [...sample.members()].flat().map((member, index) => ({
    ...member,
    email: `member${index + 1}@example.org`,
  }))
}

/** A CSV of ten columns, as some other program would have written it. */
export function writePeople(file: string, members: readonly MadeMember[]): void {
  const columns = {
    name: 'Full name',
    email: 'E-mail',
    phone: 'Phone',
    jobTitle: 'Job title',
    organisation: 'Organisation',
    location: 'Location',
    department: 'Department',
    role: 'Role',
    status: 'Status',
    joinedOn: 'Joined on',
  }
  writeFileSync(file, stringify([...members], { header: true, columns: Object.entries(columns).map(named) }))
}

function named([key, header]: [string, string]) {
  return { key, header }
}
