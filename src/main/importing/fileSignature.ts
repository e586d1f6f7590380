/**
 * Recognises files that are no CSV whatever they are called, by their first bytes, and says what to do
 * instead. Null for anything that may be a text.
 */
export function notCsvBecause(head: Buffer, name: string): string | null {
  const start = head.toString('latin1', 0, 4096)
  for (const [signature, sentence] of binarySignatures) {
    if (start.startsWith(signature)) return `“${name}” ${sentence}`
  }
  if (start.startsWith('PK\x03\x04')) return `“${name}” ${insideZip(start)}`
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  for (const [beginning, sentence] of textBeginnings) {
    if (beginning.test(text)) return `“${name}” ${sentence}`
  }
  return null
}

/** Whether bytes that are in no known encoding with two bytes a character cannot be text. */
export function looksBinary(head: Buffer): boolean {
  let strange = 0
  for (const byte of head) {
    const control = byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)
    if (control && byte !== 0) strange += 1
  }
  let zeros = 0
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) zeros += 1
  // A stray zero or control character comes from a database export; many of them are not writing.
  return strange * 50 > head.length || zeros * 10 > head.length
}

const saveAsCsv = 'Open it and save it as “CSV UTF-8”, then import that file.'

const binarySignatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'is a PDF. Export the list as CSV from where it came, and import that.'],
  ['\xd0\xcf\x11\xe0', `is an old Excel workbook or another Office file, not a CSV. ${saveAsCsv}`],
  ['SQLite format 3\0', 'is a database, perhaps a program file. Open it with File › Open instead.'],
  ['\x89PNG', 'is a picture. Choose a CSV file.'],
  ['\xff\xd8\xff', 'is a picture. Choose a CSV file.'],
  ['GIF8', 'is a picture. Choose a CSV file.'],
  ['\x1f\x8b', 'is compressed. Unpack it and import the CSV file inside.'],
  ['7z\xbc\xaf\x27\x1c', 'is compressed. Unpack it and import the CSV file inside.'],
  ['Rar!\x1a', 'is compressed. Unpack it and import the CSV file inside.'],
  ['MZ\x90', 'is a program for Windows, not a CSV.'],
  ['\x7fELF', 'is a program, not a CSV.'],
]

const textBeginnings: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, 'is a text document (RTF), not a CSV. Save the table as CSV and import that.'],
  [/^(?:<!doctype html|<html|<table|<meta )/i, `is a web page that calls itself a table. ${saveAsCsv}`],
  [/^<\?xml/i, `is an XML file, not a CSV. ${saveAsCsv}`],
]

function insideZip(start: string): string {
  if (start.includes('opendocument.spreadsheet'))
    return `is an OpenDocument spreadsheet, not a CSV. ${saveAsCsv}`
  if (start.includes('word/')) return 'is a Word document, not a CSV. Save its table as CSV and import that.'
  if (start.includes('[Content_Types].xml'))
    return `is a presentation or another Office file, not a CSV. ${saveAsCsv}`
  if (start.includes('Index/'))
    return 'is a Numbers document, not a CSV. Export it as CSV from Numbers and import that.'
  return 'is a ZIP archive. Unpack it and import the CSV file inside.'
}
