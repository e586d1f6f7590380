import { isUtf8 } from 'node:buffer'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '@shared/errors'
import { openingError, type Stop, throwIfStopped } from '../inputErrors'
import { decodeWindows1252 } from '../windows1252'

/** A note as it stands in a folder. */
export interface NoteFile {
  /** From the folder on, with slashes. */
  path: string
  text: string
}

export interface NoteFolder {
  name: string
  /** In the order of their paths. */
  notes: NoteFile[]
  /** All other files, by their paths from the folder on; the values are where they are. */
  files: Map<string, string>
  /** Notes that cannot be read, each with a sentence. */
  refused: { path: string; reason: string }[]
}

/** Beyond these it is no collection of notes; and in bytes, as long as a text of knowledge may be. */
const mostEntries = 100_000
const mostNotes = 10_000
const deepest = 30
const largestNote = 4_000_000
const largestTogether = 500_000_000

/** Folders in which programs keep what is theirs. */
const notOnesOwn = /^(?:\..*|node_modules|_resources\.trash)$/

/**
 * Reads the Markdown files of a folder and of those in it, and notes what other files there are. Links of the file
 * system are not followed, so nothing beyond the folder is read.
 *
 * @param path the folder, or one note
 * @throws AppError `file-not-found`, `unreadable-input` in words, `cancelled`
 */
export async function readNoteFolder(path: string, stop: Stop): Promise<NoteFolder> {
  const name = basename(path)
  const found: NoteFolder = { name, notes: [], files: new Map(), refused: [] }
  const there = await stat(path).catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  if (there.isFile()) {
    if (!isNote(name)) throw noNotes(name)
    await readNote(found, path, name)
  } else {
    const notes = await walk(path, found, stop)
    let together = 0
    for (const note of notes.toSorted()) {
      throwIfStopped(stop)
      together += await readNote(found, join(path, note), note)
      if (together > largestTogether) throw tooMuch(name)
    }
  }
  if (found.notes.length + found.refused.length === 0) throw noNotes(name)
  return found
}

/** @returns the paths of the notes. */
async function walk(root: string, found: NoteFolder, stop: Stop): Promise<string[]> {
  const notes: string[] = []
  const waiting: string[][] = [[]]
  let seen = 0
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    throwIfStopped(stop)
    const entries = await readdir(join(root, ...place), { withFileTypes: true }).catch((thrown: unknown) => {
      throw openingError(thrown, place.at(-1) ?? found.name)
    })
    for (const entry of entries) {
      seen += 1
      const path = [...place, entry.name]
      if (seen > mostEntries || path.length > deepest) throw tooMuch(found.name)
      if (entry.isDirectory() && !notOnesOwn.test(entry.name)) waiting.push(path)
      else if (entry.isFile() && isNote(entry.name)) notes.push(path.join('/'))
      else if (entry.isFile()) found.files.set(path.join('/'), join(root, ...path))
      else if (isNote(entry.name))
        found.refused.push({
          path: path.join('/'),
          reason: 'This is a link to a file elsewhere; copy the file itself into the folder.',
        })
    }
  }
  if (notes.length > mostNotes) throw tooMuch(found.name)
  return notes
}

const isNote = (name: string) => /\.(?:md|markdown|mdown|mkd)$/i.test(name)

/** @returns how many bytes were read. */
async function readNote(found: NoteFolder, file: string, path: string): Promise<number> {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > largestNote) {
    found.refused.push({ path, reason: 'It is longer than a text here can be. Divide it.' })
    return 0
  }
  try {
    const bytes = await readFile(file)
    const text = textOf(bytes)
    if (text.includes('\0')) found.refused.push({ path, reason: 'It holds no text.' })
    else found.notes.push({ path, text: text.replace(/\r\n?/g, '\n') })
    return bytes.length
  } catch (thrown) {
    found.refused.push({ path, reason: openingError(thrown, basename(path)).message })
    return 0
  }
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : decodeWindows1252(bytes)
}

function noNotes(name: string): AppError {
  return new AppError(
    'unreadable-input',
    `In “${name}” there are no notes in Markdown (.md). Choose the folder that holds them.`,
  )
}

function tooMuch(name: string): AppError {
  return new AppError(
    'unreadable-input',
    `“${name}” holds more than ${mostNotes.toLocaleString('en')} notes, or far more than notes. Choose a folder within it.`,
  )
}
