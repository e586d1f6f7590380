import yauzl from 'yauzl'

/** The files inside a zip package, such as a Word document, as text by their names. */
export async function unzipTexts(path: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const zip = await yauzl.openPromise(path)
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('.png')) continue
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part)
    texts.set(entry.fileName, Buffer.concat(parts).toString('utf8'))
  }
  return texts
}

const name = '[A-Za-z_][\\w.:-]*'
const attribute = new RegExp(`\\s+(${name})="([^"<]*)"`, 'y')
const opening = new RegExp(`<(${name})`, 'y')
const closing = new RegExp(`</(${name})\\s*>`, 'y')
const declaration = /<\?xml [^?]*\?>/y
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** What makes a text not well-formed XML 1.0 (without DTD, comments and CDATA), or null when it is. */
export function xmlFault(xml: string): string | null {
  if (illegal.test(xml)) return `illegal character at ${xml.search(illegal)}`
  if (reference.test(xml)) return `bare ampersand at ${xml.search(reference)}`
  const open: string[] = []
  let at = 0
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(xml)
    if (found !== null) at += found[0].length
    return found
  }
  read(declaration)
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at)
      const text = xml.slice(at, next === -1 ? xml.length : next)
      if (open.length === 0 && text.trim() !== '') return `text outside of the root at ${at}`
      if (text.includes(']]>')) return `"]]>" in text at ${at}`
      at += text.length
      continue
    }
    const end = read(closing)
    if (end !== null) {
      if (open.pop() !== end[1]) return `</${end[1]}> closes something else at ${at}`
      continue
    }
    const start = read(opening)
    if (start === null) return `not a tag at ${at}: ${xml.slice(at, at + 40)}`
    const seen = new Set<string>()
    for (let found = read(attribute); found !== null; found = read(attribute)) {
      if (seen.has(found[1] ?? '')) return `attribute ${found[1]} twice at ${at}`
      seen.add(found[1] ?? '')
    }
    const tail = read(/\s*\/?>/y)
    if (tail === null) return `tag ${start[1]} does not end at ${at}: ${xml.slice(at, at + 40)}`
    if (!tail[0].endsWith('/>')) open.push(start[1] ?? '')
  }
  return open.length === 0 ? null : `${open.join(' ')} not closed`
}
