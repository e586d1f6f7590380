import type { MemberCandidate, SessionCandidate } from '@shared/domain/imports'
import { describe, expect, test } from 'vitest'
import { readWhole, temporaryFile } from './read'

/** One row under its headings, as a candidate or as the reason for which it is none. */
async function member(row: Record<string, string>): Promise<MemberCandidate | string | undefined> {
  const { candidates, rejections } = await readWhole(temporaryFile(table(row)), 'members')
  return candidates[0] ?? rejections[0]?.reason
}

async function session(row: Record<string, string>): Promise<SessionCandidate | string | undefined> {
  const { candidates, rejections } = await readWhole(temporaryFile(table(row)), 'sessions', {
    dateOrder: 'dmy',
  })
  return candidates[0] ?? rejections[0]?.reason
}

function table(row: Record<string, string>): string {
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return `${line(Object.keys(row))}\n${line(Object.values(row))}\n`
}

describe('members', () => {
  test('only have what the file says', async () => {
    expect(await member({ Name: 'Ann', Email: '', Phone: '-', City: 'n/a', Skills: ' ', About: '' })).toEqual(
      {
        line: 2,
        name: 'Ann',
      },
    )
  })

  test('an unknown capacity is not zero, and zero is not unknown', async () => {
    expect(await member({ Name: 'Ann', Capacity: '' })).not.toHaveProperty('capacity')
    expect(await member({ Name: 'Ann', Capacity: '0' })).toMatchObject({ capacity: 0 })
  })

  test.each([
    [
      { 'First name': ' Anna ', 'Middle name': 'M.', 'Last name': 'van  der Berg' },
      'Anna M. van der Berg',
      'van der Berg, Anna',
    ],
    [{ 'First name': 'Anna', 'Last name': '' }, 'Anna', 'Anna'],
    [{ 'First name': '', 'Last name': 'Berg' }, 'Berg', 'Berg'],
    [{ Name: 'Anna Berg', 'First name': 'Anna', 'Last name': 'Berg' }, 'Anna Berg', 'Berg, Anna'],
    [{ Name: 'Berg, Anna', Email: 'a@x.example' }, 'Anna Berg', 'Berg, Anna'],
    [{ Name: 'Anna Berg, PhD', Email: 'a@x.example' }, 'Anna Berg, PhD', undefined],
    [{ Name: 'Null', Email: 'a@x.example' }, 'Null', undefined],
    [{ Name: '\u200fנועה לוי ', Email: 'a@x.example' }, 'נועה לוי', undefined],
    [{ Name: '👩‍🏫 Ann', Email: 'a@x.example' }, '👩‍🏫 Ann', undefined],
    [{ Name: '=cmd()|x', Email: 'a@x.example' }, '=cmd()|x', undefined],
    [{ Name: 'Anna Berg', 'Sort name': 'Berg', Email: '' }, 'Anna Berg', 'Berg'],
  ])('%j is called %s', async (row, name, sortName) => {
    const found = await member(row)
    expect(found).toMatchObject({ name })
    expect(typeof found === 'object' ? found.sortName : found).toBe(sortName)
  })

  test('take the first e-mail address and phone that are there', async () => {
    const row = {
      Name: 'Ann',
      'E-mail 1': 'none',
      'E-mail 2': 'Ann <ann@x.example>; b@x.example',
      Phone: '',
      Mobile: '1 ::: 2',
    }
    expect(await member(row)).toMatchObject({ email: 'ann@x.example', phone: '1' })
  })

  test('bring together the skills of several columns', async () => {
    const row = { Name: 'Ann', Skills: 'SQL, Rust', Expertise: 'Rust;Go;', 'Skills wanted': 'Pricing' }
    expect(await member(row)).toMatchObject({
      skillsOffered: ['SQL', 'Rust', 'Go'],
      skillsWanted: ['Pricing'],
    })
  })

  test.each([
    [{ 'Is a mentor': 'yes', 'Is a mentee': 'no' }, 'mentor'],
    [{ 'Is a mentor': 'yes', 'Is a mentee': 'yes' }, 'both'],
    [{ 'Is a mentor': 'no', 'Is a mentee': 'no' }, 'neither'],
    [{ 'Is a mentor': 'no', 'Is a mentee': '' }, undefined],
    [{ 'Is a mentor': '', 'Is a mentee': 'yes' }, 'mentee'],
    [{ Role: 'Mentor/Mentee', 'Is a mentor': 'yes' }, 'both'],
  ])('%j is %s', async (answers, role) => {
    const found = await member({ Name: 'Ann', ...answers })
    expect(typeof found === 'object' ? found.role : found).toBe(role)
  })

  test('know who invited them, by name or by address', async () => {
    expect(await member({ Name: 'Ann', 'Invited by': 'Bob Stone <bob@x.example>' })).toMatchObject({
      invitedBy: { name: 'Bob Stone', email: 'bob@x.example' },
    })
  })

  test.each([
    [{ Name: '', Email: '', City: 'York' }, 'This row has neither a name nor an e-mail address.'],
    [{ Name: 'Ann', Email: 'ann@x' }, '“ann@x” in “Email” is not an e-mail address.'],
    [
      { Name: 'Ann', Email: `${'a'.repeat(70)}@` },
      `“${'a'.repeat(59)}…” in “Email” is not an e-mail address.`,
    ],
  ])('%j is rejected', async (row, reason) => {
    expect(await member(row)).toBe(reason)
  })

  test('a value of a closed list that is none of it is rejected, with what it can be', async () => {
    const path = temporaryFile(
      'Name,Status,Role,Capacity,Mentee\n' +
        'Ann,Active,Mentor,2,yes\nBob,Zombie,Mentor,2,yes\nCat,Active,Wizard,2,yes\n' +
        'Dan,Active,Mentor,2.5,yes\nEve,Active,Mentor,2000,yes\nFay,Active,,1,perhaps so\nGil,Active,Both,1,no\n',
    )
    const { candidates, rejections } = await readWhole(path, 'members')
    expect(candidates.map(({ name }) => name)).toEqual(['Ann', 'Gil'])
    expect(rejections.map(({ reason }) => reason)).toEqual([
      '“Zombie” in “Status” is not a status: use prospect, invited, active or alumni.',
      '“Wizard” in “Role” is not a role: use mentor, mentee, both or neither.',
      '“2.5” in “Capacity” is not a number of mentees from 0 to 1,000.',
      '“2000” in “Capacity” is not a number of mentees from 0 to 1,000.',
      '“perhaps so” in “Mentee” is neither yes nor no.',
    ])
  })

  test('a value that no field holds is rejected', async () => {
    const found = await member({ Name: 'x'.repeat(501), Email: 'a@x.example' })
    expect(found).toContain('in “Name” is longer than 500 characters.')
  })
})

