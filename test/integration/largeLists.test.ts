import type { InputOf } from '@shared/contract'
import { confidentialities, memberStatuses, mentoringRoles, sessionMedia } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFile, type TestFile } from './support'

/** Large enough for every way through the tables: few and many hits, few and many sessions of one member. */
const memberCount = 7200
const sessionCount = 5200

const places = ['Porto', 'Bergen', 'Oslo', null]
const topics = ['Bees', 'Wax', 'Honey', 'Hives']
const words = ['budget', 'plan', 'bees', 'spring', 'risk']

interface Made<T> {
  id: number
  fields: T
  text: string
}

type MadeMember = Made<{
  status: string
  role: string
  location: string | null
  department: string | null
  skills: Set<number>
  archived: boolean
  sortName: string
}>

type MadeSession = Made<{
  heldOn: string
  medium: string | null
  confidentiality: string
  attendees: number[]
  topics: number[]
  notes: string
}>

const members: MadeMember[] = []
const sessions: MadeSession[] = []
let file: TestFile

/** The same numbers in every run. */
let seed = 7
function pick<T>(values: readonly T[]): T {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return values[Math.floor((seed / 2_147_483_648) * values.length)] as T
}

beforeAll(async () => {
  file = openTestFile()
  await file.command((writer) => {
    for (const name of topics) writer.insert('topics', { name })
    const columns = 'name sort_name status role location department archived_at created_at updated_at'.split(
      ' ',
    )
    const rows = writer.bulk('members', columns)
    const skills = writer.bulk('member_skills', ['member_id', 'topic_id', 'side'])
    for (let index = 1; index <= memberCount; index++) {
      const fields = {
        status: pick(memberStatuses),
        role: pick(mentoringRoles),
        location: pick(places),
        department: pick(places),
        skills: new Set<number>(),
        archived: pick([true, false, false, false]),
        sortName: `Guest ${pick(['A', 'b', 'C'])} ${index % 97}`,
      }
      const { status, role, location, department, archived, sortName } = fields
      const name = `${pick(['Ana', 'Anabel', 'Bo'])} Guest ${index}`
      const archivedAt = archived ? writer.now : null
      const id = rows.add([
        name,
        sortName,
        status,
        role,
        location,
        department,
        archivedAt,
        writer.now,
        writer.now,
      ])
      for (const side of ['offered', 'wanted']) {
        const topic = pick([1, 2, 3])
        fields.skills.add(topic)
        skills.add([id, topic, side])
      }
      const skillNames = [...fields.skills].map((topic) => topics[topic - 1])
      members.push({ id, fields, text: [name, location, department, ...skillNames].join(' ').toLowerCase() })
    }
    rows.end()
    skills.end()
  })
  await file.command((writer) => {
    const columns = ['held_on', 'medium', 'title', 'notes', 'confidentiality', 'created_at', 'updated_at']
    const rows = writer.bulk('sessions', columns)
    const attendees = writer.bulk('session_attendees', ['session_id', 'member_id'])
    const about = writer.bulk('session_topics', ['session_id', 'topic_id'])
    for (let index = 0; index < sessionCount; index++) {
      const fields = {
        heldOn: `202${pick([4, 5, 6])}-0${pick([1, 2, 3])}-1${pick([0, 1, 2, 3])}`,
        medium: pick([...sessionMedia, null]),
        confidentiality: pick(confidentialities),
        // The first member meets nearly everybody, the third hardly anybody.
        attendees: [...new Set([pick([1, 1, 1, 2]), index % 400 === 0 ? 3 : 2 + pick([2, 3, 4])])],
        topics: [pick([1, 1, 1, 1, 2])],
        notes: pick(['', ...words.map((word) => `${word} ${pick(words)}`)]),
      }
      const title = pick([null, 'Budgeting'])
      const { heldOn, medium, notes, confidentiality } = fields
      const id = rows.add([heldOn, medium, title, notes, confidentiality, writer.now, writer.now])
      for (const member of fields.attendees) attendees.add([id, member])
      for (const topic of fields.topics) about.add([id, topic])
      sessions.push({ id, fields, text: [title, notes].join(' ').toLowerCase() })
    }
    for (const bulk of [rows, attendees, about]) bulk.end()
  })
})
afterAll(() => file.close())

/** What the search promises: each word is the beginning of a word. */
function isHit(text: string, query: string): boolean {
  const found = text.split(' ')
  return query.split(' ').every((word) => found.some((other) => other.startsWith(word)))
}

function lets<T>(values: readonly T[], value: T): boolean {
  return values.length === 0 || values.includes(value)
}

type MemberFilter = InputOf<'members.facets'>['filter']
type Dimension = 'statuses' | 'roles' | 'locations' | 'departments' | 'skills'

function passes({ fields, text }: MadeMember, filter: MemberFilter, without?: Dimension): boolean {
  const roles = filter.roles.flatMap((role) =>
    role === 'mentor' || role === 'mentee' ? [role, 'both'] : [role],
  )
  const byDimension: Record<Dimension, boolean> = {
    statuses: lets<string>(filter.statuses, fields.status),
    roles: lets<string>(roles, fields.role),
    locations: lets(filter.locations, fields.location),
    departments: lets(filter.departments, fields.department),
    skills: filter.skills.length === 0 || filter.skills.some((topic) => fields.skills.has(topic)),
  }
  const rest = Object.entries(byDimension).filter(([name]) => name !== without)
  return isHit(text, filter.query) && fields.archived === filter.archived && rest.every(([, lets]) => lets)
}

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })

