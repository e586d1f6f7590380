import { createSample } from '@main/sample/sample'
import { describe, expect, it } from 'vitest'
import { counted } from './read'

const today = '2027-02-10'
const sizes = { members: 20_000, sessions: 50_000, interactions: 200_000 }
const sample = createSample({ seed: 2, today, sizes })
const members = [...sample.members()].flat()

describe('a large sample', () => {
  it('keeps addresses apart and most names, though not all', () => {
    expect(members).toHaveLength(20_000)
    const addresses = members.flatMap(({ email }) => (email === null ? [] : [email]))
    expect(new Set(addresses).size).toBe(addresses.length)
    const names = [...counted(members.map(({ name }) => name)).values()]
    const unique = names.filter((count) => count === 1).length
    expect(unique / members.length).toBeGreaterThan(0.85)
    expect(unique).toBeLessThan(members.length)
    members.forEach(({ invitedBy }, index) => {
      if (invitedBy !== null) expect(invitedBy).toBeLessThan(index)
    })
    const external = members.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]))
    expect(new Set(external).size).toBe(external.length)
  })

  it('yields exactly the sessions asked for, in small batches, with references that hold', () => {
    let count = 0
    let last = ''
    const perMatch = new Map<number | null, number>()
    const vocabulary = new Map<string, number>()
    let bytes = 0
    const digests = new Set<string>()
    const faults: string[] = []
    for (const batch of sample.sessions()) {
      if (batch.length > 1000) faults.push('a batch too large')
      for (const { match, attendees, heldOn, notes, actionItems } of batch) {
        count++
        bytes += Buffer.byteLength(notes)
        if (notes !== '') digests.add(notes)
        perMatch.set(match, (perMatch.get(match) ?? 0) + 1)
        if (heldOn < last || heldOn > today) faults.push(`out of order: ${heldOn}`)
        last = heldOn
        for (const attendee of attendees) {
          const joinedOn = members[attendee]?.joinedOn ?? null
          if (joinedOn === null || joinedOn > heldOn) faults.push(`${attendee} was not there on ${heldOn}`)
        }
        if (actionItems.some(({ owner }) => owner === null || owner >= attendees.length))
          faults.push('a stray owner')
        for (const [, name, number] of notes.matchAll(/\[@([^\]]+)\]\(coppice:member\/(\d+)\)/g)) {
          if (members[Number(number)]?.name !== name) faults.push(`a wrong link to ${name}`)
        }
        if (count % 10 === 0) {
          for (const [word] of notes.toLowerCase().matchAll(/\p{L}+/gu)) {
            vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
          }
        }
      }
    }
    expect(faults.slice(0, 5)).toEqual([])
    expect(count).toBe(50_000)
    expect(bytes / count).toBeGreaterThan(650)
    expect(bytes / count).toBeLessThan(1100)
    expect(digests.size).toBeGreaterThan(0.98 * count)
    for (const match of perMatch.keys()) if (match !== null) expect(sample.matches[match]).toBeDefined()
    // A few words make up much of the text and a long tail comes up once or twice, as in any language.
    const counts = [...vocabulary.values()].sort((a, b) => b - a)
    const total = counts.reduce((sum, one) => sum + one, 0)
    const top = (ranks: number) => counts.slice(0, ranks).reduce((sum, one) => sum + one, 0) / total
    expect(top(10)).toBeGreaterThan(0.15)
    expect(top(100)).toBeGreaterThan(0.4)
    expect(top(100)).toBeLessThan(0.75)
    expect(counts.length).toBeGreaterThan(3000)
    expect(counts.filter((one) => one <= 2).length / counts.length).toBeGreaterThan(0.2)
  })

  it('yields exactly the interactions asked for', () => {
    let count = 0
    let last = 0
    const faults: string[] = []
    for (const batch of sample.interactions()) {
      count += batch.count
      if (batch.from.length !== batch.count || batch.at.length !== batch.count)
        faults.push('columns of other lengths')
      for (let row = 0; row < batch.count; row++) {
        const [from, to, at] = [batch.from[row] ?? -1, batch.to[row] ?? -1, batch.at[row] ?? 0]
        if (from === to || from < 0 || to < 0 || from >= 20_000 || to >= 20_000)
          faults.push(`${from} to ${to}`)
        if (at < last) faults.push(`${at} after ${last}`)
        last = at
      }
    }
    expect(faults.slice(0, 5)).toEqual([])
    expect(count).toBe(200_000)
    expect(sample.communities.length).toBeGreaterThan(3)
  })
})
