import type { EditorState, Line, Range } from '@codemirror/state'
import { Decoration, type DecorationSet, type WidgetType } from '@codemirror/view'

/** What the editor shows in the place of the Markdown in view. */
export interface Preview {
  decorations: DecorationSet
  /** Stretches that the caret crosses in one step. */
  atoms: DecorationSet
}

const hidden = Decoration.replace({})
const lineCache = new Map<string, Decoration>()

/** Collects what is to be shown while the syntax tree is walked. */
export class PreviewSketch {
  private readonly shown: Range<Decoration>[] = []
  private readonly atoms: Range<Decoration>[] = []
  private readonly lines = new Map<number, Set<string>>()
  private readonly indents = new Map<number, { from: number; to: number }>()

  constructor(
    readonly state: EditorState,
    /** Offsets of the carets; none when the editor has no focus, so that it reads as a finished page. */
    readonly carets: readonly number[],
  ) {}

  /** Whether a caret is inside the stretch or at one of its ends. */
  touched(from: number, to: number): boolean {
    return this.carets.some((caret) => caret >= from && caret <= to)
  }

  /** Whether a whole stretch is selected. */
  selected(from: number, to: number): boolean {
    return this.state.selection.ranges.some((range) => !range.empty && range.from <= from && range.to >= to)
  }

  style(from: number, to: number, className: string): void {
    if (from < to) this.shown.push(Decoration.mark({ class: className }).range(from, to))
  }

  /** Hides a stretch of one line; one that crosses lines stays as it is. */
  hide(from: number, to: number): void {
    if (this.onOneLine(from, to)) this.shown.push(hidden.range(from, to))
  }

  /** Shows a widget in the place of a stretch, which becomes one step for the caret. */
  replace(from: number, to: number, widget: WidgetType): void {
    if (!this.onOneLine(from, to)) return
    const decoration = Decoration.replace({ widget }).range(from, to)
    this.shown.push(decoration)
    this.atoms.push(decoration)
  }

  /** Hides a line's indentation; of nested lists the innermost, which is drawn last, decides how much. */
  indent(line: Line, from: number, to: number): void {
    this.indents.set(line.from, { from, to })
  }

  /** Hides a stretch that the caret crosses in one step. */
  swallow(from: number, to: number): void {
    if (!this.onOneLine(from, to)) return
    this.shown.push(hidden.range(from, to))
    this.atoms.push(hidden.range(from, to))
  }

  /** Adds classes to a line; a later `cm-list-2` takes the place of a `cm-list-1`. */
  line(line: Line, ...classNames: string[]): void {
    const classes = this.lines.get(line.from) ?? new Set<string>()
    this.lines.set(line.from, classes)
    for (const className of classNames) {
      const family = familyOf(className)
      for (const other of classes) if (familyOf(other) === family) classes.delete(other)
      classes.add(className)
    }
  }

  finish(): Preview {
    for (const { from, to } of this.indents.values()) this.swallow(from, to)
    for (const [from, classes] of this.lines) {
      if (classes.size === 0 && this.isGap(from)) classes.add('cm-blank')
      this.shown.push(lineDecoration([...classes].join(' ')).range(from))
    }
    return { decorations: Decoration.set(this.shown, true), atoms: Decoration.set(this.atoms, true) }
  }

  /** Whether an empty line stands between others; the last one is where writing goes on. */
  private isGap(from: number): boolean {
    const line = this.state.doc.lineAt(from)
    return line.to < this.state.doc.length && line.text.trim() === ''
  }

  private onOneLine(from: number, to: number): boolean {
    return from < to && this.state.doc.lineAt(from).to >= to
  }
}

/** `cm-list-2` belongs to `cm-list`: of a family, a line has one. */
function familyOf(className: string): string {
  return className.replace(/-?\d+$/, '')
}

/** Each line finds its own direction, so that Arabic and Latin notes can follow each other. */
function lineDecoration(className: string): Decoration {
  const known = lineCache.get(className)
  if (known !== undefined) return known
  const decoration = Decoration.line({
    attributes: className === '' ? { dir: 'auto' } : { dir: 'auto', class: className },
  })
  lineCache.set(className, decoration)
  return decoration
}
