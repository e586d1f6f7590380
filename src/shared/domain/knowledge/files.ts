/** The largest file that a piece of knowledge may have, in bytes; and how many it may have. */
export const largestFile = 5_000_000
export const mostFiles = 20

const hrefPattern = /^coppice:file\/([1-9]\d{0,14})$/

/** The address of a file inside a program file, as a picture in a text names it. */
export function fileHref(id: number): string {
  return `coppice:file/${id}`
}

/** Where the window gets the bytes of a picture. */
export function fileUrl(id: number): string {
  return `coppice://files/${id}`
}

/** The file that an address names, or null when it is not a file's address. */
export function fileOfHref(href: string): number | null {
  const digits = hrefPattern.exec(href)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Why a file cannot be taken, with what to do instead; null when it can. */
export function notTakenBecause(name: string, bytes: number): string | null {
  if (bytes === 0) return `“${name}” is empty.`
  if (bytes <= largestFile) return null
  const size = (Math.ceil(bytes / 1e5) / 10).toLocaleString('en')
  return `“${name}” has ${size} MB; a file here has at most ${largestFile / 1e6} MB, so that the program file stays quick to back up. Make it smaller, or keep it where your team keeps its files and write where that is.`
}
