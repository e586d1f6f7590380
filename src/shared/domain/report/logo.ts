/** The most bytes that the picture above a report may have. */
export const largestLogo = 1_000_000

export type LogoType = 'image/png' | 'image/jpeg'

const beginnings: Record<LogoType, readonly number[]> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}

/** What kind of picture these bytes are, by how they begin; null for neither PNG nor JPEG. */
export function logoType(bytes: Uint8Array): LogoType | null {
  const types = Object.keys(beginnings) as LogoType[]
  return types.find((type) => beginnings[type].every((byte, at) => bytes[at] === byte)) ?? null
}

/** Bytes as an address that holds them. */
export function logoAddress(type: LogoType, bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:${type};base64,${btoa(text)}`
}

export interface Logo {
  type: LogoType
  bytes: Uint8Array
  /** In pixels. */
  width: number
  height: number
}

const written = /^data:(image\/png|image\/jpeg);base64,([A-Za-z0-9+/]+={0,2})$/

/** The picture that an address holds; null where it is none, is too large, or is not what it says. */
export function logoOf(address: string): Logo | null {
  if (address.length > (largestLogo * 4) / 3 + 40) return null
  const [, type, base64] = written.exec(address) ?? []
  if (base64 === undefined || base64.length % 4 !== 0) return null
  const text = atob(base64)
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  if (bytes.length > largestLogo || logoType(bytes) !== type) return null
  const size = type === 'image/png' ? pngSize(bytes) : jpegSize(bytes)
  return size === null ? null : { type, bytes, ...size }
}

type Size = Pick<Logo, 'width' | 'height'>

const largestSide = 10_000

function sized(width: number, height: number): Size | null {
  const fits = (side: number) => side > 0 && side <= largestSide
  return fits(width) && fits(height) ? { width, height } : null
}

/** From the header chunk, which is always the first. PNG specification, 11.2.1. */
function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return view.getUint32(12) === 0x49484452 ? sized(view.getUint32(16), view.getUint32(20)) : null
}

/** From the start of frame, of whatever kind. ITU-T T.81, B.2.2. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
