const longest = 120

/** Names that Windows keeps for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** A title as a file name that every system takes. */
export function fileNameOf(title: string): string {
  const plain = [...title.toWellFormed()]
    .map((letter) =>
      letter < ' ' || letter === '\u007f' || '<>:"/\\|?*\ufffd'.includes(letter) ? ' ' : letter,
    )
    .join('')
  const name = tidy(
    tidy(plain)
      .slice(0, longest)
      .toWellFormed()
      .replace(/\ufffd$/, ''),
  )
  if (name === '') return 'Coppice'
  return device.test(name) ? `_${name}` : name
}

/** Windows drops spaces and full stops at the end of a name; elsewhere a full stop at its beginning hides it. */
function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')
}

/**
 * A name that none of those taken has, whether a file system minds capitals and accents or not; it is taken then.
 */
export function uniqueFileName(title: string, taken: Set<string>): string {
  const name = fileNameOf(title)
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`
    const key = free.normalize('NFKC').toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return free
  }
}
