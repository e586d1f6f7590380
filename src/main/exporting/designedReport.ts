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
  const [files = []] = await writeSome(desk, request, [{ design: request.design, path }])
  return files
}

/** Writes reports of one format. @returns the paths of each. */
async function writeSome(
  desk: ReportDesk,
  { today, nameAll }: Omit<Request, 'design'>,
  reports: readonly { design: Request['design']; path: string }[],
): Promise<string[][]> {
  const format = reports[0]?.design.format ?? 'pdf'
  if (format !== 'pdf')
    return await desk.ask('reports.write', { today, nameAll, format, reports: [...reports] })
  const files: string[][] = []
  for (const { design, path } of reports) {
    const { html } = await desk.ask('reports.document', { today, nameAll, design })
    const pdf = await desk.print(html)
    files.push([await writeAtomically(path, (file) => file.write(pdf))])
  }
  return files
}

/** So many reports of a batch are on the disk at once, beside their archive; a PDF takes longer than any other. */
const together = { pdf: 1, other: 25 }

/**
 * Writes an archive with a report for each, whole or not at all. What is not in it yet is in a hidden folder beside it,
 * which goes whatever happens.
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
  const some = request.design.format === 'pdf' ? together.pdf : together.other
  try {
    await writeAtomically(path, async (file) => {
      const zip = new ZipFile(file, request.today)
      for (let done = 0; done < pieces.length; done += some) {
        desk.onProgress({ label: 'Writing the reports', done, total: pieces.length })
        const reports = pieces
          .slice(done, done + some)
          .map(({ name, design }) => ({ design, path: join(folder, `${name}.${design.format}`) }))
        if (desk.signal?.aborted) throw stopped()
        for (const written of (await writeSome(desk, request, reports)).flat()) {
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
