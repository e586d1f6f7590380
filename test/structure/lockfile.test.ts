import { expect, test } from 'vitest'
import { missingFromLock } from '../../scripts/support/lockEntries.mjs'
import { projectFiles } from './support/project'

const text = projectFiles().get('package-lock.json') ?? ''

test('package-lock.json names no registry', () => {
  expect(registries(text)).toEqual([])
})

test('package-lock.json has every platform’s packages, so that npm ci works everywhere (npm run lockfile adds them)', () => {
  expect(missingFromLock(JSON.parse(text)).map(({ name, version }) => `${name}@${version}`)).toEqual([])
})

test('both rules can fail', () => {
  const resolved = {
    packages: { 'node_modules/a': { version: '1.0.0', resolved: 'https://example.org/a.tgz' } },
  }
  expect(registries(JSON.stringify(resolved))).toEqual(['node_modules/a'])
  const trimmed = { packages: { 'node_modules/a': { optionalDependencies: { 'a-win32-x64': '1.0.0' } } } }
  expect(missingFromLock(trimmed)).toEqual([
    { dependent: 'node_modules/a', name: 'a-win32-x64', version: '1.0.0' },
  ])
})

function registries(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> }
  return Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)
}
