import type { InputOf } from '@shared/contract'
import { erasedText } from '@shared/domain/erasure'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addCommunity } from './communitySupport'
import { addMember, openTestFile, type TestFile } from './support'

const today = '2026-11-25'
let file: TestFile
let communityId: number
let mira: number
let jan: number
let kim: number

beforeEach(async () => {
  file = openTestFile()
  communityId = await addCommunity(file)
  mira = await addMember(file, { name: 'Mira Okafor' })
  jan = await addMember(file, { name: 'Jan Weiss', skillsOffered: ['Tides'] })
  kim = await addMember(file, { name: 'Kim Park', skillsOffered: ['tides', 'Permits'] })
  await file.call('communities.join', {
    id: communityId,
    memberIds: [mira, jan, kim],
    role: null,
    joinedOn: today,
  })
})
afterEach(() => file.close())

const list = () => file.call('asks.list', { communityId })
const contacts = () =>
  file.read((db) =>
    db.all('SELECT from_id, to_id, directed, at, kind, logged_by FROM interactions ORDER BY id'),
  )

async function ask(
  fields: Partial<InputOf<'asks.save'>['ask']> = {},
  id: number | null = null,
): Promise<number> {
  const saved = await file.call('asks.save', {
    id,
    communityId,
    ask: {
      askerId: mira,
      text: 'Who has read a tide gauge in ice?',
      askedOn: '2026-11-01',
      topic: 'Tides',
      isPrivate: false,
      ...fields,
    },
  })
  return saved.id
}

async function answer(
  askId: number,
  fields: Partial<InputOf<'asks.answer'>['answer']> = {},
): Promise<number> {
  const { id } = await file.call('asks.answer', {
    id: null,
    askId,
    answer: { memberId: jan, answeredOn: '2026-11-03', means: 'phone', helped: null, note: null, ...fields },
  })
  return id
}

