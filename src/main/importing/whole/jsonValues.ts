import { Tokenizer, TokenType } from '@streamparser/json'
import { ExactText } from './exactText'

/** What is heard of a JSON document while it is read: nothing of it is kept. Keys are those of the objects around. */
export interface JsonListener {
  /** An object or array begins; `path` ends with its own key, and is none for the document itself. */
  opens(kind: 'object' | 'array', path: readonly string[]): void
  closes(kind: 'object' | 'array', path: readonly string[]): void
  value(value: string | number | boolean | null, path: readonly string[]): void
}

interface Container {
  kind: 'object' | 'array'
  state: 'first' | 'key' | 'colon' | 'value' | 'after'
}

/** Deeper than any export: nothing is gained by going on. */
const deepest = 8

/** Thrown for what is no JSON. */
export class NoJson extends Error {}

/**
 * Reads JSON part by part and tells of it. The library makes tokens of bytes; what may follow what is seen to here, so
 * that nothing is ever built of a document that is not what it should be.
 */
export class JsonReader {
  private readonly tokenizer = new Tokenizer()
  private readonly stack: Container[] = []
  private readonly path: string[] = []
  private begun = false
  private fed = 0
  /** Where the last token began, in bytes from the beginning. */
  at = 0

  constructor(private readonly listener: JsonListener) {
    Object.assign(this.tokenizer, { bufferedString: new ExactText() })
    this.tokenizer.onToken = ({ token, value, offset }) => {
      this.at = offset
      this.token(token, value as string | number | boolean | null)
    }
  }

  /** How many bytes the value that is being read has by now. */
  get waiting(): number {
    return this.fed - this.at
  }

  /** @throws NoJson, and whatever the listener throws. */
  push(part: Uint8Array): void {
    this.fed += part.length
    this.told(() => this.tokenizer.write(part))
  }

  /** @throws NoJson when the document is not whole. */
  end(): void {
    if (!this.begun || this.stack.length > 0) throw new NoJson('it ends in the middle')
    if (!this.tokenizer.isEnded) this.told(() => this.tokenizer.end())
  }

  private told(run: () => void): void {
    try {
      run()
    } catch (thrown) {
      if (thrown instanceof Error && thrown.constructor.name === 'TokenizerError')
        throw new NoJson(thrown.message)
      throw thrown
    }
  }

  private token(token: TokenType, value: string | number | boolean | null): void {
    const inside = this.stack.at(-1)
    if (inside === undefined && this.begun) throw new NoJson('something follows its end')
    this.begun = true
    switch (token) {
      case TokenType.COMMA:
        if (inside?.state !== 'after') throw new NoJson('a comma stands where none belongs')
        inside.state = inside.kind === 'object' ? 'key' : 'value'
        return
      case TokenType.COLON:
        if (inside?.state !== 'colon') throw new NoJson('a colon stands where none belongs')
        inside.state = 'value'
        return
      case TokenType.RIGHT_BRACE:
        this.close('object')
        return
      case TokenType.RIGHT_BRACKET:
        this.close('array')
        return
      case TokenType.LEFT_BRACE:
        this.open('object')
        return
      case TokenType.LEFT_BRACKET:
        this.open('array')
        return
      default:
        this.scalar(value)
    }
  }

  private scalar(value: string | number | boolean | null): void {
    const inside = this.stack.at(-1)
    if (inside?.kind === 'object' && (inside.state === 'first' || inside.state === 'key')) {
      if (typeof value !== 'string') throw new NoJson('a name is no text')
      this.path.push(value)
      inside.state = 'colon'
      return
    }
    this.assertExpected(inside)
    this.listener.value(value, this.path)
    this.ended(inside)
  }

  private open(kind: Container['kind']): void {
    const inside = this.stack.at(-1)
    this.assertExpected(inside)
    if (this.stack.length === deepest) throw new NoJson('it is too deeply nested')
    this.listener.opens(kind, this.path)
    this.stack.push({ kind, state: 'first' })
  }

  private close(kind: Container['kind']): void {
    const inside = this.stack.pop()
    if (inside?.kind !== kind || (inside.state !== 'first' && inside.state !== 'after'))
      throw new NoJson('a bracket closes what is not open')
    this.listener.closes(kind, this.path)
    this.ended(this.stack.at(-1))
  }

  private assertExpected(inside: Container | undefined): void {
    if (inside === undefined || inside.state === 'value') return
    if (inside.kind === 'array' && inside.state === 'first') return
    throw new NoJson('a value stands where none belongs')
  }

  /** A value inside this container is complete. */
  private ended(inside: Container | undefined): void {
    if (inside === undefined) return
    if (inside.kind === 'object') this.path.pop()
    inside.state = 'after'
  }
}
