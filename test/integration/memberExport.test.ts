import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf } from '@shared/contract'
import { recordLabels } from '@shared/domain/memberDocument'
import { mentionLink } from '@shared/domain/mentions'
import { type Confidentiality, confidentialities } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unzipTexts, xmlFault } from '../unit/exporting/packages'
import { addContacts, addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
let mira: number
let tariq: number
let kim: number

beforeEach(open)
afterEach(() => file.close())

async function open(): Promise<void> {
  file = openTestFile()
  mira = await addMember(file, {
    name: 'Mira Okafor',
    email: 'mira@riverside.example',
    phone: '+44 20 7946 0958',
    location: 'Leeds',
    about: 'Likes to be called in the morning.',
    role: 'mentee',
    skillsOffered: ['Beekeeping'],
  })
  tariq = await addMember(file, { name: 'Tariq Haddad', email: 'tariq@riverside.example', role: 'mentor' })
  kim = await addMember(file, { name: 'Kim Park', role: 'mentor' })
}

const formats = ['json', 'html', 'docx'] as const

async function exported(
  format: (typeof formats)[number],
  choice: Partial<InputOf<'memberExport.preview'>> = {},
): Promise<string> {
  const path = join(dirname(file.path), `record.${format}`)
  const request = { id: mira, privateNotes: false, others: 'roles', today: '2026-11-25', ...choice } as const
  await file.call('memberExport.write', { ...request, format, path })
  if (format !== 'docx') return readFileSync(path, 'utf8')
  const parts = await unzipTexts(path)
  for (const [name, xml] of parts) expect(xmlFault(xml), name).toBeNull()
  return [...parts.values()].join('\n')
}

test.each(formats)('everything that is kept is in the %s', async (format) => {
  const match = await addMatch(file, { program: 'Pathways', mentor: tariq, mentee: mira })
  await addSession(file, {
    matchId: match,
    attendeeIds: [mira, tariq],
    title: 'First talk',
    notes: 'She wants **hives**.',
    topics: ['Honey'],
    actionItems: [{ id: null, text: 'Read about wax', ownerId: mira, dueOn: '2026-12-01', doneOn: null }],
  })
  await addSession(file, {
    attendeeIds: [tariq, kim],
    notes: `Nothing here.\n\n${mentionLink(mira, 'Mira')} would know about swarms.`,
  })
  await addSession(file, { attendeeIds: [tariq], notes: 'MIRA OKAFOR is said to know about queens.' })
  await addContacts(file, [
    [mira, kim, 20_700, 'help'],
    [kim, mira, 20_701, 'help'],
  ])
  await file.command((writer) => {
    const community = writer.insert('communities', {
      name: 'Apiary',
      domain: '',
      purpose: '',
      stage: 'maturing',
      rhythm_days: null,
    })
    writer.insert('community_members', {
      community_id: community,
      member_id: mira,
      role: 'host',
      joined_on: '2026-02-01',
    })
  })
  await file.call('consents.record', {
    memberIds: [mira],
    purpose: 'contact',
    answer: 'given',
    answeredOn: '2026-03-04',
    how: 'on paper',
  })
  await file.call('members.save', {
    id: mira,
    member: {
      ...(await profile()),
      location: 'York',
    },
  })
  const text = await exported(format, { others: 'named' })
  for (const part of [
    'Mira Okafor',
    'mira@riverside.example',
    '+44 20 7946 0958',
    'called in the morning',
    'Beekeeping',
    'Pathways',
    'Tariq Haddad',
    'Kim Park',
    'First talk',
    'hives',
    'Honey',
    'Read about wax',
    'would know about swarms',
    'know about queens',
    'Apiary',
    'host',
    'on paper',
    'York',
    // What stood there before.
    'Leeds',
  ]) {
    expect(text, part).toContain(part)
  }
  expect(text).not.toContain('Nothing here.')
  expect(text).toContain(recordLabels.without)
})

async function profile(): Promise<InputOf<'members.save'>['member']> {
  const { name, sortName, email, phone, status, role, about, skillsOffered } = await file.call(
    'members.get',
    {
      id: mira,
    },
  )
  const none = {
    jobTitle: null,
    organisation: null,
    location: null,
    department: null,
    capacity: null,
    joinedOn: null,
    externalId: null,
    skillsWanted: [],
    invitedBy: null,
  }
  return { name, sortName, email, phone, status, role, about, skillsOffered, ...none }
}

test.each(formats)('others are what they are to the member in the %s, also in the texts', async (format) => {
  const match = await addMatch(file, { program: 'Pathways', mentor: tariq, mentee: mira })
  await addSession(file, {
    matchId: match,
    attendeeIds: [mira, tariq],
    notes: `Tariq Haddad (tariq@riverside.example) asked; ${mentionLink(kim, 'Kimmy')} and Kim Park heard it.`,
    actionItems: [{ id: null, text: 'Tell Kim Park', ownerId: tariq, dueOn: null, doneOn: null }],
  })
  await addSession(file, {
    attendeeIds: [tariq, kim],
    notes: 'Tariq Haddad says that Mira Okafor does well.',
  })
  await addContacts(file, [[mira, kim, 20_700]])
  const text = await exported(format)
  expect(text).not.toMatch(/tariq|haddad|kim|park/i)
  expect(text).toContain('Mira Okafor')
  expect(text).toContain('a mentor')
  expect(await exported(format, { others: 'named' })).toMatch(/Tariq Haddad/)
})

/** Where private text may hide: in a session of hers, in others' notes, in items, in earlier versions, in drafts. */
const sessions = fc.array(
  fc.record({
    confidentiality: fc.constantFrom(...confidentialities),
    before: fc.constantFrom(...confidentialities),
    attended: fc.boolean(),
    removed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
)

interface Case {
  confidentiality: Confidentiality
  before: Confidentiality
  attended: boolean
  removed: boolean
}

/** Marks in every text of a session: `Zq7private…` where it must not leave by itself, `Zq7open…` where it may. */
async function write({ confidentiality, before, attended, removed }: Case, at: number): Promise<void> {
  const isPrivate = confidentiality === 'private'
  // What was written while a session was private stays private in its history.
  const was = before === 'private' || isPrivate ? 'private' : 'open'
  const now = isPrivate ? 'private' : 'open'
  const attendeeIds = attended ? [mira, tariq] : [tariq, kim]
  const texts = (mark: string) => ({
    title: `Zq7${mark}title${at}`,
    agenda: `Zq7${mark}agenda${at} of Mira Okafor`,
    notes: `Zq7${mark}notes${at} and ${mentionLink(mira, 'Mira Okafor')}`,
    topics: [`Zq7${mark}topic${at}`],
    actionItems: [
      { id: null, text: `Zq7${mark}action${at} Mira Okafor`, ownerId: mira, dueOn: null, doneOn: null },
    ],
  })
  const id = await addSession(file, { attendeeIds, confidentiality: before, ...texts(`${was}before`) })
  const { actionItems } = await file.call('sessions.get', { id })
  const whole = {
    matchId: null,
    heldOn: '2026-11-20',
    minutes: null,
    medium: null,
    rating: null,
    attendeeIds,
    confidentiality,
    ...texts(now),
  }
  const [item] = actionItems
  await file.call('sessions.save', {
    id,
    session: { ...whole, actionItems: whole.actionItems.map((one) => ({ ...one, id: item?.id ?? null })) },
  })
  if (item) await file.call('actionItems.setDone', { id: item.id, doneOn: '2026-11-24' })
  if (removed) await file.call('sessions.remove', { id })
}

test('no private text leaves in any format unless the export says that it holds it', async () => {
  await fc.assert(
    fc.asyncProperty(sessions, fc.constantFrom('named' as const, 'roles' as const), async (cases, others) => {
      file.close()
      await open()
      for (const [at, one] of cases.entries()) await write(one, at)
      await file.call('drafts.save', {
        key: 'session:new',
        body: JSON.stringify({ attendees: [{ id: mira, name: 'Mira Okafor' }], notes: 'Zq7privatedraft' }),
      })
      for (const format of formats) {
        const without = await exported(format, { others })
        expect(without).not.toContain('Zq7private')
        expect(without).toContain(recordLabels.without)
        const complete = await exported(format, { others, privateNotes: true })
        expect(complete).toContain(recordLabels.with)
        expect(complete).toContain('Zq7privatedraft')
        for (const [at, { confidentiality, attended, removed }] of cases.entries()) {
          if (removed) continue
          const mark = confidentiality === 'private' ? 'private' : 'open'
          expect(complete).toContain(`Zq7${mark}notes${at}`)
          if (attended) expect(complete).toContain(`Zq7${mark}title${at}`)
          if (mark === 'open') expect(without).toContain(`Zq7opennotes${at}`)
        }
      }
      const { html } = await file.call('memberExport.preview', {
        id: mira,
        privateNotes: false,
        others,
        today: '2026-11-25',
      })
      expect(html).not.toContain('Zq7private')
    }),
    { numRuns: process.env.COPPICE_LONG === '1' ? 150 : 12 },
  )
}, 120_000)

test('earlier versions and deleted sessions are kept about somebody too', async () => {
  const id = await addSession(file, { attendeeIds: [mira, tariq], notes: 'First wording' })
  await file.call('sessions.remove', { id })
  expect(await exported('json')).toContain('First wording')
})

test('the preview counts what is private', async () => {
  await addSession(file, { attendeeIds: [mira], notes: 'hush', confidentiality: 'private' })
  await addSession(file, { attendeeIds: [mira], notes: 'aloud' })
  const { isPrivate } = await file.call('memberExport.preview', {
    id: mira,
    privateNotes: false,
    others: 'roles',
    today: '2026-11-25',
  })
  expect(isPrivate).toEqual({ sessions: 1, others: 1 })
})

test('the JSON can be read by a program', async () => {
  await addSession(file, { attendeeIds: [mira, tariq], notes: 'aloud' })
  const record = JSON.parse(await exported('json', { others: 'named' })) as Record<string, unknown>
  expect(record).toMatchObject({
    format: 'coppice-member-record',
    version: 1,
    exportedOn: '2026-11-25',
    choice: { privateNotes: false, others: 'named' },
    member: { name: 'Mira Okafor', skillsOffered: ['Beekeeping'] },
    sessions: [{ heldOn: '2026-11-20', notes: 'aloud' }],
    interactions: [{ kind: 'session', direction: 'both', other: { name: 'Tariq Haddad' } }],
  })
})
