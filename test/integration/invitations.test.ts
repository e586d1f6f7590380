import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf } from '@shared/contract'
import { erasedName } from '@shared/domain/erasure'
import { usualLetter } from '@shared/domain/growth/letter'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addCommunity, addGathering } from './communitySupport'
import { addMember, openTestFile, type TestFile } from './support'

const today = '2026-11-25'
let file: TestFile
let communityId: number
let mira: number
let jan: number

beforeEach(async () => {
  file = openTestFile()
  mira = await addMember(file, { name: 'Mira Okafor' })
  communityId = await addCommunity(file, { coordinatorId: mira })
  jan = await addMember(file, { name: 'Jan Weiss', email: 'jan@x.example', status: 'prospect' })
  await file.call('communities.join', {
    id: communityId,
    memberIds: [mira],
    role: null,
    joinedOn: '2026-01-05',
  })
})
afterEach(() => file.close())

const list = () => file.call('invitations.list', { communityId, today })
const contacts = () =>
  file.read((db) => db.all('SELECT from_id, to_id, at, kind, logged_by FROM interactions'))

type Fields = InputOf<'invitations.save'>['invitation']
async function invite(fields: Partial<Fields> = {}, id: number | null = null): Promise<number> {
  const saved = await file.call('invitations.save', {
    id,
    communityId,
    invitation: {
      memberId: null,
      name: null,
      email: null,
      invitedById: mira,
      invitedOn: '2026-11-01',
      note: null,
      ...fields,
    },
  })
  return saved.id
}