describe('sessions', () => {
  const base = { Date: '2026-03-12', Mentor: 'Rui Silva', Mentee: 'Hana Ito' }

  test('need a date and somebody who met', async () => {
    expect(await session({ ...base, Date: '', Notes: 'x' })).toBe('This row has no date.')
    expect(await session({ ...base, Mentor: '', Mentee: '-' })).toBe('This row does not say who met.')
    expect(await session({ ...base, Date: '30/02/2026' })).toContain('is not a day that exists')
  })

  test('have everybody once, names and addresses of the same people together', async () => {
    const row = {
      Date: '2026-03-12',
      Mentor: 'Rui Silva',
      'Mentor email': 'rui@x.example',
      Mentee: 'Hana Ito',
      Attendees: 'hana ito; RUI@x.example; Tom Ade, Ada Obi',
    }
    expect(await session(row)).toMatchObject({
      attendees: [
        { person: { name: 'Rui Silva', email: 'rui@x.example' }, as: 'mentor' },
        { person: { name: 'Hana Ito', email: null }, as: 'mentee' },
        { person: { name: 'Tom Ade, Ada Obi', email: null }, as: null },
      ],
    })
  })

  test('keep notes as they are written', async () => {
    const notes = '# Title\n\n- **bold** "quoted"\n- émoji 👋'
    expect(await session({ ...base, Notes: notes })).toMatchObject({ notes })
  })

  test.each([
    [{ 'Duration (hours)': '1,5' }, { minutes: 90 }],
    [{ Minutes: '0' }, { minutes: 0 }],
    [
      { 'Start time': '14:00', 'End time': '15:30' },
      { startTime: '14:00', minutes: 90 },
    ],
    [{ 'Start time': '14:00', Duration: '20 min', 'End time': '15:30' }, { minutes: 20 }],
    [{ Medium: 'Zoom' }, { medium: 'video' }],
    [{ Topics: 'a, b' }, { topics: ['a', 'b'] }],
    [
      { 'Action items': '1. Send, then call\n- Book a room' },
      { actionItems: ['Send, then call', 'Book a room'] },
    ],
    [{ Confidentiality: 'private' }, { confidentiality: 'private' }],
    [{ Agenda: 'one\ntwo' }, { agenda: 'one\ntwo' }],
  ])('%j is %j', async (extra, expected) => {
    expect(await session({ ...base, ...extra })).toMatchObject(expected)
  })

  test('an end long before the start gives no length', async () => {
    expect(await session({ ...base, 'Start time': '14:00', 'End time': '13:00' })).not.toHaveProperty(
      'minutes',
    )
  })

  test('a value that cannot be meant is rejected', async () => {
    const path = temporaryFile(
      'Date,Mentor,Mentee,Minutes,Rating,Confidentiality\n' +
        '2026-03-12,A,B,45,5,private\n2026-03-12,A,B,45,4,pair\n2026-03-12,A,B,1500,5,private\n' +
        '2026-03-12,A,B,45,9,private\n2026-03-12,A,B,45,5,mostly\n2026-03-12,A,B,long,5,private\n',
    )
    const { candidates, rejections } = await readWhole(path, 'sessions')
    expect(candidates).toHaveLength(2)
    expect(rejections.map(({ reason }) => reason)).toEqual([
      '“1500” in “Minutes” is longer than a day.',
      '“9” in “Rating” is not a rating from 1 to 5.',
      '“mostly” in “Confidentiality” does not say who may read it: use private, pair or shareable.',
      '“long” in “Minutes” is not a length of time.',
    ])
  })

  test('the day is the one that the file shows, whatever its zone', async () => {
    expect(await session({ ...base, Date: '2026-03-12T23:30:00-05:00' })).toMatchObject({
      heldOn: '2026-03-12',
      startTime: '23:30',
    })
  })
})

describe('interactions', () => {
  test('need both sides and a date; a time may stand in its own column', async () => {
    const path = temporaryFile(
      'From,To,Date,Time,Kind\nA,B,2026-03-12,14:05,help\n,B,2026-03-12,,\nA,,2026-03-12,,\nA,B,,,\nA,B,2026-03-12,late,\nA,a,2026-03-12,,\n',
    )
    const { candidates, rejections } = await readWhole(path, 'interactions')
    expect(candidates).toEqual([{ line: 2, from: 'A', to: 'B', at: '2026-03-12T14:05:00Z', kind: 'help' }])
    expect(rejections.map(({ reason }) => reason)).toEqual([
      'This row does not say who reached out.',
      'This row does not say to whom.',
      'This row has no date.',
      '“late” in “Time” is not a time of day.',
      '“A” is on both sides: a contact is between two people.',
    ])
  })
})
