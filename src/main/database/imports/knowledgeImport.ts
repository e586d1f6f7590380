import { readFile } from 'node:fs/promises'
import { type NoteFolder, readNoteFolder } from '@main/importing/notes/noteFolder'
import { withLinks } from '@main/importing/notes/noteLinks'
import { type Note, noteOf } from '@main/importing/notes/noteOf'
import { NoteTargets } from '@main/importing/notes/noteTargets'
import { type KnowledgeInput, knowledgeFields } from '@shared/contract/knowledge'
import type { KnowledgeImportOutcome, KnowledgeImportRequest } from '@shared/contract/knowledgeImport'
import { isEmail } from '@shared/domain/email'
import { fileHref, mostFiles, notTakenBecause } from '@shared/domain/knowledge/files'
import { titleKey } from '@shared/domain/knowledge/links'
import type { KnowledgeKind } from '@shared/domain/vocabulary'
import { stopIf } from '../engine/command'
import { nextId } from '../engine/nextId'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Task } from '../handler'
import { itemTitled } from '../queries/knowledge/knowledgeLinks'
import { getItem } from '../queries/knowledge/knowledgeRecord'
import { saveItem } from '../queries/knowledge/knowledgeSave'
import { mediaTypeOf } from '../queries/knowledge/mediaTypes'
import { People } from './people'

type Fate = 'added' | 'changed' | 'unchanged' | 'skipped'

interface Taken {
  path: string
  title: string
  kind: KnowledgeKind
  topics: string[]
  fate: Fate
}

export interface KnowledgeImportResult extends KnowledgeImportOutcome {
  sample: Taken[]
}

const sampled = 200

/** A file that a note shows or links to. */
interface NewFile {
  id: number
  name: string
  content: Buffer
}

/**
 * Goes through the notes of a folder, and writes them where there is a writer; without one it tells what would be
 * done. Notes are found again by their titles.
 *
 * @throws AppError `file-not-found`, `unreadable-input` in words, `cancelled`
 */
export async function importNotes(
  db: Reader,
  writer: Writer | null,
  request: KnowledgeImportRequest,
  task: Task,
): Promise<KnowledgeImportResult> {
  const folder = await readNoteFolder(request.file, { shouldStop: task.cancelled })
  return new NoteImport(db, writer, request, folder).run(task)
}

class NoteImport {
  private readonly people: People
  private readonly targets: NoteTargets
  private readonly notes: Note[]
  private readonly titles = new Map<string, string>()
  private nextFile: number
  private readonly result: KnowledgeImportResult = {
    added: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    files: 0,
    rejected: [],
    remarks: [],
    sample: [],
  }

  constructor(
    private readonly db: Reader,
    private readonly writer: Writer | null,
    private readonly request: KnowledgeImportRequest,
    private readonly folder: NoteFolder,
  ) {
    this.people = new People(db)
    this.notes = folder.notes.map((note) => noteOf(note, request.today))
    this.targets = new NoteTargets(this.notes, folder.files.keys())
    this.nextFile = nextId(db, 'knowledge_files')
    this.result.rejected.push(...folder.refused)
  }

  async run(task: Task): Promise<KnowledgeImportResult> {
    for (const [index, note] of this.notes.entries()) {
      stopIf(task.cancelled)
      task.progress({
        label: `${(index + 1).toLocaleString('en')} notes`,
        done: index,
        total: this.notes.length,
      })
      await this.take(note)
    }
    return this.result
  }

  private async take(note: Note): Promise<void> {
    const key = titleKey(note.title)
    const other = this.titles.get(key)
    if (other !== undefined) {
      this.reject(note, `It has the same title as ${other}; links could not tell the two apart.`)
      return
    }
    const known = itemTitled(this.db, note.title)
    const files: NewFile[] = []
    const remarks = [...note.remarks]
    const item = knowledgeFields.safeParse(await this.itemOf(note, known, files, remarks))
    if (!item.success) {
      this.reject(note, item.error.issues[0]?.message ?? 'It cannot be taken.')
      return
    }
    this.titles.set(key, note.path)
    const fate = this.fateOf(known, item.data, files)
    this.result[fate] += 1
    if (this.result.sample.length < sampled)
      this.result.sample.push({
        path: note.path,
        title: item.data.title,
        kind: item.data.kind,
        topics: item.data.topics,
        fate,
      })
    if (fate === 'unchanged' || fate === 'skipped') return
    for (const reason of remarks) this.result.remarks.push({ path: note.path, reason })
    this.result.files += files.length
    this.nextFile += files.length
    this.write(note, known, item.data, files)
  }

  private reject({ path }: Note, reason: string): void {
    this.result.rejected.push({ path, reason })
  }

  private fateOf(known: number | null, item: KnowledgeInput, files: readonly NewFile[]): Fate {
    if (known === null) return 'added'
    if (this.request.onDuplicate === 'skip') return 'skipped'
    const { body, kind, topics, authors, communityId, reviewOn } = getItem(this.db, { id: known })
    const isSame = (one: readonly (string | number)[], two: readonly (string | number)[]) =>
      [...one].sort().join('\n').toLowerCase() === [...two].sort().join('\n').toLowerCase()
    const unchanged =
      files.length === 0 &&
      body === item.body &&
      kind === item.kind &&
      communityId === item.communityId &&
      reviewOn === item.reviewOn &&
      isSame(topics, item.topics) &&
      isSame(
        authors.map(({ id }) => id),
        item.authorIds,
      )
    return unchanged ? 'unchanged' : 'changed'
  }

