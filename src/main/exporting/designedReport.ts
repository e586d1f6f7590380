import { mkdtemp, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { InputOf, OperationName, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { writeAtomically } from './atomicFile'
import { writingError } from './fileErrors'
import { ZipFile } from './zipFile'

/** What is needed to bring a designed report into a file: the window has it, and so has the command line. */
export interface ReportDesk {
  ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** Prints a document as a PDF. */
  print(html: string): Promise<Uint8Array>
  signal: AbortSignal | undefined
  onProgress(progress: { label: string; done: number; total: number | null }): void
}

type Request = InputOf<'reports.document'>
type Batch = InputOf<'reports.pieces'>

/** Writes a report in the format of its design. @returns the paths; a long Word report is several files. */
export async function writeDesigned(desk: ReportDesk, request: Request, path: string): Promise<string[]> {
  const { format } = request.design
  if (format !== 'pdf') return (await desk.ask('reports.write', { ...request, format, path })).files
  const { html } = await desk.ask('reports.document', request)
  const pdf = await desk.print(html)
  return [await writeAtomically(path, (file) => file.write(pdf))]
}

/**
 * Writes an archive with a report for each, whole or not at all. One report at a time is on the disk beside it, in a
 * hidden folder that goes whatever happens.
 *
 * @returns how many reports are in it
 */
export async function writeBatch(
  desk: ReportDesk,
  { each, ...request }: Batch,
  path: string,
): Promise<number> {
  const pieces = await desk.ask('reports.pieces', { ...request, each })
  const folder = await mkdtemp(join(dirname(path), '.coppice-')).catch((thrown: unknown) => {
    throw writingError(thrown, path)
  })
  try {
    await writeAtomically(path, async (file) => {
      const zip = new ZipFile(file, request.today)
      for (const [at, { name, design }] of pieces.entries()) {
        desk.onProgress({ label: 'Writing the reports', done: at, total: pieces.length })
        if (desk.signal?.aborted) throw stopped()
        const one = join(folder, `${name}.${design.format}`)
        for (const written of await writeDesigned(desk, { ...request, design }, one)) {
          await zip.add(basename(written), written)
          await rm(written)
        }
      }
      if (desk.signal?.aborted) throw stopped()
      await zip.end()
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  return pieces.length
}

function stopped(): AppError {
  return new AppError('cancelled', 'The export was stopped. Nothing was written.')
}
