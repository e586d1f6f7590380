/**
 * Cuts text into records before their cells are read: so that each has its physical line, that one record
 * with a stray quotation mark costs itself and not the rest of the file, and that memory stays bounded.
 * A field is quoted when its first character is a quotation mark (RFC 4180); inside, marks are doubled. Lines
 * end with LF, CR LF or CR, in any mixture.
 */

export type FrameFault = 'text after closing quote' | 'quote never closed' | 'too long'

export interface Frame {
  /** Physical line on which the record starts, from 1. */
  line: number
  /** The record without its line end; for a fault the first physical line of it, shortened. */
  text: string
  quoted: boolean
  fault: FrameFault | null
  /** Whether it may be the inside of a faulty record: it stands between an unclosed mark and the next one. */
  suspect: boolean
}

/**
 * A line end within a value that is none of the file's: Unicode's own. Tables that are made of other files have it, so
 * that their rows keep the lines of those files.
 */
export const lineSeparator = '\u2028'

export const longestRecord = 2_000_000
const longestShown = 2000
const quote = 34
const lf = 10
const cr = 13
/** What the scan of a quoted record answers when the record is not complete yet. */
const incomplete = -1

export class RecordFramer {
  #rest = ''
  #line = 1
  #skippingLine = false
  #suspectUntil = 0
  #nextQuote = 0
  #nextLf = 0
  #nextCr = 0
  #fault: FrameFault | null = null
  #faultAt = 0

  constructor(private readonly delimiter: string) {}

  /** Takes the next part of the text and answers the records that are complete with it. */
  push(part: string, end: boolean): Frame[] {
    const text = this.#rest + part
    const frames: Frame[] = []
    this.#forgetPlaces()
    let at = this.#skippingLine ? this.#skipLine(text, end) : 0
    while (at < text.length) {
      const next = this.#frame(text, at, end, frames)
      if (next === incomplete) break
      at = next
    }
    this.#rest = text.slice(at)
    this.#suspectUntil = Math.max(0, this.#suspectUntil - at)
    return frames
  }

  #frame(text: string, start: number, end: boolean, frames: Frame[]): number {
    const lineEnd = this.#lineEnd(text, start, end)
    const stop = lineEnd === -1 ? text.length : lineEnd
    const suspect = start < this.#suspectUntil
    if (this.#quoteAt(text, start) >= stop) {
      if (lineEnd === -1 && !end) return this.#giveUpLongLine(text, start, frames)
      if (stop > start) {
        frames.push({ line: this.#line, text: text.slice(start, stop), quoted: false, fault: null, suspect })
      }
      this.#line += 1
      return afterLineEnd(text, stop)
    }
    const recordEnd = this.#quotedRecordEnd(text, start, end)
    if (recordEnd === incomplete) {
      if (text.length - start <= longestRecord) return incomplete
      if (lineEnd === -1) return this.#giveUpLongLine(text, start, frames)
      this.#fault = 'quote never closed'
      this.#faultAt = stop
    }
    if (this.#fault === null) {
      const record = text.slice(start, recordEnd)
      frames.push({ line: this.#line, text: record, quoted: true, fault: null, suspect })
      this.#line += 1 + lineBreaks(record)
      return afterLineEnd(text, recordEnd)
    }
    const shown = text.slice(start, Math.min(stop, start + longestShown))
    frames.push({ line: this.#line, text: shown, quoted: true, fault: this.#fault, suspect })
    this.#forgetPlaces()
    this.#suspectUntil = Math.max(this.#suspectUntil, this.#faultAt)
    this.#fault = null
    this.#line += 1
    return afterLineEnd(text, stop)
  }

  /** Where a record with quotation marks ends; notes a fault, and answers `incomplete` without its end. */
  #quotedRecordEnd(text: string, start: number, end: boolean): number {
    const delimiter = this.delimiter.charCodeAt(0)
    let field = start
    for (;;) {
      if (text.charCodeAt(field) !== quote) {
        const comma = text.indexOf(this.delimiter, field)
        const lineEnd = this.#lineEnd(text, field, end)
        if (lineEnd !== -1 && (comma === -1 || lineEnd < comma)) return lineEnd
        if (comma === -1) return end ? text.length : incomplete
        field = comma + 1
        continue
      }
      const close = closingQuote(text, field)
      if (close === -1 || (close === text.length - 1 && !end)) {
        if (!end) return incomplete
        if (close === -1) {
          this.#fault = 'quote never closed'
          this.#faultAt = text.length
        }
        return text.length
      }
      const after = text.charCodeAt(close + 1)
      if (after === delimiter) field = close + 2
      else if (after === lf || (after === cr && (end || close + 2 < text.length))) return close + 1
      else if (after === cr) return incomplete
      else if (close + 1 === text.length) return text.length
      else {
        const isMuchLater = /[\n\r]/.test(text.slice(field, close))
        this.#fault = isMuchLater ? 'quote never closed' : 'text after closing quote'
        this.#faultAt = close
        return close
      }
    }
  }

  /** A line that goes on and on is told once and passed over. */
  #giveUpLongLine(text: string, start: number, frames: Frame[]): number {
    if (text.length - start <= longestRecord) return incomplete
    const shown = text.slice(start, start + longestShown)
    frames.push({ line: this.#line, text: shown, quoted: false, fault: 'too long', suspect: false })
    this.#skippingLine = true
    return text.length
  }

  #skipLine(text: string, end: boolean): number {
    const lineEnd = this.#lineEnd(text, 0, end)
    if (lineEnd === -1) return text.endsWith('\r') ? text.length - 1 : text.length
    this.#skippingLine = false
    this.#line += 1
    return afterLineEnd(text, lineEnd)
  }

  /** The next line end, or -1; a CR that ends the text may be half of one. */
  #lineEnd(text: string, from: number, end: boolean): number {
    if (this.#nextLf !== -1 && this.#nextLf < from) this.#nextLf = text.indexOf('\n', from)
    if (this.#nextCr !== -1 && this.#nextCr < from) {
      this.#nextCr = text.indexOf('\r', from)
      if (this.#nextCr === text.length - 1 && !end) this.#nextCr = -1
    }
    if (this.#nextLf === -1) return this.#nextCr
    return this.#nextCr === -1 ? this.#nextLf : Math.min(this.#nextLf, this.#nextCr)
  }

  /** The places looked up last hold for what comes after them, not for going back. */
  #forgetPlaces(): void {
    this.#nextQuote = this.#nextLf = this.#nextCr = -2
  }

  #quoteAt(text: string, from: number): number {
    if (this.#nextQuote < from) {
      const found = text.indexOf('"', from)
      this.#nextQuote = found === -1 ? text.length : found
    }
    return this.#nextQuote
  }
}

function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close !== -1 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2)
  return close
}

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf ? at + 2 : at + 1
}

/** Line ends inside a record; CR LF is one. */
function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== lf) count += 1
  }
  return count
}
