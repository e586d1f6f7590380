import { titleKey } from '@shared/domain/knowledge/links'
import type { Note } from './noteOf'

/** What a link of a note leads to within its folder. */
export type Target = { is: 'note'; title: string } | { is: 'file'; path: string; name: string }

/** Finds what the links of a folder's notes lead to. Nothing beyond the folder can be found. */
export class NoteTargets {
  private readonly notes = new Map<string, string[]>()
  private readonly files = new Map<string, string[]>()

  constructor(notes: readonly Pick<Note, 'path' | 'title'>[], files: Iterable<string>) {
    for (const { path, title } of notes) {
      for (const key of [pathKey(withoutEnding(path)), nameKey(withoutEnding(path)), `=${titleKey(title)}`])
        this.notes.set(key, [...(this.notes.get(key) ?? []), title])
    }
    for (const path of files)
      for (const key of [pathKey(path), nameKey(path)])
        this.files.set(key, [...(this.files.get(key) ?? []), path])
  }

  /**
   * @param from the path of the note with the link
   * @returns null for what leads elsewhere, or could lead to several
   */
  find(target: string, from: string, isWiki: boolean): Target | null {
    const bare = isWiki ? target.replace(/[#^].*$/, '') : decoded(target.replace(/[?#].*$/, ''))
    if (bare === '' || /^[a-z][a-z0-9+.-]+:/i.test(bare)) return null
    const beside = resolved(from, bare)
    const [file] = only(this.files.get(pathKey(beside ?? bare))) ?? only(this.files.get(pathKey(bare))) ?? []
    if (file !== undefined) return fileTarget(file)
    const path = (text: string) => pathKey(isWiki ? text : withoutEnding(text))
    const [title] =
      only(beside === null ? undefined : this.notes.get(path(beside))) ??
      only(this.notes.get(path(bare))) ??
      (isWiki
        ? (only(this.notes.get(`=${titleKey(bare)}`)) ?? only(this.notes.get(nameKey(withoutEnding(bare)))))
        : null) ??
      []
    if (title !== undefined) return { is: 'note', title }
    const [elsewhere] = (isWiki ? only(this.files.get(nameKey(bare))) : null) ?? []
    return elsewhere === undefined ? null : fileTarget(elsewhere)
  }
}

function fileTarget(path: string): Target {
  return { is: 'file', path, name: path.slice(path.lastIndexOf('/') + 1) }
}

/** What is there once. */
function only(found: readonly string[] | undefined): readonly string[] | null {
  return found?.length === 1 ? found : null
}

/** A path that is written from a note on, from the folder on; null where it leads out of it. */
function resolved(from: string, path: string): string | null {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const withoutEnding = (path: string) => path.replace(/\.(?:md|markdown|mdown|mkd)$/i, '')
const pathKey = (path: string) => `/${path.normalize('NFC').toLowerCase()}`
const nameKey = (path: string) =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase()
