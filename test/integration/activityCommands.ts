import type { Writer } from '@main/database/engine/writer'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import fc from 'fast-check'
import { sessionInput, type TestFile } from './support'

/** One change to a program file, by numbers that are brought to bear on whatever records there are. */
interface Change {
  what: keyof typeof changes
  numbers: number[]
}

const locations = [null, 'Lisbon', 'Porto', 'Faro']
const departments = [null, 'Finance', 'Operations']
const statuses = ['active', 'active', 'prospect', 'alumni']
const kinds = ['message', 'help', 'visit']
const media = [null, 'video', 'phone', 'in person'] as const
const firstDay = dayNumber('2026-01-01')
const now = '2026-11-23T10:00:00.000Z'

const pick = <T>(values: readonly T[], number = 0): T | undefined => values[number % values.length]
const dayBy = (number = 0) => firstDay + (number % 300)

function ids(db: Writer, table: string): number[] {
  return db.column<number>(`SELECT id FROM ${table} ORDER BY id`)
}

function memberRow([a = 0, b = 0, c = 0, d = 0]: number[]) {
  return {
    status: pick(statuses, a) ?? 'active',
    location: pick(locations, b) ?? null,
    department: pick(departments, c) ?? null,
    joined_on: d % 3 === 0 ? null : fromDayNumber(dayBy(d)),
  }
}

function contact(db: Writer, [a = 0, b = 0, c = 0, d = 0, e = 0]: number[]) {
  const members = ids(db, 'members')
  const from = pick(members, a)
  const to = pick(
    members.filter((id) => id !== from),
    b,
  )
  if (from === undefined || to === undefined) return null
  const day = dayBy(c)
  return {
    from_id: from,
    to_id: to,
    directed: 1,
    day,
    at: fromDayNumber(day),
    kind: pick(kinds, d) ?? 'message',
    community_id: pick([null, ...ids(db, 'communities')], e) ?? null,
  }
}

/** What a coordinator may do, in so far as it bears on the figures. */
const changes = {
  addMember: (file: TestFile, numbers: number[]) =>
    file.command((db) => {
      const name = `Member ${ids(db, 'members').length}`
      const stamps = { created_at: now, updated_at: now }
      db.insert('members', { name, sort_name: name, role: 'both', ...memberRow(numbers), ...stamps })
    }),
  editMember: (file: TestFile, [which, ...numbers]: number[]) =>
    file.command((db) => {
      const id = pick(ids(db, 'members'), which)
      if (id !== undefined) db.update('members', id, memberRow(numbers))
    }),
  archiveMember: (file: TestFile, [which, archived = 0]: number[]) =>
    file.command((db) => {
      const id = pick(ids(db, 'members'), which)
      if (id !== undefined) db.update('members', id, { archived_at: archived % 2 === 0 ? now : null })
    }),
  addCommunity: (file: TestFile) =>
    file.command((db) => {
      const name = `Community ${(ids(db, 'communities').at(-1) ?? 0) + 1}`
      db.insert('communities', { name, domain: '', purpose: '', stage: 'maturing' })
    }),
  renameCommunity: (file: TestFile, [which, number]: number[]) =>
    file.command((db) => {
      const id = pick(ids(db, 'communities'), which)
      if (id !== undefined) db.update('communities', id, { name: `Renamed ${number} ${id}` })
    }),
  join: (file: TestFile, [a, b, c = 0]: number[]) =>
    file.command((db) => {
      const community = pick(ids(db, 'communities'), a)
      const member = pick(ids(db, 'members'), b)
      const known = 'SELECT id FROM community_members WHERE community_id = ? AND member_id = ?'
      if (community === undefined || member === undefined) return
      const id = db.value<number>(known, community, member)
      if (id !== undefined) db.remove('community_members', id)
      else {
        const joined = c % 2 === 0 ? null : fromDayNumber(dayBy(c))
        db.insert('community_members', { community_id: community, member_id: member, joined_on: joined })
      }
    }),
  addContact: (file: TestFile, numbers: number[]) =>
    file.command((db) => {
      const row = contact(db, numbers)
      if (row) db.insert('interactions', row)
    }),
  importContacts: (file: TestFile, numbers: number[]) =>
    file.command((db) => {
      if (!contact(db, numbers)) return
      const rows = db.bulk('interactions', Object.keys(contact(db, numbers) ?? {}))
      for (let n = 0; n < 12; n++) {
        const row = contact(
          db,
          numbers.map((number, place) => number + n * (place + 3)),
        )
        if (row) rows.add(Object.values(row))
      }
      rows.end()
    }),
  editContact: (file: TestFile, [which, ...numbers]: number[]) =>
    file.command((db) => {
      const id = pick(ids(db, 'interactions'), which)
      const row = contact(db, numbers)
      if (id !== undefined && row) db.update('interactions', id, row)
    }),
  removeContacts: (file: TestFile, [which = 0, many = 0]: number[]) =>
    file.command((db) => {
      const all = ids(db, 'interactions')
      const first = which % Math.max(1, all.length)
      for (const id of all.slice(first, first + 1 + (many % 5))) db.remove('interactions', id)
    }),
  saveSession: async (file: TestFile, [which = 0, c = 0, d, e = 0, ...people]: number[]) => {
    const members = file.read((db) => db.column<number>('SELECT id FROM members'))
    const attendeeIds = [...new Set(people.flatMap((number) => pick(members, number) ?? []))]
    if (attendeeIds.length === 0) return
    const sessions = file.read((db) => db.column<number | null>('SELECT id FROM sessions'))
    await file.call('sessions.save', {
      id: pick([null, ...sessions], which) ?? null,
      session: sessionInput({
        attendeeIds,
        heldOn: fromDayNumber(dayBy(c)),
        medium: pick(media, d) ?? null,
        minutes: e % 3 === 0 ? null : e % 90,
      }),
    })
  },
  removeSession: async (file: TestFile, [which]: number[]) => {
    const id = pick(
      file.read((db) => db.column<number>('SELECT id FROM sessions')),
      which,
    )
    if (id !== undefined) await file.call('sessions.remove', { id })
  },
  undo: async (file: TestFile) => {
    const { undo } = await file.call('history.state', {})
    if (undo !== null) await file.call('history.undo', {})
  },
  redo: async (file: TestFile) => {
    const { redo } = await file.call('history.state', {})
    if (redo !== null) await file.call('history.redo', {})
  },
  /** A command that fails after it has written leaves nothing, and its numbers are given out again. */
  fail: async (file: TestFile, numbers: number[]) => {
    const failing = file.command((db) => {
      const row = contact(db, numbers)
      if (row) db.insert('interactions', row)
      throw new Error('Something came in between.')
    })
    await failing.catch(() => undefined)
  },
}

const names = Object.keys(changes) as Change['what'][]
/** Undo and redo are worth more turns than one in fifteen. */
const turns = [...names, 'undo', 'undo', 'redo', 'importContacts', 'saveSession', 'addContact'] as const

export const someChanges: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...turns),
    numbers: fc.array(fc.nat(10_000), { minLength: 6, maxLength: 7 }),
  }),
  { minLength: 1, maxLength: 4 },
)

export async function make(file: TestFile, { what, numbers }: Change): Promise<void> {
  await changes[what](file, numbers)
}
