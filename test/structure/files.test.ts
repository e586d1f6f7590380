import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { defaultExports, longFiles, machinePaths } from './support/files'
import { projectFiles } from './support/project'

const files = projectFiles()
const here = [checkout, homedir()]

test('no file has a default export, except where a tool asks for one', () => {
  expect(defaultExports(files)).toEqual([])
})

test('no file has more than 500 lines', () => {
  const long = longFiles(files, 300)
  if (long.length > 0) process.stdout.write(`Over 300 lines, to be divided:\n  ${long.join('\n  ')}\n`)
  expect(longFiles(files, 500)).toEqual([])
})

test('no file names a folder of somebody’s machine', () => {
  expect(machinePaths(files, here)).toEqual([])
})

test('each of these rules can fail', () => {
  const one = (path: string, text: string) => new Map([[path, text]])
  expect(defaultExports(one('src/main/a.ts', 'export default 1'))).toHaveLength(1)
  expect(defaultExports(one('src/main/a.ts', 'const a = 1\nexport { a as default }'))).toHaveLength(1)
  expect(defaultExports(one('vite.config.ts', 'export default 1'))).toEqual([])
  expect(longFiles(one('src/a.ts', 'x\n'.repeat(500)), 500)).toEqual([])
  expect(longFiles(one('src/a.ts', 'x\n'.repeat(501)), 500)).toEqual(['src/a.ts: 501 lines'])
  expect(machinePaths(one('README.md', 'Look\nin /home/mira/coppice'), ['/home/mira'])).toEqual([
    'README.md:2',
  ])
  expect(machinePaths(one('a.sh', ['cd ', 'root', 'coppice'].join('/')), [])).toEqual(['a.sh:1'])
  expect(machinePaths(one('README.md', 'team/home/notes'), [])).toEqual([])
})
