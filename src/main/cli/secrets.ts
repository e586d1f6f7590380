import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import type { Proof } from '../database/fileKey'
import type { Terminal } from './terminal'

interface Given {
  passphraseFile?: string
  recoveryKeyFile?: string
  newPassphraseFile?: string
}

/**
 * Passphrases and recovery keys: from files, from the lines of standard input in the order in which they are needed, or
 * typed where nobody sees them. Never from an argument, which every process of the computer can read.
 */
export class Secrets {
  private lines: Promise<string[]> | null = null
  private proven: Promise<Proof> | null = null

  constructor(
    private readonly program: Command,
    private readonly terminal: Terminal,
  ) {
    program.addOption(fileOption('--passphrase-file', 'the passphrase of an encrypted file'))
    program.addOption(fileOption('--recovery-key-file', 'its recovery key, instead'))
    program.addOption(fileOption('--new-passphrase-file', 'the passphrase it is to get'))
  }

  /** What opens an encrypted file; asked for once. */
  proof(): Promise<Proof> {
    this.proven ??= this.findProof()
    return this.proven
  }

  /** The passphrase of another file, from a file of its own. */
  async proofIn(file: string): Promise<Proof> {
    return { passphrase: await this.passphraseIn(file) }
  }

  passphraseIn(file: string): Promise<string> {
    return firstLine(file)
  }

  /** A passphrase for a file that has none, or is to get another. */
  async fresh(): Promise<string> {
    const { newPassphraseFile } = this.given
    if (newPassphraseFile !== undefined) return firstLine(newPassphraseFile)
    if (!process.stdin.isTTY) return this.line('the new passphrase')
    const first = await this.typed('New passphrase: ')
    if (first === (await this.typed('The same once more: '))) return first
    throw new AppError('invalid-input', 'The two are not the same. Nothing was changed.')
  }

  private async findProof(): Promise<Proof> {
    const { passphraseFile, recoveryKeyFile } = this.given
    if (recoveryKeyFile !== undefined) return { recoveryKey: await firstLine(recoveryKeyFile) }
    if (passphraseFile !== undefined) return { passphrase: await firstLine(passphraseFile) }
    const passphrase = process.stdin.isTTY
      ? await this.typed('Passphrase: ')
      : await this.line('its passphrase')
    return { passphrase }
  }

  private get given(): Given {
    return this.program.opts<Given>()
  }

  /** The next line of standard input. */
  private async line(what: string): Promise<string> {
    // The descriptor itself: on Windows Electron's process.stdin is always empty.
    this.lines ??= text(createReadStream('', { fd: 0, autoClose: false })).then((all) => all.split(/\r?\n/))
    const next = (await this.lines.catch(() => [])).shift() ?? ''
    if (next !== '') return next
    throw new AppError(
      'passphrase-needed',
      `This program file is encrypted, and ${what} was not given: write it to standard input, or name a file with ` +
        '--passphrase-file.',
    )
  }

  private async typed(question: string): Promise<string> {
    // Readline writes what is typed to its output, and there is none.
    const reading = createInterface({ input: process.stdin, terminal: true })
    process.stderr.write(question)
    try {
      return await reading.question('', { signal: this.terminal.signal })
    } finally {
      reading.close()
      process.stderr.write('\n')
    }
  }
}

function fileOption(name: string, holds: string): Option {
  return new Option(`${name} <path>`, `a file whose first line is ${holds}`)
}

/** Which the editor may have ended with a line break. @throws AppError `unreadable-input` */
async function firstLine(file: string): Promise<string> {
  try {
    const [first = ''] = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/)
    return first
  } catch {
    throw new AppError('unreadable-input', `${file} cannot be read, so nothing was opened.`)
  }
}
