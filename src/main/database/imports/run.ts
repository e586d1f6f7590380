import { readRows } from '@main/importing/readRows'
import type { ImportRequest } from '@shared/contract/imports'
import type { ImportKind, ImportPlan, Rejection, RowBatch } from '@shared/domain/imports'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Task } from '../handler'
import { programTimeZone } from '../queries/programFile/settings'
import { Applicants } from './applicants'
import { InteractionImport, InteractionWriting } from './interactionImport'
import { Ledger } from './ledger'
import { MemberImport } from './memberImport'
import { MemberLooking, MemberWriting } from './memberStore'
import { Participants } from './participants'
import { People } from './people'
import { SessionImport, SessionWriting } from './sessionImport'
import { TopicStore } from './topicStore'

/** Where the rows of one kind of file go. */
interface Taker<K extends ImportKind> {
  take(candidates: RowBatch<K>['candidates'], rejections: readonly Rejection[]): void
  end(): void
}

/** Goes through a file as an import would, and writes nothing. */
export async function lookThrough(db: Reader, request: ImportRequest, task: Task): Promise<Ledger> {
  const ledger = new Ledger(request)
  const people = new People(db)
  const members = new MemberLooking(db)
  const participants = new Participants(people, members, ledger, request.addUnknown)
  const { onDuplicate } = request
  const taker = await readInto(request, task, {
    members: () => new MemberImport(people, members, ledger, onDuplicate, applicantsOf(db, request, null)),
    sessions: () => new SessionImport(db, participants, null, ledger, onDuplicate),
    interactions: () => new InteractionImport(db, participants, null, ledger, programTimeZone(db)),
  })
  taker.end()
  return ledger
}

/** A file that has been read to its end. */
interface Reading {
  /** What there is to be added, merged and rejected. */
  ledger: Ledger
  /** Writes what was held back: best done when the record of the import is there, at which new members point. */
  finish(): void
}

/** Imports a file, within the command that is running. */
export async function importInto(
  db: Writer,
  request: ImportRequest,
  importId: number,
  task: Task,
): Promise<Reading> {
  const ledger = new Ledger(request)
  const people = new People(db)
  const topics = new TopicStore(db)
  const members = new MemberWriting(db, topics, importId)
  const participants = new Participants(people, members, ledger, request.addUnknown)
  const { onDuplicate, plan } = request
  // New people are written at the end, after the sessions and contacts that point at them.
  db.derive('PRAGMA defer_foreign_keys = ON')
  const taker = await readInto(request, task, {
    members: () =>
      new MemberImport(people, members, ledger, onDuplicate, applicantsOf(db, request, { db, importId })),
    sessions: () =>
      new SessionImport(db, participants, new SessionWriting(db, topics, importId), ledger, onDuplicate),
    interactions: () =>
      new InteractionImport(
        db,
        participants,
        new InteractionWriting(db, importId),
        ledger,
        programTimeZone(db),
      ),
  })
  return {
    ledger,
    finish: () => {
      taker.end()
      if (plan.kind !== 'members') members.end()
    },
  }
}

function applicantsOf(
  db: Reader,
  { enrol, today }: ImportRequest,
  writing: { db: Writer; importId: number } | null,
): Applicants | null {
  return enrol ? new Applicants(db, enrol, today, writing) : null
}

type Takers = { [K in ImportKind]: () => Taker<K> }

async function readInto({ file, plan }: ImportRequest, task: Task, takers: Takers): Promise<{ end(): void }> {
  switch (plan.kind) {
    case 'members':
      return pour(file, { ...plan, kind: 'members' }, takers.members(), task)
    case 'sessions':
      return pour(file, { ...plan, kind: 'sessions' }, takers.sessions(), task)
    case 'interactions':
      return pour(file, { ...plan, kind: 'interactions' }, takers.interactions(), task)
  }
}

async function pour<K extends ImportKind>(
  file: string,
  plan: ImportPlan & { kind: K },
  taker: Taker<K>,
  task: Task,
): Promise<Taker<K>> {
  const options = {
    shouldStop: task.cancelled,
    onProgress: ({ rows, bytesRead, fileBytes }: { rows: number; bytesRead: number; fileBytes: number }) =>
      task.progress({ label: `${rows.toLocaleString('en')} rows read`, done: bytesRead, total: fileBytes }),
  }
  for await (const { candidates, rejections } of readRows(file, plan, options))
    taker.take(candidates, rejections)
  return taker
}
