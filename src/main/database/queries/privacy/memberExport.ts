import { writeRecord } from '@main/exporting/record'
import { recordHtml } from '@main/exporting/recordHtml'
import type { InputOf } from '@shared/contract'
import type { memberExport } from '@shared/contract/memberExport'
import { recordDocument } from '@shared/domain/memberDocument'
import { exportedRecord, type MemberRecord } from '@shared/domain/memberRecord'
import type { Reader } from '../../engine/reader'
import type { Handlers, Task } from '../../handler'
import { replacingMembers } from '../members/spellings'
import { programName } from '../programFile/program'
import { memberRecord } from './memberRecord'
import { replacingOthers } from './recordPeople'

type Request = InputOf<'memberExport.preview'>

export const memberExportHandlers: Handlers<typeof memberExport> = {
  'memberExport.preview': (db, request, task) => {
    const record = whole(db, request, task)
    return { html: htmlOf(db, record, request), isPrivate: countPrivate(record) }
  },

  'memberExport.document': (db, request, task) => {
    const record = whole(db, request, task)
    return { html: htmlOf(db, record, request), name: record.member.name }
  },

  'memberExport.write': async (db, { format, path, ...request }, task) => {
    const record = exported(db, whole(db, request, task), request)
    return { path: await writeRecord(format, record, circumstances(db, request), path) }
  },
}

function whole(db: Reader, { id }: Request, task: Task): MemberRecord {
  return memberRecord(db, id, replacingMembers(db, [id], 'them'), task)
}

function exported(db: Reader, record: MemberRecord, { id, privateNotes, others }: Request) {
  return exportedRecord(record, { privateNotes, others }, replacingOthers(db, id))
}

function circumstances(db: Reader, { today }: Request) {
  return { programName: programName(db), generatedOn: today }
}

function htmlOf(db: Reader, record: MemberRecord, request: Request): string {
  return recordHtml(recordDocument(exported(db, record, request), circumstances(db, request)))
}

function countPrivate({
  sessions,
  enrolments,
  support,
  growth,
  actionItems,
  passages,
  drafts,
  changes,
}: MemberRecord) {
  const marked = [support, growth, actionItems, passages, drafts, changes].flatMap((items) =>
    items.filter(({ isPrivate }) => isPrivate),
  )
  return {
    sessions: sessions.filter(({ confidentiality }) => confidentiality === 'private').length,
    others: marked.length + enrolments.filter(({ note }) => note !== null).length,
  }
}
