import { writeFileSync } from 'node:fs'
import { exportSessions } from '@main/exporting'
import { writeDocxFiles } from '@main/exporting/docxFiles'
import { openReport } from '@main/exporting/source'
import type { SummarySession } from '@shared/domain/redaction'
import { expect, test } from 'vitest'
import { sourceOf, testFolder } from './files'
import { unzipTexts, xmlFault } from './packages'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()

async function partsOf(sessions: readonly SummarySession[]): Promise<Map<string, string>> {
  const path = folder.path('report.docx')
  await exportSessions('docx', sourceOf(sampleScope, sessions, 'none'), path)
  return await unzipTexts(path)
}

/** The paragraphs of a document as "style: text". */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? 'Normal'
    const text = [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run).join('')
    return `${style}: ${text}`
  })
}

function withNotes(notes: string): SummarySession[] {
  return sampleSessions.slice(0, 1).map((session) => ({ ...session, notes, agenda: null }))
}

test('a document has the styles of Word, page numbers, properties and a language', async () => {
  const parts = await partsOf(sampleSessions)
  for (const [name, xml] of parts) expect(xmlFault(xml), name).toBeNull()
  const body = paragraphs(parts.get('word/document.xml') ?? '')
  expect(body).toContain('Title: Sessions of Mira Okafor')
  expect(body).toContain('Heading1: Sessions')
  expect(body).toContain('Heading2: 17 March 2026: What a price says')
  expect(body).toContain('Heading3: What stood out')
  expect(body).toContain('ListNumber: Nobody names the cost of doing nothing:')
  expect(body).toContain('ListBullet2: the delay of the launch')
  expect(body).toContain('Quote: A price is a sentence about the client, not about us.')
  expect(body).toContain('ListContinue: ☑  Send the retainer template  Mira Okafor, done 18 March 2026')
  expect(body.some((text) => text.includes('Pricing with confidence (https://example.org/pricing)'))).toBe(
    true,
  )
  const footer = parts.get('word/footer1.xml') ?? ''
  expect(footer).toContain('Northwind Guild · Complete, private notes included')
  expect(footer).toContain('NUMPAGES')
  const properties = parts.get('docProps/core.xml') ?? ''
  expect(properties).toContain('<dc:title>Sessions of Mira Okafor</dc:title>')
  expect(properties).toContain('private are included')
  const styles = parts.get('word/styles.xml') ?? ''
  expect(styles).toContain('w:lang w:val="en-GB"')
  expect(styles).toContain('<w:name w:val="List Bullet 2"/>')
})

test('marks, code, tables and breaks keep their meaning', async () => {
  const notes =
    '**bold** *italic* ~~gone~~ `code`\nnext line\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```\none\n  two\n```\n\n---'
  const xml = (await partsOf(withNotes(notes))).get('word/document.xml') ?? ''
  expect(xml).toMatch(/<w:b\/>.{0,40}<w:t[^>]*>bold</)
  expect(xml).toMatch(/<w:i\/>.{0,40}<w:t[^>]*>italic</)
  expect(xml).toMatch(/<w:strike\/>.{0,40}<w:t[^>]*>gone</)
  expect(xml).toMatch(/<w:rStyle w:val="CodeText"\/>.{0,40}<w:t[^>]*>code</)
  expect(xml).toMatch(/<w:br\/>.{0,200}next line/)
  expect(xml).toMatch(/<w:tblHeader\/>/)
  expect(paragraphs(xml)).toContain('Code: one  two')
})

test('every numbered list begins at its own number', async () => {
  const parts = await partsOf(withNotes('1. one\n2. two\n\ntext\n\n1. one again\n\ntext\n\n7. seven'))
  const body = parts.get('word/document.xml') ?? ''
  const lists = [...body.matchAll(/<w:pStyle w:val="ListNumber"\/>.*?<w:numId w:val="(\d+)"\/>/g)].map(
    ([, id]) => id,
  )
  expect(lists[0]).toBe(lists[1])
  expect(new Set(lists).size).toBe(3)
  expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="7"/>')
})

test('a text that is written from right to left is set so', async () => {
  const xml = (await partsOf(sampleSessions.slice(7, 8))).get('word/document.xml') ?? ''
  expect(xml).toMatch(/<w:pStyle w:val="ListBullet"\/>.{0,120}<w:bidi\/>.*?<w:rtl\/>.*?ثلاثون/)
})

test('sessions that are too many for one document become several', async () => {
  const report = await openReport(sourceOf(sampleScope, sampleSessions, 'none'))
  const paths = await writeDocxFiles(report, folder.path('report.docx'), 5)
  expect(folder.names()).toEqual(['report-1.docx', 'report-2.docx', 'report-3.docx'])
  const bodies = await Promise.all(
    paths.map(async (path) => paragraphs((await unzipTexts(path)).get('word/document.xml') ?? '')),
  )
  const headings = bodies.map((body) => body.filter((text) => text.startsWith('Heading2')).length)
  expect(headings).toEqual([5, 5, 2])
  expect(bodies.map((body) => body.includes('Heading1: Figures'))).toEqual([true, false, false])
  expect(bodies[1]).toContain(
    'Subtitle: Northwind Guild · 1 March to 30 November 2026 · made on 23 November 2026 · part 2 of 3',
  )
})

test('an older part is never replaced, and then nothing is written', async () => {
  writeFileSync(folder.path('report-2.docx'), 'older')
  const report = await openReport(sourceOf(sampleScope, sampleSessions, 'none'))
  await expect(writeDocxFiles(report, folder.path('report.docx'), 5)).rejects.toMatchObject({
    code: 'file-exists',
    message: expect.stringContaining('“report-2.docx” exists already'),
  })
  expect(folder.names()).toEqual(['report-2.docx'])
})

test('parts that were written are taken back when the last fails', async () => {
  const source = sourceOf(sampleScope, sampleSessions, 'none')
  let readings = 0
  const report = await openReport({
    ...source,
    async *sessions() {
      readings += 1
      yield* source.sessions()
      if (readings > 1) throw new Error('the reading broke')
    },
  })
  await expect(writeDocxFiles(report, folder.path('report.docx'), 5)).rejects.toThrow('the reading broke')
  expect(folder.names()).toEqual([])
})
