import { type Numbers, numberAt } from './numbers'

/**
 * Columns of whole numbers as one run of bytes, each as narrow as its numbers allow: a number is kept as its distance
 * from the least one (as it is, where that would be too far), and rising numbers without a gap, as ids mostly are, take
 * no bytes at all.
 *
 * The bytes: how many rows and columns there are; for each column its width, which is one of the six below, its least
 * and its largest number; then the columns. All in the byte order of the usual processors, the least significant first.
 */

const allTheSame = 0
const eachOneMore = 9
const views = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const

interface Form {
  width: number
  least: number
  most: number
}

/** Numbers before those of the first column, and numbers for each column. */
const ahead = 2
const each = 3

/** All columns have the same length. */
export function pack(columns: readonly Numbers[]): Uint8Array<ArrayBuffer> {
  const rows = columns[0]?.length ?? 0
  const forms = columns.map(formOf)
  const head = [rows, columns.length, ...forms.flatMap(({ width, least, most }) => [width, least, most])]
  const begin = 8 * head.length
  const packed = new Uint8Array(forms.reduce((sum, form) => sum + bytesOf(form, rows), begin))
  packed.set(new Uint8Array(Float64Array.from(head).buffer))
  let at = begin
  for (const [index, form] of forms.entries()) {
    const view = viewOf(packed, at, form, rows)
    const column = columns[index]
    if (view && column) for (let row = 0; row < rows; row++) view[row] = numberAt(column, row) - baseOf(form)
    at += bytesOf(form, rows)
  }
  return packed
}

/** The columns again, or null when these are not bytes that `pack` made. */
export function unpack(packed: Uint8Array<ArrayBuffer>): Numbers[] | null {
  // Numbers of several bytes have to begin at a multiple of their size, and a blob may begin anywhere.
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice()
  const head = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 3)
  const [rows = -1, length = -1] = head
  if (!(rows >= 0 && length >= 0 && head.length >= ahead + each * length)) return null
  const forms = Array.from({ length }, (_, index) => {
    const [width = 0, least = 0, most = 0] = head.subarray(ahead + each * index)
    return { width, least, most }
  })
  const begin = 8 * (ahead + each * length)
  if (forms.reduce((sum, form) => sum + bytesOf(form, rows), begin) !== bytes.byteLength) return null
  let at = begin
  return forms.map((form) => {
    const { width, least, most } = form
    const values = viewOf(bytes, at, form, rows)
    at += bytesOf(form, rows)
    return { length: rows, base: baseOf(form), values, step: width === eachOneMore ? 1 : 0, least, most }
  })
}

function formOf(column: Numbers): Form {
  const { length, least, most } = column
  const spread = most - least
  if (spread === 0) return { width: allTheSame, least, most }
  if (spread === length - 1 && risesByOne(column)) return { width: eachOneMore, least, most }
  if (spread < 2 ** 8) return { width: 1, least, most }
  if (spread < 2 ** 16) return { width: 2, least, most }
  return { width: spread < 2 ** 32 ? 4 : 8, least, most }
}

function risesByOne(column: Numbers): boolean {
  for (let row = 0; row < column.length; row++) if (numberAt(column, row) !== column.least + row) return false
  return true
}

function isWidth(width: number): width is keyof typeof views {
  return width in views
}

/** What is added to each of the values; nothing to the widest ones, which would be no whole numbers any more. */
function baseOf({ width, least }: Form): number {
  return width === 8 ? 0 : least
}

/** Rounded up, so that the next column begins at a multiple of eight as well. */
function bytesOf({ width }: Form, rows: number): number {
  return isWidth(width) ? Math.ceil((width * rows) / 8) * 8 : 0
}

function viewOf(bytes: Uint8Array<ArrayBuffer>, at: number, { width }: Form, rows: number) {
  return isWidth(width) ? new views[width](bytes.buffer, bytes.byteOffset + at, rows) : null
}
