import { basename, resolve } from 'node:path'
import { localDate } from '@shared/domain/calendar'
import type { Context } from '../context'
import { assertReportFormat, writeImportReport } from '../importReportFile'
import { withFile } from '../openFile'

interface Options {
  file: string
  onDuplicate: 'merge' | 'skip'
  report?: string
  dryRun?: true
  json?: true
}

/** So many notes are told of on stderr. */
const mostTold = 20

/** `import knowledge`: the Markdown notes of a folder as pieces of knowledge. */
export async function importKnowledge(context: Context, input: string, options: Options): Promise<void> {
  const { terminal } = context
  const { dryRun = false, json = false } = options
  const request = {
    file: resolve(input),
    onDuplicate: options.onDuplicate === 'skip' ? ('skip' as const) : ('new version' as const),
    kind: 'practice' as const,
    today: localDate(new Date()),
  }
  const { report } = options
  assertReportFormat(report)
  const done = await withFile(context, options.file, dryRun ? 'read' : 'write', async (ask) => {
    const outcome = await ask(dryRun ? 'knowledge.previewImport' : 'knowledge.import', request)
    const told = { fileName: basename(request.file), on: request.today, written: !dryRun }
    if (report !== undefined)
      await writeImportReport(ask, report, { ...told, came: { what: 'notes', outcome } })
    return outcome
  })
  const { added, changed, unchanged, skipped, files, rejected, remarks } = done
  if (json) {
    await terminal.printJson({ added, changed, unchanged, skipped, files, rejected, remarks, dryRun })
    return
  }
  const figures = [
    [added, 'added'],
    [changed, 'with a new version'],
    [unchanged, 'unchanged'],
    [skipped, 'skipped'],
    [rejected.length, 'rejected'],
    [files, 'files'],
  ].map(([count, word]) => `${count?.toLocaleString('en')} ${word}`)
  await terminal.print(`${dryRun ? 'Nothing was written. It would be: ' : ''}${figures.join(', ')}.\n`)
  const told = [...rejected, ...remarks]
  for (const { path, reason } of told.slice(0, mostTold)) terminal.say(`${path}: ${reason}`)
  if (told.length > mostTold)
    terminal.say(
      `… and ${(told.length - mostTold).toLocaleString('en')} more; add --json to read all of them.`,
    )
}
