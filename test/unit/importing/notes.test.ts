import { frontMatterOf } from '@main/importing/notes/frontMatter'
import { withLinks } from '@main/importing/notes/noteLinks'
import { noteOf } from '@main/importing/notes/noteOf'
import { NoteTargets } from '@main/importing/notes/noteTargets'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const note = (text: string, path = 'How we weld.md') => noteOf({ path, text }, '2026-11-26')

test('what stands above the text says what a note is', () => {
  const text = `---
title: Weld | in the [rain]
tags: [welding, '#Safety', welding]
author: Mira Okafor, bo@x.example
type: How-to
status: published
review date: 2027-01-31
created: 2025-02-03T10:00
aliases: [wet welding]
---
# Weld / in the (rain)

Keep it dry.
`
  expect(note(text)).toEqual({
    path: 'How we weld.md',
    title: 'Weld / in the (rain)',
    kind: 'practice',
    state: 'endorsed',
    topics: ['welding', 'Safety'],
    authors: ['Mira Okafor', 'bo@x.example'],
    community: null,
    reviewOn: '2027-01-31',
    createdOn: '2025-02-03',
    body: 'Keep it dry.',
    remarks: ['Not taken from what stands above the text: aliases.'],
  })
})

test('without it the first heading is the title, else the name of the file', () => {
  expect(note('\n# First words ##\n\nText')).toMatchObject({
    title: 'First words',
    body: 'Text',
    remarks: [],
  })
  expect(note('Text\n\n# Later', 'a/what-we_learned.md')).toMatchObject({
    title: 'what we learned',
    body: 'Text\n\n# Later',
  })
})

test('nothing of a note is lost where what stands above it is no YAML, or none at all', () => {
  for (const text of [
    '---\na: "no end\n---\nText',
    '---\nonly a line\n---\nText',
    '---\nno end',
    '--- \n\n---\n',
  ])
    expect(frontMatterOf(text)).toSatisfy(
      ({ body, fields }: ReturnType<typeof frontMatterOf>) =>
        body === text || (fields.size === 0 && text.endsWith(body)),
    )
  const bomb = `---\na: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghijk'
    .split('')
    .map(
      (key, at, all) =>
        `${key}: &${key} [${Array(9)
          .fill(`*${all[at - 1] ?? 'a'}`)
          .join(',')}]`,
    )
    .join('\n')}\n---\nText`
  expect(frontMatterOf(bomb)).toMatchObject({
    body: bomb,
    problem: expect.stringContaining('cannot be read'),
  })
})

test('a very long title is cut, and stays whole in the text', () => {
  const long = 'word '.repeat(60).trim()
  expect(note(`# ${long}\n\nText`)).toMatchObject({
    title: long.slice(0, 200).trim(),
    body: `# ${long}\n\nText`,
    remarks: ['Its title was cut after 200 characters.'],
  })
})

test('links are found as programs write them, and not in code', () => {
  const seen: unknown[] = []
  const text = [
    '[[Note]] and [[dir/Note#Part|words]] ![[pic.png|300]] [a b](other%20note.md#x "title")',
    '![alt](<my pic.png>) \\[[no]] `[[code]]` [deep](a(b).md) [ref][1] <https://x.example>',
    '```',
    '[[fenced]]',
    '```',
  ].join('\n')
  const same = withLinks(text, (link) => {
    seen.push([link.embeds ? '!' : '', link.isWiki ? 'wiki' : 'plain', link.target, link.words].join(' '))
    return null
  })
  expect(same).toBe(text)
  expect(seen).toEqual([
    ' wiki Note ',
    ' wiki dir/Note#Part words',
    '! wiki pic.png 300',
    ' plain other%20note.md#x a b',
    '! plain my pic.png alt',
    ' plain a(b).md deep',
  ])
})

test('a text without rewritten links is the same text, whatever it is', () => {
  const pieces = fc.constantFrom(
    '[[',
    ']]',
    '[',
    ']',
    '(',
    ')',
    '!',
    '|',
    '`',
    '\\',
    '\n',
    '```',
    'a',
    ' ',
    '<',
    '>',
    '"',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      expect(withLinks(text, () => null)).toBe(text)
      expect(withLinks(text, () => 'x').length).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('links lead to notes and files of the folder, never beyond it, never to one of several', () => {
  const notes = [
    { path: 'a/One.md', title: 'The one' },
    { path: 'b/Two.md', title: 'Two' },
    { path: 'b/twin.md', title: 'Twin of b' },
    { path: 'c/twin.md', title: 'Twin of c' },
  ]
  const targets = new NoteTargets(notes, ['img/Pic.png', 'b/plan.pdf'])
  const from = 'b/Two.md'
  const title = (target: string, isWiki = true) => {
    const found = targets.find(target, from, isWiki)
    return found && (found.is === 'note' ? found.title : found.path)
  }
  expect(title('One')).toBe('The one')
  expect(title('the ONE#Part')).toBe('The one')
  expect(title('a/One')).toBe('The one')
  expect(title('twin')).toBe('Twin of b')
  expect(targets.find('twin', 'a/One.md', true)).toBeNull()
  expect(title('../a/One.md', false)).toBe('The one')
  expect(title('plan.pdf', false)).toBe('b/plan.pdf')
  expect(title('pic.png')).toBe('img/Pic.png')
  expect(title('../img/Pic.png', false)).toBe('img/Pic.png')
  for (const away of ['../../etc/passwd', 'https://x.example/a.md', 'file:///etc/passwd', '#part', ''])
    expect(title(away, false)).toBeNull()
})
