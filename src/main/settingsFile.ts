import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/**
 * A small JSON file of the app's own. What is read is checked against a schema; a broken file is set aside by name
 * and never written over; what is written is complete or not there.
 */
export class SettingsFile<S extends z.ZodType> {
  private value: z.output<S>

  constructor(
    private readonly path: string,
    private readonly schema: S,
    initial: z.output<S>,
  ) {
    this.value = this.load() ?? initial
  }

  get(): z.output<S> {
    return this.value
  }

  set(value: z.output<S>): void {
    this.value = value
    // The first file may be open before Electron has made the folder.
    mkdirSync(dirname(this.path), { recursive: true })
    const temporary = `${this.path}.new`
    const descriptor = openSync(temporary, 'w')
    try {
      writeSync(descriptor, JSON.stringify(value, null, 2))
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, this.path)
  }

  private load(): z.output<S> | null {
    let text: string
    try {
      text = readFileSync(this.path, 'utf8')
    } catch {
      return null
    }
    const parsed = this.schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    renameSync(this.path, `${this.path}.broken`)
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
