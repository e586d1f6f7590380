import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { collect, show } from '../../../scripts/support/run.mjs'
import { duration } from '../../../scripts/support/say.mjs'

const node = (code: string): [string, string[]] => [process.execPath, ['-e', code]]

test('what a command says and how it ends is collected', async () => {
  const said = await collect(...node('console.log("out"); console.error("err"); process.exitCode = 3'))
  expect(said.code).toBe(3)
  expect(said.output.split('\n').filter(Boolean).sort()).toEqual(['err', 'out'])
})

test('a command that does not exist is an outcome, not an exception', async () => {
  expect((await collect('no-such-command-here', [])).code).toBe(127)
})

test('a command ended by a signal counts as failed', async () => {
  expect(await show(...node('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9999)'))).toBe(143)
})

test.each([
  [90, '0.1 s'],
  [9_949, '9.9 s'],
  [42_400, '42 s'],
  [125_000, '2 min 5 s'],
])('%d ms are said as %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words)
})

test.runIf(process.platform !== 'win32')(
  'being asked to end, a command is asked first and waited for',
  async () => {
    const module = new URL('../../../scripts/support/run.mjs', import.meta.url).href
    const inner =
      'process.on("SIGTERM", () => { console.log("tidied up"); process.exit(5) }); setInterval(() => {}, 999); console.log("ready")'
    const outer = `const { show } = await import(${JSON.stringify(module)}); process.exitCode = await show(process.execPath, ['-e', ${JSON.stringify(inner)}])`
    const child = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      if (text.includes('ready')) child.kill('SIGTERM')
    })
    const [code] = await once(child, 'exit')
    expect({ code, said }).toEqual({ code: 5, said: 'ready\ntidied up\n' })
  },
)
