/**
 * What a text of JSON is put together in. The library's own takes a byte order mark within a text away, which somebody
 * may have pasted there; the bytes are known to be UTF-8 by now.
 */
export class ExactText {
  byteLength = 0
  private parts: string[] = []

  appendChar(char: number): void {
    this.parts.push(String.fromCharCode(char))
    this.byteLength += 1
  }

  appendBuf(bytes: Uint8Array, start = 0, end: number = bytes.length): void {
    this.parts.push(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'))
    this.byteLength += end - start
  }

  appendCharCode(code: number): void {
    this.parts.push(String.fromCharCode(code))
  }

  reset(): void {
    this.parts = []
    this.byteLength = 0
  }

  toString(): string {
    return this.parts.join('')
  }
}
