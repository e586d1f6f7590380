import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment, not additions
 */

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the command does not exist
 * @property {string} output stdout and stderr as they came
 */

/**
 * Runs a command and collects what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function collect(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs a command whose words go straight to the person. Ctrl+C is the command's to answer: this
 * process waits for its end, so that what comes after it still happens.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { stdoutToStderr?: boolean }} [options]
 * @returns {Promise<number>} exit code; 128 and the signal's number when a signal ended it
 */
export function show(command, args, options = {}) {
  const { stdoutToStderr = false, ...rest } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...rest,
      stdio: ['inherit', stdoutToStderr ? 2 : 'inherit', 'inherit'],
    })
    const interrupt = () => {
      // A terminal's Ctrl+C has reached the command already.
      if (!process.stdin.isTTY) child.kill('SIGINT')
    }
    const passOn = () => child.kill('SIGTERM')
    process.on('SIGINT', interrupt).on('SIGTERM', passOn).on('SIGHUP', passOn)
    const settle = (/** @type {number} */ code) => {
      process.off('SIGINT', interrupt).off('SIGTERM', passOn).off('SIGHUP', passOn)
      resolve(code)
    }
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      settle(127)
    })
    child.on('close', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/**
 * How npm is called here: by the Node and the npm that started this script, where npm says so.
 * @returns {{ command: string, args: string[] }}
 */
export function npm() {
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script)) {
    return { command: process.env.npm_node_execpath ?? process.execPath, args: [script] }
  }
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] }
    : { command: 'npm', args: [] }
}