  /** What a note comes to; what it does not say of itself stays as it is known. */
  private async itemOf(
    note: Note,
    known: number | null,
    files: NewFile[],
    remarks: string[],
  ): Promise<KnowledgeInput> {
    const before = known === null ? null : getItem(this.db, { id: known })
    const authors = note.authors.map((author) => ({ author, id: this.memberCalled(author) }))
    const strangers = authors.filter(({ id }) => id === null).map(({ author }) => author)
    const communityId = note.community === null ? null : this.communityCalled(note.community)
    if (note.community !== null && communityId === null)
      remarks.push(`There is no community “${note.community}”, so it belongs to none.`)
    if (strangers.length > 0)
      remarks.push(
        `Not certain to be in the directory, so named at the end of the text: ${strangers.join(', ')}.`,
      )
    const body = await this.bodyOf(note, known, files, remarks)
    return {
      kind: note.kind ?? before?.kind ?? this.request.kind,
      title: before?.title ?? note.title,
      body: strangers.length === 0 ? body : `${body}\n\n*Written by ${strangers.join(', ')}.*`.trim(),
      topics: note.topics.length > 0 ? note.topics : (before?.topics ?? []),
      authorIds:
        note.authors.length > 0
          ? authors.flatMap(({ id }) => id ?? [])
          : (before?.authors.map(({ id }) => id) ?? []),
      communityId: communityId ?? before?.communityId ?? null,
      reviewOn: note.reviewOn ?? before?.reviewOn ?? null,
      sessionId: before?.sessionId ?? null,
    }
  }

  /** The text with its links leading to pieces of knowledge and to files that are kept with it. */
  private async bodyOf(
    note: Note,
    known: number | null,
    files: NewFile[],
    remarks: string[],
  ): Promise<string> {
    const wanted = new Map<string, string>()
    withLinks(note.body, ({ target, isWiki }) => {
      const found = this.targets.find(target, note.path, isWiki)
      if (found?.is === 'file') wanted.set(found.path, found.name)
      return null
    })
    const kept = new Map<string, NewFile>()
    for (const [path, name] of wanted) {
      const file = await this.fileAt(path, name, known, files, remarks)
      if (file) kept.set(path, file)
    }
    return withLinks(note.body, ({ target, words, embeds, isWiki }) => {
      const found = this.targets.find(target, note.path, isWiki)
      if (found === null) return null
      if (found.is === 'note') {
        const said = plainWords(words ?? (isWiki ? target : found.title))
        return titleKey(said) === titleKey(found.title) ? `[[${found.title}]]` : `[[${found.title}|${said}]]`
      }
      const file = kept.get(found.path)
      if (!file) return null
      const isPicture = mediaTypeOf(file.content).startsWith('image/')
      const said = words === null || /^\d+(?:x\d+)?$/.test(words) ? found.name.replace(/\.[^.]*$/, '') : words
      return embeds && isPicture
        ? `![${said.replace(/[[\]\\]/g, ' ').trim()}](${fileHref(file.id)})`
        : `${said} (file: ${found.name})`
    })
  }

  /** A file as it is kept already, or as it comes in; null where it cannot be taken, which is remarked. */
  private async fileAt(
    path: string,
    name: string,
    known: number | null,
    files: NewFile[],
    remarks: string[],
  ): Promise<NewFile | null> {
    const at = this.folder.files.get(path)
    const content = at === undefined ? null : await readFile(at).catch(() => null)
    const there = known === null ? 0 : this.count(known)
    const problem =
      content === null
        ? `The file “${name}” could not be read.`
        : (notTakenBecause(name, content.length) ??
          (there + files.length >= mostFiles
            ? `“${name}” is left out: a piece of knowledge has at most ${mostFiles} files.`
            : null))
    if (problem !== null || content === null) {
      if (problem !== null) remarks.push(problem)
      return null
    }
    const same =
      known === null
        ? undefined
        : this.db.value<number>(
            'SELECT id FROM knowledge_files WHERE item_id = ? AND name = ? AND content = ?',
            known,
            name,
            content.toString('base64'),
          )
    if (same !== undefined) return { id: same, name, content }
    const file = { id: this.nextFile + files.length, name, content }
    files.push(file)
    return file
  }

  private count(itemId: number): number {
    return this.db.value<number>('SELECT count(*) FROM knowledge_files WHERE item_id = ?', itemId) ?? 0
  }

  private memberCalled(author: string): number | null {
    const claim = isEmail(author) ? { name: null, email: author } : { name: author, email: null }
    const identity = this.people.identify(claim)
    return identity.is === 'known' ? identity.person.id : null
  }

  private communityCalled(name: string): number | null {
    return this.db.value<number>('SELECT id FROM communities WHERE name = ? COLLATE NOCASE', name) ?? null
  }

  private write(note: Note, known: number | null, item: KnowledgeInput, files: readonly NewFile[]): void {
    const { writer } = this
    if (!writer) return
    const { today } = this.request
    const { id } = saveItem(writer, { id: known, item, today }).value
    for (const { name, content } of files)
      writer.insert('knowledge_files', {
        item_id: id,
        name,
        media_type: mediaTypeOf(content),
        bytes: content.length,
        content: content.toString('base64'),
        added_at: writer.now,
      })
    if (known !== null) return
    const writtenAt = note.createdOn === null ? null : `${note.createdOn}T00:00:00.000Z`
    writer.update('knowledge_items', id, {
      ...(note.state === null ? {} : { state: note.state }),
      ...(writtenAt === null ? {} : { created_at: writtenAt, written_at: writtenAt }),
    })
  }
}

const plainWords = (words: string) => words.replace(/[[\]|\n]/g, ' ').trim()
