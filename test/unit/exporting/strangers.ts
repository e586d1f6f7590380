/** Every element and attribute that a report may have; all else would have to come from a user's text. */
const elements = new Set(
  `html head meta title style body main header section article div p span ul ol li h1 h2 h3 h4 h5 h6 b bdi small
  time svg path rect text table thead tbody tr th td a em strong s code pre blockquote hr br img caption`.split(
    /\s+/,
  ),
)
const attributes: Record<string, RegExp> = {
  lang: /^en-GB$/,
  charset: /^utf-8$/,
  'http-equiv': /^Content-Security-Policy$/,
  name: /^(?:viewport|referrer|generator)$/,
  content: /^[\w '-;,=]+$/,
  class: /^[\w -]+$/,
  dir: /^auto$/,
  'aria-label': /^[\w :;-]+$/,
  'aria-hidden': /^true$/,
  role: /^img$/,
  scope: /^(?:row|col)$/,
  datetime: /^\d{4}-\d\d-\d\d$/,
  href: /^(?:https?:\/\/|mailto:)/,
  style: /^text-align:(?:left|right|center)$/,
  start: /^\d+$/,
  viewBox: /^[\d ]+$/,
  preserveAspectRatio: /^none$/,
  d: /^[\dMHCVmhcv. -]+$/,
  x: /^[\d.]+$/,
  y: /^[\d.]+$/,
  width: /^[\d.]+$/,
  height: /^[\d.]+$/,
  rx: /^[\d.]+$/,
  alt: /^$/,
  // Pictures are in the document itself.
  src: /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]+$/,
  colspan: /^\d+$/,
}
const empty = new Set(['meta', 'br', 'hr', 'path', 'rect', 'img'])

/** What in a document was not written by Coppice itself, or is not closed; empty when all is well. */
export function strangers(html: string): string[] {
  const found: string[] = []
  const open: string[] = []
  const markup = html.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/, '<style></style>')
  const pattern = /<(\/?)([a-z][a-z0-9]*)((?: [\w:-]+="[^"<>]*")*)( ?\/?)>|</g
  for (const [tag, slash, name = '', list = ''] of markup.matchAll(pattern)) {
    if (!elements.has(name)) {
      found.push(tag)
      continue
    }
    if (slash === '/') {
      if (open.pop() !== name) found.push(`${tag} closes something else`)
      continue
    }
    for (const [, attribute = '', value = ''] of list.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
      if (!attributes[attribute]?.test(value)) found.push(`${tag}: ${attribute}`)
    }
    if (!empty.has(name)) open.push(name)
  }
  return [...found, ...open.map((name) => `${name} not closed`)]
}
