// A process that has the built command line loaded and runs one command after the other, as its file says: of a command
// that is a process of its own, half the time is Node and the modules.
import { tmpdir } from 'node:os'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const [, , script = ''] = process.argv
const exit = process.exit.bind(process)
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
let count = 0

/** @param {(text: string) => void} hear */
function stream(hear) {
  return new Writable({
    decodeStrings: false,
    write(text, _encoding, written) {
      hear(`${text}`)
      written()
    },
  })
}

/**
 * @param {readonly string[]} words
 * @param {string} folder
 */
async function ran(words, folder) {
  const ran = { code: /** @type {number | null} */ (null), out: '', err: '' }
  const streams = {
    stdout: stream((text) => {
      ran.out += text
    }),
    stderr: stream((text) => {
      ran.err += text
    }),
  }
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true })
  /** @param {number} [code] */
  const ended = (code) => {
    ran.code ??= code ?? 0
  }
  Object.defineProperty(process, 'exit', { value: ended, configurable: true })
  process.argv = [process.execPath, script, ...words]
  process.chdir(folder)
  try {
    // Another address for each: what it imports is loaded once, and its own lines run again.
    await import(`${pathToFileURL(script)}?${count++}`)
  } catch (error) {
    ran.code = 1
    ran.err += error instanceof Error ? error.stack : error
  }
  for (const signal of signals) process.removeAllListeners(signal)
  process.chdir(tmpdir())
  return ran
}

process.on('message', async (message) => {
  const { words, folder } = /** @type {{ words: string[], folder: string }} */ (message)
  process.send?.(await ran(words, folder))
})
process.on('disconnect', () => exit())
