import { SaxesParser, type SaxesTagPlain } from 'saxes'

export interface XmlHandlers {
  /** Names are without their prefixes. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** No element of a workbook lies so deep, and no text in one is so long. */
const deepest = 100
const longest = 2_000_000

/**
 * Reads XML in parts; after each, what the handlers have gathered is there.
 *
 * @throws Error for what is no XML, for a document type (which could make a few lines unfold to anything), and for
 * depths and lengths that only serve to fill the memory.
 */
export async function* parts(
  texts: AsyncIterable<string>,
  { open, text, close }: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let depth = 0
  let sinceTag = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A document type has no place in a workbook.')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    sinceTag = 0
    if (++depth > deepest) throw new Error('Elements lie too deep.')
    open?.(local(name), attributes)
  })
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    sinceTag = 0
    depth--
    close?.(local(name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  for await (const part of texts) {
    sinceTag += part.length
    parser.write(part)
    if (sinceTag > longest + part.length) throw new Error('A text is too long.')
    yield
  }
  parser.close()
  yield
}

/** Reads all of it. */
export async function readXml(texts: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parts(texts, handlers));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
