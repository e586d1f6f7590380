import { expect, test } from 'vitest'
import { sameVersions } from '../../../scripts/support/dependencies.mjs'
import { missingFromLock, withMissing } from '../../../scripts/support/lockEntries.mjs'

const root = { '': {} }
const a = { 'node_modules/a': { version: '1.0.0' } }
const optional = { 'node_modules/b-darwin-x64': { version: '2.0.0', optional: true } }

test.each([
  ['the same', { ...a }, { ...a }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, { ...a }, false],
  ['one missing', {}, { ...a }, false],
  ['one too many', { ...a, 'node_modules/c': { version: '1.0.0' } }, { ...a }, false],
  ['another platform’s missing', { ...a }, { ...a, ...optional }, true],
])('installed against locked: %s', (_case, installed, locked, same) => {
  expect(sameVersions({ packages: installed }, { packages: { ...root, ...locked } })).toBe(same)
})

const trimmed = {
  packages: {
    ...root,
    'node_modules/parser': {
      version: '3.0.0',
      dev: true,
      optionalDependencies: {
        '@parser/binding-linux-x64-gnu': '3.0.0',
        '@parser/binding-linux-x64-musl': '3.0.0',
        '@parser/binding-darwin-arm64': '3.0.0',
        fsevents: '~2.3.2',
      },
    },
    'node_modules/@parser/binding-linux-x64-gnu': { version: '3.0.0', optional: true },
    // Another dependent's, which must not be mistaken for ours.
    'node_modules/@parser/binding-linux-x64-musl': { version: '2.9.0', optional: true },
  },
}

test('pinned packages of other platforms that the lock lacks are found', () => {
  expect(missingFromLock(trimmed).map(({ name }) => name)).toEqual([
    '@parser/binding-linux-x64-musl',
    '@parser/binding-darwin-arm64',
  ])
})

test('they are added where their dependent finds them, for their platform only, and nothing else changes', () => {
  const whole = withMissing(trimmed)
  expect(missingFromLock(whole)).toEqual([])
  const below = 'node_modules/parser/node_modules/@parser'
  const {
    [`${below}/binding-linux-x64-musl`]: musl,
    [`${below}/binding-darwin-arm64`]: mac,
    ...others
  } = whole.packages
  expect(musl).toEqual({
    version: '3.0.0',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  })
  expect(mac).toEqual({ version: '3.0.0', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] })
  expect(others).toEqual(trimmed.packages)
})
