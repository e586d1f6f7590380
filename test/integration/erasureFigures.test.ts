import { mentionLink } from '@shared/domain/mentions'
import { confidentialities, sessionMedia } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { breakdownParts, participants } from './activityOracle'
import { addContacts, addMember, addSession, memberInput, openTestFile, type TestFile } from './support'

let file: TestFile
afterEach(() => file.close())

const today = '2026-11-25'
const people = 6

const dates = fc.constantFrom(
  '2026-11-20',
  '2026-11-02',
  '2026-06-30',
  '2026-01-15',
  '2025-10-01',
  '2024-02-29',
)
const who = fc.nat({ max: people - 1 })

/** A program of six, and what was done in it. */
const world = fc.record({
  members: fc.array(
    fc.record({
      place: fc.constantFrom('Leeds', 'Amman', null),
      joinedOn: fc.option(dates),
      status: fc.constantFrom('active' as const, 'alumni' as const, 'prospect' as const),
      archived: fc.boolean(),
      invitedBy: fc.option(fc.nat({ max: people })),
    }),
    { minLength: people, maxLength: people },
  ),
  sessions: fc.array(
    fc.record({
      heldOn: dates,
      attendees: fc.uniqueArray(who, { minLength: 1, maxLength: 3 }),
      names: fc.array(who, { maxLength: 2 }),
      minutes: fc.option(fc.integer({ min: 5, max: 90 })),
      medium: fc.option(fc.constantFrom(...sessionMedia)),
      confidentiality: fc.constantFrom(...confidentialities),
      owner: fc.option(who),
      edited: fc.boolean(),
      removed: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  contacts: fc.array(
    fc.record({
      from: who,
      to: who,
      day: fc.constantFrom(20_770, 20_760, 20_600, 20_100),
      kind: fc.constantFrom('help', 'chat'),
    }),
    { maxLength: 8 },
  ),
  consents: fc.array(who, { maxLength: 2 }),
  community: fc.uniqueArray(who, { maxLength: 4 }),
  erased: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** What nobody else is called, writes or is written as. */
const marks = (at: number) => ({
  name: `Zqn${at}given Zqn${at}family`,
  email: `zqn${at}@x.example`,
  phone: `+99 1234 567${at}`,
  about: `Zqn${at}about`,
  topic: `Zqn${at}topic`,
})

async function build({ members, sessions, contacts, consents, community }: World): Promise<void> {
  for (const [at, { place, joinedOn, status, archived, invitedBy }] of members.entries()) {
    const { name, email, phone, about, topic } = marks(at)
    await addMember(file, {
      name,
      email,
      phone,
      about,
      location: place,
      department: place && 'Nursing',
      joinedOn,
      status,
      skillsOffered: [topic, 'Common'],
      invitedBy: invitedBy !== null && invitedBy < at ? invitedBy + 1 : null,
    })
    if (archived) await file.call('members.archive', { ids: [at + 1], archived: true })
  }
  await file.command((writer) => {
    const id = writer.insert('communities', {
      name: 'Apiary',
      domain: 'Bees',
      purpose: `For ${marks(0).name}`,
      stage: 'maturing',
      rhythm_days: 14,
    })
    for (const at of community)
      writer.insert('community_members', {
        community_id: id,
        member_id: at + 1,
        role: `Zqn${at}role`,
        joined_on: members[at]?.joinedOn ?? null,
      })
  })
  for (const [number, session] of sessions.entries()) {
    const { heldOn, attendees, names, minutes, medium, confidentiality, owner, edited, removed } = session
    // A text belongs to everybody who was there.
    const text = attendees.map((at) => `Zqn${at}text${number}`).join(' ')
    const named = names.flatMap((at) => [marks(at).name.toUpperCase(), mentionLink(at + 1, `Zqn${at}nick`)])
    const whole = {
      attendeeIds: attendees.map((at) => at + 1),
      heldOn,
      minutes,
      medium,
      confidentiality,
      title: text,
      agenda: named.join(' '),
      notes: `${text} ${named.join(' and ')}`,
      topics: ['Common'],
      actionItems:
        owner === null
          ? []
          : [
              {
                id: null,
                text: `Zqn${owner}item of ${marks(owner).name}`,
                ownerId: owner + 1,
                dueOn: null,
                doneOn: null,
              },
            ],
    }
    const id = await addSession(file, whole)
    if (edited)
      await file.call('sessions.save', { id, session: { ...whole, matchId: null, rating: 3, notes: text } })
    if (removed) await file.call('sessions.remove', { id })
  }
  await addContacts(
    file,
    contacts.flatMap(({ from, to, day, kind }) =>
      from === to ? [] : [[from + 1, to + 1, day, kind] as const],
    ),
  )
  for (const at of consents)
    await file.call('consents.record', {
      memberIds: [at + 1],
      purpose: 'reports',
      answer: 'given',
      answeredOn: '2026-01-01',
      how: `Zqn${at}how`,
    })
  // A name that somebody had before.
  await file.call('members.save', {
    id: 1,
    member: memberInput({ ...memberNow(members[0]), name: marks(0).name }),
  })
  await file.call('history.undo', {})
}

function memberNow(member: World['members'][number] | undefined) {
  return {
    location: member?.place ?? null,
    joinedOn: member?.joinedOn ?? null,
    status: member?.status ?? 'active',
  }
}

const scope = { from: null, to: null, communityId: null, location: null, department: null }

/** Every figure that the app shows, without names; by place only where nothing is lost there. */
async function figures() {
  const series = ['none', 'kind', 'community'] as const
  const breakdowns = ['medium', 'kind', 'community'] as const
  const levels = async (communityId: number | null) => {
    const { counts, history, members } = await file.call('activity.participation', {
      on: today,
      weeks: 12,
      communityId,
    })
    return {
      counts,
      history,
      members: members.map(({ id, level, activeWeeks }) => [id, level, activeWeeks]).sort(),
    }
  }
  const { withoutNotes: _, ...sessions } = await file.call('sessions.overview', { today })
  const { members, broughtInThisQuarter } = await file.call('members.overview', { today })
  return {
    program: await file.call('program.overview', {}),
    sessions,
    members: { members, broughtInThisQuarter },
    series: await Promise.all(
      series.flatMap((group) => [
        file.call('activity.series', { scope, by: 'month', group }),
        file.call('activity.series', { scope: { ...scope, communityId: 1 }, by: 'week', group }),
      ]),
    ),
    breakdowns: await Promise.all(breakdowns.map((of) => file.call('activity.breakdown', { scope, of }))),
    calendar: await file.call('activity.calendar', { scope }),
    levels: [await levels(null), await levels(1)],
    facets: (await file.call('members.facets', { filter: everybody })).statuses,
  }
}

const everybody = {
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

/** Every text of every table, the history's images and the search's words included. */
function everyText(): string {
  return file.read((db) =>
    db
      .column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
      .filter((table) => !table.startsWith('sqlite_'))
      .map((table) => JSON.stringify(db.all(`SELECT * FROM ${table}`)))
      .join('\n'),
  )
}

function wordsOfSearch(): string[] {
  return ['session_search', 'member_search'].flatMap((table) => {
    file.connection.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, ${table}, row)`)
    const words = file.connection.prepare('SELECT term FROM temp.words').pluck().all() as string[]
    file.connection.exec('DROP TABLE temp.words')
    return words
  })
}

test('whatever is erased, every count and figure is as before, and no word of it is left anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      file?.close()
      file = openTestFile()
      await build(given)
      const before = await figures()
      const ids = given.erased.map((at) => at + 1)
      await file.call('members.eraseRecords', {
        ids,
        reason: `${marks(given.erased[0] ?? 0).name} asked for it`,
      })
      await file.call('members.tidyErased', {})
      expect(await figures()).toEqual(before)

      const text = everyText()
      const words = wordsOfSearch()
      for (let at = 0; at < people; at++) {
        const gone = given.erased.includes(at)
        const mark = new RegExp(`zqn${at}`, 'i')
        if (gone) {
          expect(
            mark
              .exec(text)
              ?.input.slice((mark.exec(text)?.index ?? 0) - 60)
              .slice(0, 140),
          ).toBeUndefined()
          expect(words.find((word) => mark.test(word))).toBeUndefined()
          // Not its last figures alone: they may stand in the random name of a command.
          expect(text).not.toMatch(new RegExp(`1234 ?567${at}`))
        } else {
          expect(text).toContain(marks(at).name)
          expect(text).toContain(marks(at).about)
        }
      }

      // By place it is what the tables say, and in all as much as before.
      for (const of of ['location', 'department'] as const) {
        const parts = await file.call('activity.breakdown', { scope, of })
        expect(new Set(parts.map((part) => JSON.stringify(part)))).toEqual(
          new Set(file.read((db) => breakdownParts(db, { scope, of })).map((part) => JSON.stringify(part))),
        )
      }
      const { counts } = await file.call('activity.participation', {
        on: today,
        weeks: 12,
        communityId: null,
      })
      const expected = file.read((db) => participants(db, { on: today, weeks: 12, communityId: null }))
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(expected.length)
      expect((await file.call('programFile.check', {})).problems).toEqual([])
    }),
    { numRuns: process.env.COPPICE_LONG === '1' ? 200 : 15 },
  )
}, 300_000)
