/**
 * A recovery key: the 128-bit secret of an encrypted program file as people write it down, in seven groups of four.
 *
 * Crockford's base 32 (https://www.crockford.com/base32.html): no letter that is taken for another, and those that
 * are written all the same are read as what they look like. The last two characters are a checksum modulo a prime,
 * so that one wrong character, or two that changed places, is noticed before anything is tried.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lookalikes: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }
const secretBytes = 16
const digits = 26
const checkDigits = 2
/** The largest prime that two characters can hold. */
const checkPrime = 1021n

/** @param secret 16 bytes. @returns such as `7GQ4-0M2R-…`, seven groups. */
export function recoveryKeyOf(secret: Uint8Array): string {
  if (secret.length !== secretBytes) throw new RangeError(`A secret has ${secretBytes} bytes.`)
  const number = secret.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const text = written(number, digits) + written(number % checkPrime, checkDigits)
  return (text.match(/.{4}/g) ?? []).join('-')
}

/** @returns the 16 bytes; null when this is no recovery key, or one that was not copied right. */
export function secretOfRecoveryKey(text: string): Uint8Array<ArrayBuffer> | null {
  const letters = [...text.toUpperCase().replace(/[\s\-–—.]/g, '')].map(
    (letter) => lookalikes[letter] ?? letter,
  )
  if (letters.length !== digits + checkDigits) return null
  const values = letters.map((letter) => alphabet.indexOf(letter))
  if (values.includes(-1)) return null
  const number = read(values.slice(0, digits))
  if (number >> 128n !== 0n || read(values.slice(digits)) !== number % checkPrime) return null
  return Uint8Array.from({ length: secretBytes }, (_, at) =>
    Number((number >> BigInt(8 * (secretBytes - 1 - at))) & 255n),
  )
}

function written(number: bigint, length: number): string {
  return Array.from(
    { length },
    (_, at) => alphabet[Number((number >> BigInt(5 * (length - 1 - at))) & 31n)],
  ).join('')
}

function read(values: readonly number[]): bigint {
  return values.reduce((sum, value) => sum * 32n + BigInt(value), 0n)
}
