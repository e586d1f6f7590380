import type { Archive } from './archive'
import { readXml } from './xml'

/** In characters, of all of them. */
const most = 200_000_000

/** A carriage return stands as `_x000D_`, and what would read like that as `_x005F_x…` (ECMA-376, 22.4.2.4). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The texts that the cells of a workbook refer to by number (ECMA-376, 18.4), without how they are pronounced. */
export async function sharedStrings(archive: Archive, file: string): Promise<string[]> {
  const texts: string[] = []
  let current = ''
  let length = 0
  let inText = false
  let inPhonetic = false
  await readXml(archive.text(file), {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    text: (text) => {
      if (inText) current += text
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') {
        length += current.length
        if (length > most) throw new Error('There is too much text.')
        texts.push(unescaped(current))
      }
    },
  })
  return texts
}
