/** A piece of a text; the pieces that were searched for are hits. */
export interface ExcerptPiece {
  text: string
  hit: boolean
}

/** What stands before and behind each hit in a marked text; nothing else in it may look like that. */
export interface HitMarks {
  open: string
  close: string
}

/** How many characters an excerpt has, about. */
const usualLength = 160

/** How much of an excerpt may stand before its first hit. */
const lead = 60

/** Markup of one line at its beginning: headings, quotes, lists, check boxes. */
const lineStart = /^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/gm
const fenceOrRule = /^[ \t]*(?:`{3,}.*|~{3,}.*|(?:[-*_][ \t]*){3,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?)$/gm
const link = /!?\[((?:\\.|[^\\[\]])*)\]\((?:\\.|[^\\()]|\([^()]*\))*\)/g
/** A link to knowledge is read as its own words, where it has some. */
const knowledgeLink = /\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g
/** A character that was escaped, which stays; backticks and marks of emphasis, which go. */
const escapedOrEmphasis =
  /\\([!-/:-@[-`{-~])|`+|(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~)(?![\p{L}\p{N}])/gu

/**
 * Markdown as one line of plain text: markup goes, words stay, and so does the `@Name` of a mention. It is light:
 * for a glance at a note, not for a report.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(fenceOrRule, ' ')
    .replace(lineStart, '')
    .replace(link, '$1')
    .replace(knowledgeLink, '$1')
    .replace(escapedOrEmphasis, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The beginning of a note as plain text. */
export function excerptOf(markdown: string, length = usualLength): string {
  // Rarely is more than two thirds of a text markup.
  const most = length * 3
  const text = plainText(markdown.slice(0, most))
  return text.length <= length && markdown.length > most ? `${text}…` : cutBehind(text, length)
}

/** The surroundings of the first hit of a marked note, as plain text in pieces. */
export function excerptAround(marked: string, marks: HitMarks, length = usualLength): ExcerptPiece[] {
  const pieces = piecesOf(plainText(surroundings(marked, marks, length)), marks)
  const shown: ExcerptPiece[] = []
  let left = length
  for (const [index, piece] of pieces.entries()) {
    if (left <= 0) break
    const leadsToHit = index === 0 && !piece.hit && pieces.length > 1
    const text = leadsToHit ? cutBefore(piece.text, lead) : piece.text
    const cut = piece.hit ? text : cutBehind(text, left)
    shown.push({ text: cut, hit: piece.hit })
    left -= cut.length
    if (cut !== text) break
  }
  return shown
}

/** The lines about the first hit, so that a long note is not taken apart as a whole. */
function surroundings(marked: string, { open }: HitMarks, length: number): string {
  const hit = Math.max(0, marked.indexOf(open))
  const lineBegin = marked.lastIndexOf('\n', hit) + 1
  const from = hit - lineBegin > length * 3 ? hit - length * 3 : lineBegin
  return marked.slice(from, hit + length * 3)
}

function piecesOf(marked: string, { open, close }: HitMarks): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = []
  const add = (text: string, hit: boolean) => {
    const clean = text.replaceAll(open, '').replaceAll(close, '')
    if (clean !== '') pieces.push({ text: clean, hit })
  }
  let at = 0
  while (at < marked.length) {
    const from = marked.indexOf(open, at)
    const to = from === -1 ? -1 : marked.indexOf(close, from)
    // Stripping may have taken one of a pair of marks with it: what is left is no hit.
    if (to === -1) {
      add(marked.slice(at), false)
      break
    }
    add(marked.slice(at, from), false)
    add(marked.slice(from + open.length, to), true)
    at = to + close.length
  }
  return pieces
}

function cutBehind(text: string, length: number): string {
  if (text.length <= length) return text
  const space = text.lastIndexOf(' ', length)
  return `${whole(text.slice(0, space > length / 2 ? space : length)).trimEnd()}…`
}

function cutBefore(text: string, length: number): string {
  if (text.length <= length) return text
  const from = text.length - length
  const space = text.indexOf(' ', from)
  const start = space === -1 || space > text.length - length / 2 ? from : space + 1
  return `…${text.slice(start).replace(/^[\udc00-\udfff]/, '')}`
}

/** Without the half of a surrogate pair at the end. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}
