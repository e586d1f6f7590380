import { type RecordDocument, recordDocument, recordLabels } from '@shared/domain/memberDocument'
import type { ExportedRecord } from '@shared/domain/memberRecord'
import type { RecordFormat } from '@shared/domain/vocabulary'
import { writeAtomically } from './atomicFile'

/** A PDF is printed from the HTML. */
type WrittenFormat = Exclude<RecordFormat, 'pdf'>

interface Circumstances {
  programName: string
  /** Calendar date. */
  generatedOn: string
}

/** Writes everything that is kept about a member to a file, whole or not at all. @returns the path. */
export async function writeRecord(
  format: WrittenFormat,
  record: ExportedRecord,
  circumstances: Circumstances,
  path: string,
): Promise<string> {
  const bytes =
    format === 'json'
      ? recordJson(record, circumstances)
      : await readable(format, recordDocument(record, circumstances))
  return await writeAtomically(path, (file) => file.write(bytes))
}

async function readable(format: Exclude<WrittenFormat, 'json'>, document: RecordDocument) {
  if (format === 'docx') return await (await import('./recordDocx')).recordDocx(document)
  return (await import('./recordHtml')).recordHtml(document)
}

/** For another program, and for whoever wants to see every value. */
function recordJson(
  { choice, withheld, ...record }: ExportedRecord,
  { programName, generatedOn }: Circumstances,
): string {
  const kind = choice.privateNotes ? recordLabels.with : recordLabels.without
  const about = { format: 'coppice-member-record', version: 1, program: programName, exportedOn: generatedOn }
  return `${JSON.stringify({ ...about, holds: kind, choice, withheld, ...record }, null, 2)}\n`
}
