import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { exportSessions } from '@main/exporting'
import type { SummarySession } from '@shared/domain/redaction'
import { describe, expect, test } from 'vitest'
import { formats, sourceOf, testFolder } from './files'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()

/** The sample again and again, so many sessions. */
function many(count: number): SummarySession[] {
  return Array.from({ length: count }, (_, index) => {
    const sample = sampleSessions[index % sampleSessions.length]
    if (sample === undefined) throw new Error('The sample is empty.')
    return { ...sample, id: index + 1 }
  })
}

describe.each(formats)('%s', (format) => {
  test('is written whole, and tells how far it is', async () => {
    const told: number[] = []
    const path = folder.path(`report.${format}`)
    const answer = await exportSessions(format, sourceOf(sampleScope, many(230), 'none', 100), path, {
      onProgress: ({ done, total }) => {
        told.push(done)
        expect(total).toBe(230)
      },
    })
    expect(answer).toEqual({ paths: [path], sessions: 230 })
    expect(folder.names()).toEqual([`report.${format}`])
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toBe(230)
  })

  test('stops when it is asked to, and leaves the older file', async () => {
    const path = folder.path(`report.${format}`)
    writeFileSync(path, 'older')
    let asked = 0
    const stopped = exportSessions(format, sourceOf(sampleScope, many(600), 'none'), path, {
      shouldStop: () => {
        asked += 1
        return asked > 110
      },
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(path, 'utf8')).toBe('older')
    expect(folder.names()).toEqual([`report.${format}`])
  })

  test('of no session at all is a whole report that says so', async () => {
    const path = folder.path(`report.${format}`)
    expect(await exportSessions(format, sourceOf(sampleScope, [], 'private'), path)).toEqual({
      paths: [path],
      sessions: 0,
    })
    expect(readFileSync(path).length).toBeGreaterThan(100)
    if (format === 'html' || format === 'md') {
      expect(readFileSync(path, 'utf8')).toContain('No session in this period.')
    }
  })

  test('is not written from two different states of the records', async () => {
    let readings = 0
    const changing = {
      scope: sampleScope,
      redaction: 'none' as const,
      sessions() {
        readings += 1
        return [readings === 1 ? many(20) : many(19)]
      },
    }
    await expect(exportSessions(format, changing, folder.path('report'))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(folder.names()).toEqual([])
  })

  test('does not survive half on a full disk', async (context) => {
    mkdirSync(folder.path('tiny'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder.path('tiny')], {
        stdio: 'ignore',
      })
    } catch {
      return context.skip()
    }
    try {
      const path = folder.path(`tiny/report.${format}`)
      await expect(
        exportSessions(format, sourceOf(sampleScope, many(900), 'none'), path),
      ).rejects.toMatchObject({
        code: 'disk-full',
      })
      expect(execFileSync('ls', ['-A', folder.path('tiny')], { encoding: 'utf8' })).toBe('')
    } finally {
      execFileSync('umount', [folder.path('tiny')])
    }
  })
})
