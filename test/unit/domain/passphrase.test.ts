import { passphraseProblem } from '@shared/domain/passphrase'
import { expect, test } from 'vitest'

test('a new passphrase is long, and more than one character over and over', () => {
  for (const good of ['maple ferry candle orbit', 'žluťoučký kůň', 'パスフレーズはながいほうがいい'])
    expect(passphraseProblem(good)).toBeNull()
  for (const bad of ['', 'short', 'aaaaaaaaaaaaaaaa', 'abababababab', '🔒🔒🔒🔒🔒🔒'])
    expect(passphraseProblem(bad)).toMatch(/Choose/)
})