describe('asks', () => {
  test('that wait come first, the oldest of them first, each with who offers the topic', async () => {
    const answered = await ask({ askedOn: '2026-10-01' })
    const newer = await ask({ askedOn: '2026-11-20', topic: null, text: 'Any advice on permits?' })
    const older = await ask({ askedOn: '2026-11-02', topic: 'TIDES', askerId: kim })
    await answer(answered)
    const asks = await list()
    expect(asks.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      [older, true],
      [newer, true],
      [answered, false],
    ])
    // Whoever asks is not proposed to answer.
    expect(asks.map(({ topic, offering }) => [topic, offering.map(({ name }) => name)])).toEqual([
      ['Tides', ['Jan Weiss']],
      [null, []],
      ['Tides', []],
    ])
    await file.call('asks.close', { id: newer, closedOn: today })
    expect((await list()).map(({ isOpen }) => isOpen)).toEqual([true, false, false])
    await file.call('asks.close', { id: newer, closedOn: null })
    expect((await list()).map(({ isOpen }) => isOpen)).toEqual([true, true, false])
  })

  test('make a contact from who helped to who asked, one for each of them and day', async () => {
    const id = await ask()
    const first = await answer(id)
    expect(contacts()).toEqual([
      { from_id: jan, to_id: mira, directed: 1, at: '2026-11-03', kind: 'answer', logged_by: 'derived' },
    ])
    await answer(id, { note: 'Again', helped: 'yes' })
    await answer(id, { memberId: kim, answeredOn: '2026-11-05', helped: 'no' })
    await answer(id, { memberId: mira, note: 'Found it myself' })
    expect(contacts()).toMatchObject([
      { from_id: jan, at: '2026-11-03', kind: 'help' },
      { from_id: kim, at: '2026-11-05', kind: 'answer' },
    ])
    await ask({ askerId: kim }, id)
    expect(contacts()).toMatchObject([
      { from_id: jan, to_id: kim },
      { from_id: mira, to_id: kim },
    ])
    await file.call('asks.removeAnswer', { id: first })
    expect(contacts()).toHaveLength(2)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
    await file.call('history.undo', {})
    await file.call('history.undo', {})
    expect(contacts()).toMatchObject([{ to_id: mira }, { to_id: mira }])
  })

  test('go into the trash with their answers and contacts, and come back; their community stays meanwhile', async () => {
    const id = await ask()
    await answer(id, { helped: 'partly' })
    const { trash } = await file.call('asks.remove', { id })
    expect(contacts()).toEqual([])
    expect(await file.call('trash.list', { page: { offset: 0, limit: 10 } })).toMatchObject({
      rows: [{ name: 'Who has read a tide gauge in ice?', parts: { ask_answers: 1 } }],
    })
    await file.call('trash.restore', { ids: trash })
    expect(contacts()).toMatchObject([{ kind: 'help' }])
    await expect(file.call('communities.remove', { id: communityId })).rejects.toThrow(
      /has asks and contacts/,
    )
    await expect(file.call('members.remove', { ids: [jan] })).rejects.toThrow(/1 answer to an ask/)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('refuse an answer from before, and whom nobody knows', async () => {
    const id = await ask()
    await expect(answer(id, { answeredOn: '2026-10-31' })).rejects.toThrow('It was asked on 2026-11-01.')
    await answer(id)
    await expect(ask({ askedOn: '2026-11-04' }, id)).rejects.toThrow('It was answered on 2026-11-03 already.')
    await expect(ask({ askerId: 999 })).rejects.toThrow(/no longer in the directory/)
    await expect(file.call('asks.close', { id, closedOn: '2026-10-01' })).rejects.toThrow(/asked on/)
  })
})

describe('who was part of an ask', () => {
  test('can be erased: that it was asked and answered goes on counting, what was said is gone', async () => {
    const own = await ask()
    await answer(own, { note: 'Told her about zebras' })
    const other = await ask({ askerId: kim, text: 'Does Mira Okafor know?' })
    await answer(other, { memberId: mira, note: 'Knows about zebras' })
    await file.call('asks.remove', { id: await ask({ text: 'Zebras?' }) })
    await file.call('members.eraseRecords', { ids: [mira], reason: null })
    const asks = await list()
    expect(asks.find(({ id }) => id === own)).toMatchObject({ text: erasedText, answers: [{ note: null }] })
    expect(asks.find(({ id }) => id === other)).toMatchObject({
      text: 'Does someone know?',
      answers: [{ note: null }],
    })
    const left = file.read((db) => [
      ...db.column<string>('SELECT text FROM asks'),
      ...db.column<string>('SELECT before FROM changes WHERE before IS NOT NULL'),
      ...db.column<string>('SELECT summary FROM commands'),
    ])
    expect(left.join('\n')).not.toMatch(/zebra|ice/i)
    expect(contacts()).toHaveLength(2)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('reads all of it in what is exported about them', async () => {
    await answer(await ask(), { note: 'Over lunch', helped: 'yes' })
    await answer(await ask({ askerId: jan, text: 'Permits?' }), { memberId: mira })
    const request = { id: mira, privateNotes: false, others: 'named', today } as const
    const { html } = await file.call('memberExport.preview', request)
    for (const words of ['Who has read a tide gauge in ice?', 'Was answered by: Jan Weiss', 'Over lunch'])
      expect(html).toContain(words)
    expect(html).toContain('Answered: Jan Weiss')
  })
})

describe('responsiveness', () => {
  const input = () => ({ from: null, to: today, today, communityId, loggedOnly: false })

  test('is read from the asks, opens down to them, and calls for passing on what waits', async () => {
    for (const askedOn of ['2026-10-01', '2026-10-05', '2026-10-09', '2026-10-12']) {
      await answer(await ask({ askedOn, askerId: kim }), { answeredOn: '2026-10-14' })
    }
    await ask({ askedOn: '2026-10-20' })
    await ask({ askedOn: '2026-11-24', text: 'Asked yesterday' })
    await file.call('communities.setStage', {
      id: communityId,
      stage: 'maturing',
      since: '2026-01-06',
      note: null,
    })
    const { parts, weak } = await file.call('aliveness.get', input())
    const part = parts.find(({ key }) => key === 'responsiveness')
    expect(part).toMatchObject({ value: 0.4, numerator: 2, denominator: 5, missing: null })
    expect(part?.inputs).toMatchObject({ medianDays: 9, unanswered: 1 })
    expect(weak).toContain('responsiveness')
    const groups = await file.call('aliveness.records', { ...input(), part: 'responsiveness' })
    expect(groups.map(({ total }) => total)).toEqual([2, 2, 1])
    expect(groups[2]?.rows).toEqual([
      {
        people: [{ id: mira, name: 'Mira Okafor' }],
        on: '2026-10-20',
        count: null,
        item: null,
        ask: 'Who has read a tide gauge in ice?',
      },
    ])
    const steps = await file.call('aliveness.steps', input())
    expect(steps.find(({ kind }) => kind === 'pass on')).toMatchObject({
      part: 'responsiveness',
      people: [{ name: 'Mira Okafor' }, { name: 'Jan Weiss' }],
      topic: { name: 'Tides', shared: 'the other offers' },
      day: '2026-10-20',
      count: 36,
      ask: 'Who has read a tide gauge in ice?',
    })
  })

  test('does not count what the coordinator answered', async () => {
    await file.call('communities.saveMember', {
      id: file.read(
        (db) => db.value<number>('SELECT id FROM community_members WHERE member_id = ?', jan) ?? 0,
      ),
      role: 'Coordinator',
      joinedOn: null,
      leftOn: null,
    })
    for (let day = 1; day <= 5; day++) {
      const id = await ask({ askedOn: `2026-10-0${day}` })
      await answer(id, { answeredOn: `2026-10-0${day}` })
      if (day > 3) await answer(id, { memberId: kim, answeredOn: '2026-10-06' })
    }
    const { parts } = await file.call('aliveness.get', input())
    expect(parts.find(({ key }) => key === 'responsiveness')).toMatchObject({
      numerator: 2,
      denominator: 5,
      also: [{ numerator: 5, denominator: 5 }],
    })
  })
})

test('what was asked in confidence leaves with nobody else’s record by itself', async () => {
  const id = await ask({ text: 'How do I say it to Jan Weiss?', isPrivate: true })
  await answer(id, { memberId: kim, note: 'As one says it to Jan Weiss.' })
  const page = async (privateNotes: boolean) =>
    (await file.call('memberExport.preview', { id: jan, privateNotes, others: 'roles', today })).html
  for (const said of ['How do I say it', 'As one says it']) {
    expect(await page(false)).not.toContain(said)
    expect(await page(true)).toContain(said)
  }
})
