import * as endings from '@main/sample/notes/endings'
import * as phrases from '@main/sample/notes/phrases'
import { templateOf } from '@main/sample/notes/template'
import { createSample } from '@main/sample/sample'
import { topics } from '@main/sample/topics'
import { describe, expect, it } from 'vitest'

const today = '2026-11-23'
const sample = createSample({ seed: 7, today })
const members = [...sample.members()].flat()
const sessions = [...sample.sessions()].flat()
const written = sessions.filter(({ notes }) => notes !== '')

const link = /\[@([^\]]+)\]\(coppice:member\/([^)]*)\)/g
const words = (notes: string) => notes.replace(link, '$1').match(/[\p{L}\p{N}’]+/gu)?.length ?? 0

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the notes', () => {
  it('come from a library whose every slot is known', () => {
    expect(topics.length).toBeGreaterThanOrEqual(24)
    expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length)
    const texts = textsIn([topics, phrases, endings])
    expect(texts.length).toBeGreaterThan(900)
    for (const text of texts) expect(() => templateOf(text), text).not.toThrow()
    for (const topic of topics) {
      const sentences = [...topic.opens, ...topic.talks, ...topic.tries, ...topic.settles, ...topic.lessons]
      expect(sentences.length, topic.name).toBeGreaterThanOrEqual(12)
      expect(new Set(sentences).size).toBe(sentences.length)
      for (const sentence of sentences) expect(sentence).toMatch(/[.?”]$/)
    }
  })

  it('refuse a slot that nobody fills', () => {
    expect(() => templateOf('{b} met {nobody}.')).toThrow(/unknown slot “nobody”/)
  })

  it('are between sixty and four hundred words, and all different', () => {
    for (const { notes } of written) {
      expect(words(notes), notes).toBeGreaterThanOrEqual(60)
      expect(words(notes), notes).toBeLessThanOrEqual(400)
    }
    expect(new Set(written.map(({ notes }) => notes)).size).toBe(written.length)
  })

  it('leave no trace of how they were made', () => {
    for (const { notes, title, agenda, actionItems } of sessions) {
      for (const text of [notes, title ?? '', agenda ?? '', ...actionItems.map((item) => item.text)]) {
        expect(text).not.toMatch(/[{}]|undefined|NaN| {2}| [,.;]|\.\.|\?\./)
        // A sentence begins with a capital, a digit, a quotation mark or a script that has no capitals.
        expect(text.replace(/\*\*[^*]*\*\*[^\n]*/g, '')).not.toMatch(/(^|[.?!] )[a-z]/m)
      }
    }
  })

  it('say nothing twice', () => {
    for (const { notes } of written) {
      const sentences = notes
        .replace(link, '$1')
        .split(/(?<=[.?!”])\s+|\n+/)
        .filter((sentence) => sentence.length > 25)
      expect(new Set(sentences).size, notes).toBe(sentences.length)
    }
  })

  it('use Markdown as a coordinator would', () => {
    const share = (pattern: RegExp) =>
      written.filter(({ notes }) => pattern.test(notes)).length / written.length
    expect(share(/^#{2,3} /m)).toBeGreaterThan(0.25)
    expect(share(/^- /m)).toBeGreaterThan(0.25)
    expect(share(/\*\*/)).toBeGreaterThan(0.4)
    expect(share(/^> /m)).toBeGreaterThan(0.1)
  })

  it('link a member by full name where the notes first name one, and nowhere twice', () => {
    let links = 0
    for (const { notes, attendees } of written) {
      const numbers = [...notes.matchAll(link)].map(([, name, number]) => {
        const member = members[Number(number)]
        expect(name).toBe(member?.name)
        return Number(number)
      })
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.some((number) => attendees.includes(number))).toBe(true)
      links += numbers.length
    }
    expect(links).toBeGreaterThan(2 * written.length)
  })

  it('take the targets of their links from the caller', () => {
    const other = [...sample.sessions((member) => `id-${member + 1000}`)].flat()
    other.forEach(({ notes }, index) => {
      const rewritten = notes.replace(
        link,
        (_, name, ref) => `[@${name}](coppice:member/${Number(ref.slice(3)) - 1000})`,
      )
      expect(rewritten).toBe(sessions[index]?.notes)
    })
  })

  it('tell one story from session to session', () => {
    let followed = 0
    let steps = 0
    sample.matches.forEach((_, index) => {
      const held = sessions.filter(({ match }) => match === index)
      held.slice(0, -1).forEach(({ actionItems }, at) => {
        const next = held[at + 1]
        if (actionItems.length === 0 || !next || next.notes === '') return
        steps++
        if (
          /last time|last session|agreed|still open|two sessions|Nothing came|had to wait|had not got|overtaken/.test(
            next.notes,
          )
        ) {
          followed++
        }
      })
    })
    expect(steps).toBeGreaterThan(200)
    expect(followed / steps).toBeGreaterThan(0.95)
  })

  it('keep what was told in confidence out of notes that others may read', () => {
    const inConfidence =
      /In confidence:|Not for others:|asked that this stay here|For me only:|Told in confidence:/
    for (const { notes, confidentiality } of written) {
      if (confidentiality !== 'private') expect(notes).not.toMatch(inConfidence)
    }
    expect(written.some(({ notes }) => inConfidence.test(notes))).toBe(true)
  })
})
