import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx'

/** The look of a Word report, in styles of Word's own names so that a reader can change them in one place. */

const ink = '22261F'
const soft = '5A6055'
const leaf = '2C5B39'
const serif = 'Georgia'
const sans = 'Calibri'

/** How many levels of lists have a style; deeper ones look like the last. */
const styledLevels = 3
/** Word numbers nine levels. */
const mostLevels = 9
const step = convertMillimetersToTwip(6)

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]

function heading(size: number, before: number): Omit<ParagraphStyle, 'id'> {
  return {
    run: { font: serif, size, bold: true, color: ink },
    paragraph: { spacing: { before, after: 60 }, keepNext: true, keepLines: true },
  }
}

function paragraphStyle(
  id: string,
  name: string,
  look: Pick<ParagraphStyle, 'run' | 'paragraph'>,
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look }
}

function listStyles(id: string, name: string): ParagraphStyle[] {
  return Array.from({ length: styledLevels }, (_, level) =>
    paragraphStyle(level === 0 ? id : `${id}${level + 1}`, level === 0 ? name : `${name} ${level + 1}`, {
      paragraph: { spacing: { before: 20, after: 20 }, indent: { left: step * (level + 1) } },
    }),
  )
}

/** The id of a list paragraph's style, such as `ListBullet2` for the second level (1). */
export function listStyle(kind: 'ListBullet' | 'ListNumber' | 'ListContinue', level: number): string {
  const styled = Math.min(level, styledLevels - 1)
  return styled === 0 ? kind : `${kind}${styled + 1}`
}

export const reportStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: sans, size: 21, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: {
      run: { font: serif, size: 44, bold: true, color: ink },
      paragraph: { spacing: { before: 120, after: 40 } },
    },
    heading1: heading(30, 480),
    heading2: heading(25, 360),
    heading3: heading(22, 200),
    heading4: heading(21, 160),
    heading5: heading(21, 160),
    heading6: heading(21, 160),
  },
  paragraphStyles: [
    paragraphStyle('Subtitle', 'Subtitle', { run: { color: soft }, paragraph: { spacing: { after: 240 } } }),
    paragraphStyle('Reading', 'Reading', {
      run: { font: serif, size: 26 },
      paragraph: { spacing: { after: 160, line: 320 } },
    }),
    paragraphStyle('Facts', 'Facts', {
      run: { color: soft, size: 19 },
      paragraph: { keepNext: true, spacing: { after: 120 } },
    }),
    paragraphStyle('Topics', 'Topics', {
      run: { color: leaf, size: 19 },
      paragraph: { spacing: { before: 80 } },
    }),
    paragraphStyle('TableEnd', 'Table End', {
      paragraph: { spacing: { after: 0, line: 140, lineRule: 'exact' } },
    }),
    paragraphStyle('Label', 'Label', {
      run: { color: soft, size: 19, bold: true },
      paragraph: { keepNext: true, spacing: { before: 140, after: 20 } },
    }),
    paragraphStyle('Withheld', 'Withheld', { run: { font: serif, italics: true, color: soft } }),
    paragraphStyle('Quote', 'Quote', {
      run: { font: serif, color: soft },
      paragraph: {
        indent: { left: step },
        border: { left: { style: 'single', size: 8, space: 8, color: 'E6E3DA' } },
      },
    }),
    paragraphStyle('Code', 'Code', {
      run: { font: 'Consolas', size: 18, noProof: true },
      paragraph: { shading: { type: 'clear', fill: 'F4F2EC' }, spacing: { line: 250 } },
    }),
    paragraphStyle('Footer', 'Footer', { run: { color: soft, size: 17 } }),
    ...listStyles('ListBullet', 'List Bullet'),
    ...listStyles('ListNumber', 'List Number'),
    ...listStyles('ListContinue', 'List Continue'),
  ],
  characterStyles: [
    { id: 'CodeText', name: 'Code Text', run: { font: 'Consolas', size: 19, noProof: true } },
  ],
}

export const hairline = { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'D8D4C8' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** Lines between the rows of a table, and none around it. */
export const tableBorders = {
  top: none,
  left: none,
  right: none,
  insideVertical: none,
  bottom: hairline,
  insideHorizontal: hairline,
}
/** A table that only puts things side by side. */
export const noBorders = {
  top: none,
  left: none,
  right: none,
  bottom: none,
  insideVertical: none,
  insideHorizontal: none,
}
export const tableMargins = { top: 30, bottom: 30, left: 0, right: 160 }

type NumberingDefinition = INumberingOptions['config'][number]

function numbering(
  reference: string,
  level: (index: number) => {
    format: (typeof LevelFormat)[keyof typeof LevelFormat]
    text: string
    start?: number
  },
): NumberingDefinition {
  return {
    reference,
    levels: Array.from({ length: mostLevels }, (_, index) => ({
      level: index,
      alignment: AlignmentType.START,
      ...level(index),
      style: {
        run: { color: leaf },
        paragraph: { indent: { left: step * (index + 1), hanging: step } },
      },
    })),
  }
}

export const deepestLevel = mostLevels - 1

export const bulletList = numbering('bullets', (index) => ({
  format: LevelFormat.BULLET,
  text: index % 2 === 0 ? '•' : '◦',
}))

/** A numbered list whose outermost items count from `start`. */
export function numberedList(start: number): NumberingDefinition {
  return numbering(`numbers-${start}`, (index) => ({
    format: LevelFormat.DECIMAL,
    text: `%${index + 1}.`,
    start: index === 0 ? start : 1,
  }))
}
