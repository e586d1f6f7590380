/** Pictures by how they begin. Drawings that may hold a program (SVG) are files like any other. */
const pictures: readonly (readonly [mediaType: string, isSo: (head: string) => boolean])[] = [
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/gif', (head) => /^GIF8[79]a/.test(head)],
  ['image/webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
]

/** What a file is by its first bytes; its name may say anything. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return pictures.find(([, isSo]) => isSo(head))?.[0] ?? 'application/octet-stream'
}

export function isPicture(mediaType: string): boolean {
  return pictures.some(([picture]) => picture === mediaType)
}
