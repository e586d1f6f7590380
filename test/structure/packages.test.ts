import { expect, test } from 'vitest'
import { brokenManifest, brokenPacking } from './support/manifest'
import { projectFiles } from './support/project'

test('every dependency is classified and pinned, and what the package needs is packed', () => {
  const files = projectFiles()
  expect([...brokenManifest(files), ...brokenPacking(files)]).toEqual([])
})

const table = { zod: 'pure', electron: 'electron' } as const

test.each([
  [
    { dependencies: { zod: '^4.0.0' }, devDependencies: { electron: '45.0.0' } },
    'zod: ^4.0.0 is not one version',
  ],
  [
    { dependencies: { zod: '4.0.0', pad: '1.0.0' }, devDependencies: { electron: '45.0.0' } },
    'pad is not classified',
  ],
  [{ dependencies: { zod: '4.0.0' } }, 'electron is classified but no dependency'],
])('%j is refused', (manifest, problem) => {
  const files = new Map([['package.json', JSON.stringify(manifest)]])
  expect(brokenManifest(files, table)).toEqual([expect.stringContaining(problem)])
})

test('what the main process imports has to be packed, what it only names as a type has not', () => {
  const manifest = JSON.stringify({ dependencies: {}, devDependencies: { zod: '4.0.0' } })
  const packing = (code: string) =>
    brokenPacking(
      new Map([
        ['package.json', manifest],
        ['src/main/window.ts', code],
      ]),
    )
  expect(packing("import { z } from 'zod'")).toEqual([expect.stringContaining('zod is imported by src/main')])
  expect(packing("import type { z } from 'zod'")).toEqual([])
  expect(packing("import { app } from 'electron'")).toEqual([])
})
