import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { resolveRuntime } from '../../scripts/runtime/resolve.mjs'
import { checkout, projectNode } from '../../scripts/support/paths.mjs'

/** How a command ended. */
export interface Ran {
  code: number | null
  /** What a program would read. */
  out: string
  /** What a person would read. */
  err: string
}

/** The Electron of this machine, for what needs one; null where there is none yet. */
export const electron = resolveRuntime()

const script = join(checkout, 'out', 'main', 'cli.js')

/** Runs the commands of a file of tests in one process, one after the other; it ends with that of the tests. */
class Host {
  private readonly child: ChildProcess
  private readonly waiting: ((ran: Ran) => void)[] = []
  private last: Promise<unknown> = Promise.resolve()

  constructor() {
    this.child = fork(join(import.meta.dirname, 'cliHost.mjs'), [script], {
      execPath: projectNode,
      execArgv: [],
      env: { ...process.env, COPPICE_ELECTRON: undefined },
      stdio: 'inherit',
    })
    this.child.on('message', (ran) => this.waiting.shift()?.(ran as Ran))
    this.child.on('exit', (code) => {
      for (const wait of this.waiting.splice(0)) wait({ code, out: '', err: 'The process ended with it.' })
    })
  }

  run(words: readonly string[], folder: string): Promise<Ran> {
    const next = this.last.then(
      () =>
        new Promise<Ran>((resolve) => {
          this.waiting.push(resolve)
          this.child.send({ words, folder })
        }),
    )
    this.last = next
    return next
  }
}

let host: Host | null = null

/** A folder in which commands are run, gone afterwards. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'coppice-cli-'))

  path(name: string): string {
    return join(this.folder, name)
  }

  write(name: string, content: string | Buffer): string {
    writeFileSync(this.path(name), content)
    return name
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name))
  }

  has(name: string): boolean {
    return existsSync(this.path(name))
  }

  /** Starts the built command line in a process of its own, on the project's own Node, in this folder. */
  start(words: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
    return spawn(projectNode, [script, ...words], {
      cwd: this.folder,
      env: { ...process.env, COPPICE_ELECTRON: undefined, ...environment },
    })
  }

  /** Runs a command to its end. */
  run(...words: string[]): Promise<Ran> {
    host ??= new Host()
    return host.run(words, this.folder)
  }

  /** Runs a command that finds these lines on its standard input, in a process of its own. */
  fed(lines: readonly string[], ...words: string[]): Promise<Ran> {
    const child = this.start(words)
    child.stdin.end(lines.map((line) => `${line}\n`).join(''))
    return ended(child)
  }

  /** Runs a command that has to succeed. @returns what it printed. */
  async done(...words: string[]): Promise<string> {
    const { code, out, err } = await this.run(...words)
    if (code !== 0) throw new Error(`coppice ${words.join(' ')} ended with ${code}: ${err}`)
    return out
  }

  /** Runs a command that has to succeed, with `--json`. @returns what it answered. */
  async json<T>(...words: string[]): Promise<T> {
    return JSON.parse(await this.done(...words, '--json')) as T
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const ran = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ran.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ran.err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...ran }))
  })
}

/** What a reader of a PDF reads, page after page. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return (await Promise.all(pages)).join('\n').replace(/\s+/g, ' ')
}

/** What a screen reader and a list of bookmarks find in a PDF. */
export async function structureOfPdf(pdf: Uint8Array) {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise
  const { info } = await document.getMetadata()
  const page = await document.getPage(1)
  const outline = (await document.getOutline()) ?? []
  return {
    title: (info as { Title?: string }).Title ?? null,
    language: (info as { Language?: string | null }).Language ?? null,
    isTagged: isMarked(await document.getMarkInfo()),
    /** Kinds of elements of the first page, such as H1 and P. */
    tags: JSON.stringify(await page.getStructTree()).match(/"role":"[^"]+"/g) ?? [],
    bookmarks: outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
  }
}

/** The library's types say an object, and it is a map. */
function isMarked(info: unknown): boolean {
  return info instanceof Map && info.get('Marked') === true
}
