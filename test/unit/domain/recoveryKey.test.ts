import { recoveryKeyOf, secretOfRecoveryKey } from '@shared/domain/recoveryKey'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('a recovery key gives the secret back, however it is written', () => {
  fc.assert(
    fc.property(
      secrets,
      fc.constantFrom<(key: string) => string>(
        (key) => key,
        (key) => key.toLowerCase(),
        (key) => key.replaceAll('-', ''),
        (key) => ` ${key.replaceAll('-', ' ')}\n`,
        (key) => key.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('V', 'u'),
      ),
      (secret, write) => {
        expect(secretOfRecoveryKey(write(recoveryKeyOf(secret)))).toEqual(secret)
      },
    ),
  )
})

test('it is seven groups of four', () => {
  expect(recoveryKeyOf(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-0000')
  expect(recoveryKeyOf(new Uint8Array(16).fill(255))).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
})

test('one wrong character, or two neighbours that changed places, is noticed', () => {
  fc.assert(
    fc.property(
      secrets,
      fc.nat({ max: 27 }),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (secret, at, letter) => {
        const key = recoveryKeyOf(secret).replaceAll('-', '')
        fc.pre(key[at] !== letter)
        expect(secretOfRecoveryKey(key.slice(0, at) + letter + key.slice(at + 1))).toBeNull()
        const swapped =
          key.slice(0, at) +
          key
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          key.slice(at + 2)
        if (swapped !== key) expect(secretOfRecoveryKey(swapped)).toBeNull()
      },
    ),
  )
})

test('what is no recovery key gives nothing', () => {
  for (const text of ['', '7GQ4', 'correct horse battery staple', `${'*'.repeat(28)}`, `Z${'0'.repeat(27)}`])
    expect(secretOfRecoveryKey(text)).toBeNull()
})
