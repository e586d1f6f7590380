import { largestLogo, logoAddress, logoOf, logoType } from '@shared/domain/report/logo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { png } from '../../exporting/pictures'

/** The beginning of a JPEG of 3 × 2, up to its start of frame. */
const jpeg = Uint8Array.of(
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
  ...[0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
)

test('a picture is what its bytes say, with its size', () => {
  expect(logoOf(png)).toMatchObject({ type: 'image/png', width: 1, height: 1 })
  expect(logoOf(logoAddress('image/jpeg', jpeg))).toMatchObject({ type: 'image/jpeg', width: 3, height: 2 })
})

test('what is no picture, or another one than it says, is none', () => {
  const html = new TextEncoder().encode('<svg onload=alert(1)>')
  expect(logoType(html)).toBeNull()
  expect(logoOf(logoAddress('image/png', html))).toBeNull()
  expect(logoOf(logoAddress('image/png', jpeg))).toBeNull()
  expect(logoOf(png.replace('image/png', 'image/svg+xml'))).toBeNull()
  expect(logoOf(`${png}" onerror="alert(1)`)).toBeNull()
  expect(logoOf('https://example.org/logo.png')).toBeNull()
  const large = new Uint8Array(largestLogo + 1)
  large.set(logoOf(png)?.bytes ?? [])
  expect(logoOf(logoAddress('image/png', large))).toBeNull()
})

test('cut and spoiled pictures are refused without an error', () => {
  fc.assert(
    fc.property(fc.constantFrom('png', 'jpeg'), fc.nat(80), fc.nat(255), (kind, at, byte) => {
      const bytes = kind === 'png' ? (logoOf(png)?.bytes ?? jpeg) : jpeg
      const type = kind === 'png' ? 'image/png' : 'image/jpeg'
      const spoiled = Uint8Array.from(bytes)
      spoiled[at % spoiled.length] = byte
      for (const one of [bytes.slice(0, at), spoiled]) {
        const logo = logoOf(logoAddress(type, one))
        if (logo !== null) expect(logo.width * logo.height).toBeGreaterThan(0)
      }
    }),
  )
})
