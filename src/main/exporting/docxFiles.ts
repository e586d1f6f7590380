import { access, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { SummaryEntry } from '@shared/domain/redaction'
import { AppError } from '@shared/errors'
import { PendingFile, writeAtomically } from './atomicFile'
import { docxDocument } from './docx'
import type { Report } from './source'

/** More sessions than this make a document that Word opens slowly, and that takes too much memory to build. */
const sessionsPerFile = 1000

/**
 * Writes a report as one Word document, or as `name-1.docx`, `name-2.docx` and so on when its sessions are
 * too many for one. Either all files are written or none; existing parts are never replaced. Resolves with
 * the paths.
 */
export async function writeDocxFiles(
  report: Report,
  path: string,
  perFile = sessionsPerFile,
): Promise<string[]> {
  const { header, shape, tellsSessions } = report
  const sessions = tellsSessions ? header.figures.sessions : 0
  const parts = Math.max(1, Math.ceil(sessions / perFile))
  if (parts > 1) return await writeParts(report, partPaths(path, parts), perFile)
  const entries: SummaryEntry[] = []
  for await (const batch of report.entries()) entries.push(...batch)
  const document = await docxDocument({ header, shape }, entries, { part: 1, parts: 1 })
  return [await writeAtomically(path, (file) => file.write(document))]
}

function partPaths(path: string, parts: number): string[] {
  const extension = extname(path)
  const name = basename(path, extension)
  return Array.from({ length: parts }, (_, index) => join(dirname(path), `${name}-${index + 1}${extension}`))
}

async function writeParts(report: Report, paths: readonly string[], perFile: number): Promise<string[]> {
  for (const path of paths) await refuseExisting(path)
  const files: PendingFile[] = []
  const published: string[] = []
  try {
    for await (const entries of inParts(report, perFile)) {
      const path = paths[files.length]
      if (path === undefined) break
      const file = await PendingFile.create(path)
      files.push(file)
      await file.write(await docxDocument(report, entries, { part: files.length, parts: paths.length }))
      await file.seal()
    }
    for (const file of files) {
      await file.publish()
      published.push(file.target)
    }
    return published
  } catch (thrown) {
    for (const file of files) await file.discard()
    for (const path of published) await rm(path, { force: true })
    throw thrown
  }
}

async function refuseExisting(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  )
  if (!exists) return
  throw new AppError(
    'file-exists',
    `This report is so long that it becomes several files, and “${basename(path)}” exists already. Choose another name or folder.`,
  )
}

async function* inParts(report: Report, perFile: number): AsyncGenerator<SummaryEntry[], void, undefined> {
  let part: SummaryEntry[] = []
  for await (const entries of report.entries()) {
    for (const entry of entries) {
      part.push(entry)
      if (part.length < perFile) continue
      yield part
      part = []
    }
  }
  if (part.length > 0) yield part
}