/** What the directory is opened with. */
const everybody: MemberFilter = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  withRoom: false,
  importId: null,
  archived: false,
}

const filtered = fc.record({
  query: fc.constantFrom('', 'g', 'ana', 'anab', 'bo po', 'guest 1', 'guest 77', 'bees', 'nobody'),
  statuses: some(memberStatuses),
  roles: some(mentoringRoles),
  locations: some(places),
  departments: some(places),
  skills: some([1, 2, 3, 4]),
  withRoom: fc.constant(false),
  importId: fc.constant(null),
  archived: fc.boolean(),
})

const memberFilter = fc.oneof(
  { weight: 9, arbitrary: filtered },
  { weight: 1, arbitrary: fc.constant(everybody) },
)

test('the directory shows who passes the filter, in order, whatever way it is found', async () => {
  const order = fc.record({
    by: fc.constantFrom('name' as const, 'location' as const),
    descending: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(memberFilter, order, fc.constantFrom(0, 7, 900), async (filter, sort, offset) => {
      const expected = members.filter((member) => passes(member, filter)).sort((a, b) => inOrder(a, b, sort))
      const { total, rows } = await file.call('members.list', { filter, sort, page: { offset, limit: 20 } })
      expect(total).toBe(expected.length)
      expect(rows.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 20).map(({ id }) => id))
    }),
    { numRuns: 150 },
  )
})

function inOrder(
  a: MadeMember,
  b: MadeMember,
  { by, descending }: { by: 'name' | 'location'; descending: boolean },
) {
  const [placeA, placeB] = [a.fields.location, b.fields.location]
  if (by === 'location' && placeA !== placeB && (placeA === null || placeB === null))
    return placeA === null ? 1 : -1
  const keys = ({ id, fields }: MadeMember) => [
    by === 'location' ? fields.location : '',
    fields.sortName.toLowerCase(),
    id,
  ]
  const [one, other] = [keys(a), keys(b)]
  const at = one.findIndex((key, index) => key !== other[index])
  const rising = (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
  return at === -1 ? 0 : descending ? -rising : rising
}

test('facets count what choosing the value would show', async () => {
  await fc.assert(
    fc.asyncProperty(memberFilter, async (filter) => {
      const facets = await file.call('members.facets', { filter })
      const values: Record<Dimension, (member: MadeMember) => unknown[]> = {
        statuses: ({ fields }) => [fields.status],
        roles: ({ fields }) => (fields.role === 'both' ? ['mentor', 'mentee', 'both'] : [fields.role]),
        locations: ({ fields }) => [fields.location],
        departments: ({ fields }) => [fields.department],
        skills: ({ fields }) => [...fields.skills],
      }
      for (const [name, valuesOf] of Object.entries(values) as [Dimension, (typeof values)[Dimension]][]) {
        const expected = new Map<unknown, number>()
        for (const member of members.filter((other) => passes(other, filter, name))) {
          for (const value of valuesOf(member)) expected.set(value, (expected.get(value) ?? 0) + 1)
        }
        const counted = facets[name].map(
          (facet) => ['id' in facet ? facet.id : facet.value, facet.count] as const,
        )
        expect(new Map(counted)).toEqual(expected)
      }
    }),
    { numRuns: 100 },
  )
})

const sessionFilter = fc.record({
  query: fc.constantFrom('', 'b', 'budget', 'plan bud', 'nothing'),
  memberId: fc.constantFrom(null, 1, 2, 3, 4),
  matchId: fc.constant(null),
  topicIds: some([1, 2, 3]),
  media: some(sessionMedia),
  confidentialities: some(confidentialities),
  from: fc.constantFrom(null, '2025-01-12'),
  to: fc.constantFrom(null, '2026-01-11', '2024-01-10'),
  withoutNotes: fc.boolean(),
})

test('the sessions shown are those that pass the filter, newest first, whatever way they are found', async () => {
  await fc.assert(
    fc.asyncProperty(sessionFilter, fc.constantFrom(0, 5, 700), async (filter, offset) => {
      const expected = sessions
        .filter(
          ({ fields, text }) =>
            isHit(text, filter.query) &&
            (filter.memberId === null || fields.attendees.includes(filter.memberId)) &&
            (filter.topicIds.length === 0 ||
              filter.topicIds.some((topic) => fields.topics.includes(topic))) &&
            lets<string | null>(filter.media, fields.medium) &&
            lets<string>(filter.confidentialities, fields.confidentiality) &&
            (filter.from === null || fields.heldOn >= filter.from) &&
            (filter.to === null || fields.heldOn <= filter.to) &&
            (!filter.withoutNotes || fields.notes === ''),
        )
        .sort((a, b) => b.fields.heldOn.localeCompare(a.fields.heldOn) || b.id - a.id)
      const { total, rows } = await file.call('sessions.list', { filter, page: { offset, limit: 20 } })
      expect(total).toBe(expected.length)
      expect(rows.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 20).map(({ id }) => id))
    }),
    { numRuns: 200 },
  )
})

test('an answer that was kept in mind is not given any more once something was written', async () => {
  const filter = everybody
  const page = () =>
    file.call('members.list', {
      filter,
      sort: { by: 'location', descending: false },
      page: { offset: 1, limit: 3 },
    })
  const before = await page()
  await file.call('members.archive', { ids: before.rows.map(({ id }) => id), archived: true })
  const after = await page()
  expect(after.total).toBe(before.total - 3)
  expect(after.rows.map(({ id }) => id)).not.toEqual(before.rows.map(({ id }) => id))
  await file.call('history.undo', {})
  expect(await page()).toEqual(before)
})
