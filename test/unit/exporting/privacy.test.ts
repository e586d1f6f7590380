import { readFileSync } from 'node:fs'
import { exportSessions, type SummaryFormat } from '@main/exporting'
import { summaryHtml } from '@main/exporting/html'
import { redactionLabels } from '@shared/domain/redaction'
import { buildSummary } from '@shared/domain/sessionSummary'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, sourceOf, testFolder } from './files'
import { hostileScope, markedSessions } from './hostile'
import { unzipTexts, xmlFault } from './packages'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()

/** Everything that a reader of the file could find in it. */
async function contentOf(format: SummaryFormat, path: string): Promise<string> {
  if (format !== 'docx' && format !== 'xlsx') return readFileSync(path, 'utf8')
  const parts = await unzipTexts(path)
  for (const [name, xml] of parts) expect(xmlFault(xml), name).toBeNull()
  return [...parts].map(([name, text]) => name + text).join('\n')
}

async function written(
  format: SummaryFormat,
  redaction: RedactionLevel,
  sessions: Parameters<typeof sourceOf>[1],
): Promise<string> {
  const path = folder.path(`report.${format}`)
  await exportSessions(format, sourceOf(hostileScope, sessions, redaction), path)
  return await contentOf(format, path)
}

function marks(content: string, mark: string): number {
  return content.split(mark).length - 1
}

describe.each(formats)('%s', (format) => {
  test('with private notes left out holds no text of a private session, and all others', async () => {
    await fc.assert(
      fc.asyncProperty(markedSessions, async (sessions) => {
        const content = await written(format, 'private', sessions)
        expect(content).not.toContain('Zq7private')
        sessions.forEach(({ confidentiality }, index) => {
          if (confidentiality === 'private') return
          for (const part of ['title', 'agenda', 'notes', 'topic', 'action']) {
            expect(content).toContain(`Zq7open${part}${index}`)
          }
        })
        if (sessions.some(({ confidentiality }) => confidentiality === 'private')) {
          expect(content).toContain('Notes kept private')
        }
        expect(content).toContain(redactionLabels.private)
      }),
      { numRuns: 25 },
    )
  })

  test('of figures holds no name and no text', async () => {
    await fc.assert(
      fc.asyncProperty(markedSessions, async (sessions) => {
        const content = await written(format, 'figures', sessions)
        expect(content).not.toMatch(/Zq7(?:name|open|private)/)
        expect(content).not.toContain('Lagos')
        expect(content).toContain(redactionLabels.figures)
      }),
      { numRuns: 25 },
    )
  })

  test('that is complete holds every text, and says that it does', async () => {
    await fc.assert(
      fc.asyncProperty(markedSessions, async (sessions) => {
        const content = await written(format, 'none', sessions)
        for (const { title, notes, actionItems } of sessions) {
          for (const text of [title, notes, actionItems[0]?.text]) {
            expect(content).toContain(/Zq7\w+/.exec(text ?? '')?.[0])
          }
        }
        expect(content).toContain(redactionLabels.none)
      }),
      { numRuns: 15 },
    )
  })

  test('keeps date and length of a private session', async () => {
    const path = folder.path(`sample.${format}`)
    await exportSessions(format, sourceOf(sampleScope, sampleSessions, 'private'), path)
    const content = await contentOf(format, path)
    expect(content).not.toContain('A hard month')
    expect(content).not.toContain('leaving')
    expect(content).toMatch(format === 'xlsx' ? /<v>46112<\/v>/ : /31 March 2026|2026-03-31/)
    expect(marks(content, '45')).toBeGreaterThan(0)
  })
})

test('a preview of a report leaves out what the report does', () => {
  fc.assert(
    fc.property(markedSessions, (sessions) => {
      expect(summaryHtml(buildSummary(hostileScope, sessions, 'private'))).not.toContain('Zq7private')
      expect(summaryHtml(buildSummary(hostileScope, sessions, 'figures'))).not.toContain('Zq7')
    }),
    { numRuns: 50 },
  )
})