describe('an invitation', () => {
  test('of a member is a contact with who invited them, once it was spoken', async () => {
    const id = await invite({ memberId: jan, invitedOn: null, name: 'left out', email: 'no@x.example' })
    expect(contacts()).toEqual([])
    expect((await list()).invitations).toMatchObject([
      { name: 'Jan Weiss', email: 'jan@x.example', step: 'thought of' },
    ])
    expect(await file.call('invitations.spoken', { ids: [id], invitedOn: '2026-11-02' })).toEqual({
      spoken: 1,
    })
    expect(await file.call('invitations.spoken', { ids: [id], invitedOn: today })).toEqual({ spoken: 0 })
    expect(contacts()).toEqual([
      { from_id: mira, to_id: jan, at: '2026-11-02', kind: 'invitation', logged_by: 'derived' },
    ])
    await invite({ memberId: jan, invitedById: null }, id)
    expect(contacts()).toEqual([])
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('is on the list once, until it was declined, and nobody invites themselves', async () => {
    const id = await invite({ memberId: jan })
    await invite({ name: 'Inês Duarte' })
    await expect(invite({ memberId: jan })).rejects.toThrow('Jan Weiss is on the list already.')
    await expect(invite({ name: 'inês duarte' })).rejects.toThrow('Inês Duarte is on the list already.')
    await expect(invite({ memberId: mira })).rejects.toThrow(/Nobody invites themselves/)
    await expect(invite({})).rejects.toThrow(/Say who it is/)
    await file.call('invitations.answer', { id, answer: 'declined', answeredOn: '2026-11-03' })
    await invite({ memberId: jan, invitedOn: today })
    await expect(
      file.call('invitations.answer', { id, answer: 'later', answeredOn: '2026-10-01' }),
    ).rejects.toThrow('They were invited on 2026-11-01.')
  })

  test('tells how far somebody has come: invited is no part, being there is', async () => {
    const id = await invite({ memberId: jan })
    expect((await list()).invitations).toMatchObject([{ step: 'invited', cameOn: null }])
    const gathering = await addGathering(file, communityId, { heldOn: '2026-11-12' })
    await file.call('gatherings.attend', {
      id: gathering,
      attendees: [{ memberId: jan, minutes: null }],
      guests: 0,
    })
    expect((await list()).invitations).toMatchObject([{ step: 'came', cameOn: '2026-11-12', belongs: false }])
    await file.call('invitations.admit', { id, joinedOn: '2026-11-13' })
    expect((await list()).invitations).toMatchObject([{ step: 'came', answer: 'accepted', belongs: true }])
  })
})

describe('who accepts', () => {
  test('becomes a member of the directory and the community in one step, and in one step back', async () => {
    const id = await invite({ name: 'Inês Duarte', email: 'ines@x.example' })
    const { memberId, isNew } = await file.call('invitations.admit', { id, joinedOn: today })
    expect(isNew).toBe(true)
    expect(await file.call('members.get', { id: memberId })).toMatchObject({
      name: 'Inês Duarte',
      sortName: 'Duarte, Inês',
      email: 'ines@x.example',
      status: 'active',
      joinedOn: today,
      invitedBy: { id: mira },
      communities: [{ name: 'Field Craft' }],
    })
    expect((await list()).people).toMatchObject([
      { name: 'Inês Duarte', by: `member ${mira}` },
      { name: 'Mira Okafor', by: null },
    ])
    expect(contacts()).toMatchObject([{ from_id: mira, to_id: memberId }])
    await file.call('history.undo', {})
    expect((await list()).invitations).toMatchObject([{ memberId: null, name: 'Inês Duarte', answer: null }])
    expect(file.read((db) => db.value('SELECT count(*) FROM members'))).toBe(2)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('is not made a second time where somebody of that address is in the directory', async () => {
    const id = await invite({ name: 'J. Weiss', email: 'JAN@x.example' })
    expect(await file.call('invitations.admit', { id, joinedOn: today })).toEqual({
      memberId: jan,
      isNew: false,
    })
    expect(await file.call('members.get', { id: jan })).toMatchObject({
      status: 'active',
      invitedBy: { id: mira },
    })
    expect((await list()).invitations).toMatchObject([{ name: 'Jan Weiss', answer: 'accepted' }])
  })
})

test('invitations go into the trash and come back, also when nobody knows any more who it was', async () => {
  const id = await invite({ memberId: jan, note: 'Met at the fair' })
  const { trash } = await file.call('invitations.remove', { id })
  expect(contacts()).toEqual([])
  await file.call('members.remove', { ids: [jan] })
  await file.call('trash.restore', { ids: trash })
  expect((await list()).invitations).toMatchObject([
    { name: 'Somebody', memberId: null, note: 'Met at the fair' },
  ])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('who is erased stays in the funnel without a name, and what was noted about inviting them goes', async () => {
  const id = await invite({ name: 'Inês Duarte', email: 'ines@x.example', note: 'Inês sings' })
  const { memberId } = await file.call('invitations.admit', { id, joinedOn: today })
  const record = await file.call('memberExport.preview', {
    id: memberId,
    privateNotes: true,
    others: 'named',
    today,
  })
  expect(record.html).toContain('Was invited: Mira Okafor')
  expect(record.html).toContain('Inês sings')
  await file.call('members.eraseRecords', { ids: [memberId], reason: null })
  expect((await list()).invitations).toMatchObject([{ name: erasedName, note: null, step: 'accepted' }])
  const left = file.read((db) => [
    ...db.column<string>('SELECT before FROM changes WHERE before IS NOT NULL'),
    ...db.column<string>('SELECT summary FROM commands'),
  ])
  expect(left.join('\n')).not.toMatch(/sings|ines@|Duarte/)
})

describe('letters', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coppice-letters-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (format: 'eml' | 'csv', ids: number[], path: string, letter = usualLetter) =>
    file.call('invitations.writeLetters', { communityId, ids, letter, format, today, path })

  test('are mail drafts that no name can break out of, one a person, over nothing that is there', async () => {
    const nasty = 'Bo "X" <evil@x.example>\r\nBcc: all@x.example'
    const ids = [
      await invite({ name: 'Inês 李 Duarte', email: 'ines@x.example' }),
      await invite({ name: nasty, email: 'bo@x.example' }),
      await invite({ name: '../../*up*', email: null, invitedById: null }),
    ]
    expect(await write('eml', ids, folder)).toEqual({ letters: 3 })
    await write('eml', ids.slice(0, 1), folder)
    const names = readdirSync(folder).sort()
    expect(names).toHaveLength(4)
    expect(names).toContain('Field Craft - Inês 李 Duarte.eml')
    expect(names).toContain('Field Craft - Inês 李 Duarte (2).eml')
    const drafts = names.map((name) => readFileSync(join(folder, name), 'utf8'))
    for (const draft of drafts) {
      const [head = ''] = draft.split('\r\n\r\n')
      expect(head).toMatch(/^X-Unsent: 1$/m)
      expect(head).toMatch(/^Subject: An invitation to Field Craft$/m)
      expect(head).not.toMatch(/^(?:Bcc|From|Cc):/im)
      expect(head.match(/^To:/gm)?.length ?? 0).toBeLessThanOrEqual(1)
      expect(draft).not.toMatch(/[^ -~\r\n\t]|[^\r]\n/)
    }
    const to = drafts.flatMap((draft) => /^To: (.*(?:\r\n[ \t].*)*)/m.exec(draft)?.[1] ?? [])
    expect(to).toHaveLength(3)
    expect(to.filter((line) => line.includes('<bo@x.example>'))).toHaveLength(1)
    expect(to.find((line) => line.includes('<ines@x.example>'))).toMatch(/^=\?UTF-8\?/)
    const up = drafts.find((draft) => draft.includes('up')) ?? ''
    expect(up).toContain('Dear ../../*up*,')
    expect(up).toContain('<p>Dear ../../*up*,</p>')
    expect(up).toContain('One of our members thought of you.')
  })

  test('are a table without formulas', async () => {
    const id = await invite({ name: '=HYPERLINK("http://x.example")', email: 'a@x.example' })
    const path = join(folder, 'letters.csv')
    await write('csv', [id], path, { subject: '{{name}}', body: '+{{community}}' })
    expect(readFileSync(path, 'utf8')).toBe(
      '\uFEFFname,email,subject,letter\r\n"\'=HYPERLINK(""http://x.example"")",a@x.example,"\'=HYPERLINK(""http://x.example"")",\'+Field Craft\r\n',
    )
  })

  test('are kept as they were written last, and know when the community meets next', async () => {
    expect((await list()).letter).toEqual(usualLetter)
    await addGathering(file, communityId, { heldOn: '2026-12-03' })
    await file.call('invitations.saveLetter', { letter: { subject: 'Come', body: 'See {{name}}' } })
    const { letter, about } = await list()
    expect(letter).toEqual({ subject: 'Come', body: 'See {{name}}' })
    expect(about).toMatchObject({
      community: 'Field Craft',
      coordinator: 'Mira Okafor',
      nextOn: '2026-12-03',
    })
  })
})

test('whoever was archived and takes part again is in the lists again; who was erased stays out', async () => {
  const old = await addMember(file, { name: 'Ola Berg', email: 'ola@x.example', status: 'alumni' })
  await file.call('members.archive', { ids: [old], archived: true })
  const id = await invite({ name: 'Ola Berg', email: 'OLA@x.example' })
  expect(await file.call('invitations.admit', { id, joinedOn: today })).toEqual({
    memberId: old,
    isNew: false,
  })
  const archived = () => file.read((db) => db.value('SELECT archived_at FROM members WHERE id = ?', old))
  expect(archived()).toBeNull()
  await file.call('history.undo', {})
  expect(archived()).not.toBeNull()

  const gone = await invite({ memberId: jan })
  await file.call('members.eraseRecords', { ids: [jan], reason: null })
  await expect(file.call('invitations.admit', { id: gone, joinedOn: today })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('erased'),
  })
})
