import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notesToDocx, textParagraph } from '@main/exporting/docxNotes'
import { notesHtml } from '@main/exporting/htmlEntry'
import { notesToMarkdown } from '@main/exporting/markdownText'
import { tests } from 'commonmark-spec'
import { Document, Packer } from 'docx'
import { expect, test } from 'vitest'
import { unzipTexts } from './packages'

/** The examples of CommonMark's specification as notes: what they say is in every export. */

const examples = tests.map(({ markdown, html, number, section }) => ({
  name: `${section} ${number}`,
  // The specification shows tabs as arrows.
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}))

const references: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

/** What is read, without the spaces between. */
function read(html: string): string {
  return html
    .replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[a-z/][^>]*>/gi, '')
    .replace(/&(?:lt|gt|quot|apos|#39|amp);/g, (reference) => references[reference] ?? reference)
    .replace(/\s+/g, '')
}

test('there are all of them', () => {
  expect(examples).toHaveLength(652)
})

/** Examples in which HTML stands: here it is text, as everywhere in Coppice. */
const holdsHtml = ({ markdown }: { markdown: string }) => /<[a-z/?!]/i.test(markdown)

/** By design: a link or a picture without words says something, and a title in two brackets is a link to knowledge. */
const otherwise: Readonly<Record<string, string>> = {
  'Links 484': './target.md',
  'Images 581': 'image',
  'Links 548': '[“foo”][“foo”]:/url',
  'Images 590': '!“foo”“foo”:/url"title"',
}

test.each(examples.filter((one) => !holdsHtml(one)))(
  '$name says in HTML what it says by the specification',
  ({ name, markdown, html }) => {
    expect(read(notesHtml(markdown))).toBe(otherwise[name] ?? read(html))
  },
)

/** A tag that Markdown does not make. */
const foreign =
  /<(?!\/?(?:p|em|strong|s|code|pre|blockquote|ul|ol|li|h[1-6]|hr|br|a|table|thead|tbody|tr|th|td)\b)[^>]*>/g

test.each(examples.filter(holdsHtml))(
  '$name keeps the words of its HTML, and runs none of it',
  ({ name, markdown }) => {
    const html = notesHtml(markdown)
    expect(html.match(foreign)).toBeNull()
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    // One names the language of its code, the other writes a letter as a reference.
    if (/HTML/.test(name) && !/(?:161|630)$/.test(name)) expect(words(read(html))).toBe(words(markdown))
  },
)

test.each(examples)('$name reads the same when its Markdown was exported', ({ markdown }) => {
  expect(read(notesHtml(notesToMarkdown(markdown, 4)))).toBe(read(notesHtml(markdown)))
})

test('in a Word document every example says what it says in HTML', async () => {
  const counter = { lists: 0 }
  const mark = (index: number) => `§${index}§`
  const children = examples.flatMap(({ markdown }, index) => [
    textParagraph(mark(index), {}),
    ...notesToDocx(markdown, counter),
  ])
  children.push(textParagraph(mark(examples.length), {}))
  const folder = mkdtempSync(join(tmpdir(), 'coppice-docx-'))
  const file = join(folder, 'examples.docx')
  writeFileSync(file, await Packer.toBuffer(new Document({ sections: [{ children }] })))
  const text = read((await unzipTexts(file)).get('word/document.xml') ?? '')
  rmSync(folder, { recursive: true })
  const wrong = examples.filter(({ markdown }, index) => {
    const part = text.slice(text.indexOf(mark(index)) + mark(index).length, text.indexOf(mark(index + 1)))
    return part !== read(notesHtml(markdown))
  })
  // On paper the address of a link stands behind its words.
  expect(wrong.map(({ name }) => name)).toEqual(['Links 501'])
})
