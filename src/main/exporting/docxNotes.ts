import {
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {
  bulletList,
  deepestLevel,
  hairline,
  listStyle,
  numberedList,
  tableBorders,
  tableMargins,
} from './docxStyles'
import { type NoteNode, notesTree } from './notesMarkdown'

export type DocxBlock = Paragraph | Table

/** Numbers the lists of one document, so that each begins anew. */
export interface ListCounter {
  lists: number
}

/** Where a block stands: in how many lists, in a quote. */
interface Place {
  /** Level of the innermost list, from 0; -1 outside of lists. */
  level: number
  quoted: boolean
  counter: ListCounter
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

/** Notes as paragraphs and tables of Word. Their highest heading is a Heading 3, or of another level. */
export function notesToDocx(notes: string, counter: ListCounter, topHeading = 3): DocxBlock[] {
  return blocksOf(notesTree(notes, topHeading), { level: -1, quoted: false, counter })
}

/** A paragraph of plain text, set from right to left when its first letter is. */
export function textParagraph(text: string, options: IParagraphOptions, run: IRunOptions = {}): Paragraph {
  const [paragraph, look] = directed(text, options, run)
  return new Paragraph({
    ...paragraph,
    children: text
      .split('\n')
      .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) })),
  })
}

function blocksOf(nodes: readonly NoteNode[], place: Place): DocxBlock[] {
  return nodes.flatMap((node) => blockOf(node, place))
}

function blockOf(node: NoteNode, place: Place): DocxBlock[] {
  const { type, token, children } = node
  if (type === 'paragraph') return [inlineParagraph(children, paragraphLook(place))]
  if (type === 'heading') {
    const level = headings[Number(token.tag.slice(1)) - 1] ?? HeadingLevel.HEADING_6
    return [inlineParagraph(children, { heading: level })]
  }
  if (type === 'blockquote') return blocksOf(children, { ...place, quoted: true })
  if (type === 'bullet_list' || type === 'ordered_list') return listOf(node, place)
  if (type === 'fence' || type === 'code_block') {
    const code = token.content.replace(/\n$/, '').replaceAll('\t', '    ')
    return [textParagraph(code, { style: 'Code' })]
  }
  if (type === 'hr') {
    return [new Paragraph({ border: { bottom: hairline } })]
  }
  // Word joins two tables that touch, so a table ends with a small gap.
  return type === 'table' ? [tableOf(children), new Paragraph({ style: 'TableEnd' })] : []
}

function paragraphLook({ level, quoted }: Place): IParagraphOptions {
  if (level >= 0) return { style: listStyle('ListContinue', level) }
  return quoted ? { style: 'Quote' } : {}
}

function listOf({ type, token, children }: NoteNode, place: Place): DocxBlock[] {
  const level = Math.min(place.level + 1, deepestLevel)
  const ordered = type === 'ordered_list'
  const start = Number(token.attrGet('start') ?? 1)
  // Word counts to 32,767 at most.
  const definition = ordered ? numberedList(start < 32_767 ? start : 1) : bulletList
  place.counter.lists += 1
  const look: IParagraphOptions = {
    style: listStyle(ordered ? 'ListNumber' : 'ListBullet', level),
    numbering: { reference: definition, level, instance: ordered ? place.counter.lists : 0, custom: true },
  }
  return children.flatMap((item) => {
    const [first, ...others] = item.children
    const inside = { ...place, level }
    // The marker stands before the item's first paragraph; any other block gets a marker of its own above it.
    if (first?.type === 'paragraph') {
      return [inlineParagraph(first.children, look), ...blocksOf(others, inside)]
    }
    return [new Paragraph(look), ...blocksOf(item.children, inside)]
  })
}

function tableOf(parts: readonly NoteNode[]): Table {
  const rows = parts.flatMap(({ type, children }) => children.map((row) => ({ row, head: type === 'thead' })))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: tableBorders,
    margins: tableMargins,
    rows: rows.map(
      ({ row, head }) =>
        new TableRow({
          tableHeader: head,
          cantSplit: true,
          children: row.children.map(
            (cell) =>
              new TableCell({ children: [inlineParagraph(cell.children, {}, head ? { bold: true } : {})] }),
          ),
        }),
    ),
  })
}

function inlineParagraph(
  nodes: readonly NoteNode[],
  options: IParagraphOptions,
  run: IRunOptions = {},
): Paragraph {
  const children = nodes.flatMap((node) => node.children)
  const [paragraph, look] = directed(plainText(children), options, run)
  return new Paragraph({ ...paragraph, children: runsOf(children, look) })
}

/** The options of a paragraph and its runs, with the direction in which their text is written. */
function directed(
  text: string,
  options: IParagraphOptions,
  run: IRunOptions,
): [IParagraphOptions, IRunOptions] {
  if (!isRightToLeft(text)) return [options, run]
  return [
    { ...options, bidirectional: true },
    { ...run, rightToLeft: true },
  ]
}

function runsOf(nodes: readonly NoteNode[], look: IRunOptions): TextRun[] {
  return nodes.flatMap(({ type, token, children }) => {
    if (type === 'text') return [new TextRun({ ...look, text: token.content })]
    if (type === 'code_inline') return [new TextRun({ ...look, style: 'CodeText', text: token.content })]
    if (type === 'softbreak' || type === 'hardbreak') return [new TextRun({ break: 1 })]
    if (type === 'strong') return runsOf(children, { ...look, bold: true })
    if (type === 'em') return runsOf(children, { ...look, italics: true })
    if (type === 's') return runsOf(children, { ...look, strike: true })
    const runs = runsOf(children, look)
    const href = String(token.attrGet('href') ?? '')
    // An address that is the text itself need not be said twice.
    if (type !== 'link' || token.markup === 'autolink') return runs
    return [...runs, new TextRun({ ...look, text: ` (${href})` })]
  })
}

function plainText(nodes: readonly NoteNode[]): string {
  return nodes.map(({ token, children }) => token.content + plainText(children)).join('')
}

const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether the first letter of a text belongs to a script that is written from right to left. */
function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter !== undefined && rightToLeftLetter.test(letter)
}
