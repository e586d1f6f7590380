import type { EditorState } from '@codemirror/state'
import type { DecorationSet, WidgetType } from '@codemirror/view'
import { drawPreview } from '@renderer/components/markdown/preview'
import {
  BulletWidget,
  CheckboxWidget,
  MentionWidget,
  RuleWidget,
} from '@renderer/components/markdown/previewWidgets'
import { mentionLink } from '@shared/domain/mentions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteState } from './noteState'

function draw(state: EditorState, focused = true) {
  const carets = focused ? state.selection.ranges.map((range) => range.head) : []
  return drawPreview(state, [{ from: 0, to: state.doc.length }], carets)
}

function signOf(widget: WidgetType): string {
  if (widget instanceof BulletWidget) return '•'
  if (widget instanceof CheckboxWidget) return widget.done ? '☑' : '☐'
  if (widget instanceof MentionWidget) return widget.selected ? `{{@${widget.name}}}` : `{@${widget.name}}`
  return widget instanceof RuleWidget ? '———' : '?'
}

/** What somebody sees of a note: hidden text left out, and a sign for each widget. */
function seen(text: string, focused = true): string {
  const state = noteState(text)
  let shown = ''
  let at = 0
  draw(state, focused).decorations.between(0, state.doc.length, (from, to, { spec }) => {
    if (spec.class !== undefined || spec.attributes !== undefined || from < at) return
    shown += state.sliceDoc(at, from) + (spec.widget === undefined ? '' : signOf(spec.widget))
    at = to
  })
  return shown + state.sliceDoc(at)
}

/** The classes of each line, without the direction that all of them have. */
function lineClasses(text: string): string[] {
  const state = noteState(text)
  const classes = Array.from({ length: state.doc.lines }, () => '')
  draw(state).decorations.between(0, state.doc.length, (from, _, { spec }) => {
    if (spec.attributes !== undefined)
      classes[state.doc.lineAt(from).number - 1] = spec.attributes.class ?? ''
  })
  return classes
}

/** The text that a class is given to. */
function styled(text: string, className: string): string[] {
  const state = noteState(text)
  const found: string[] = []
  draw(state).decorations.between(0, state.doc.length, (from, to, { spec }) => {
    if (spec.class === className) found.push(state.sliceDoc(from, to))
  })
  return found
}

function spans(set: DecorationSet, length: number): [number, number][] {
  const found: [number, number][] = []
  set.between(0, length, (from, to) => {
    found.push([from, to])
  })
  return found
}

describe('marks are hidden away from the caret', () => {
  test('of bold, italic, struck and code', () => {
    expect(seen('a **b** *c* ~~d~~ `e` \\*f\\*|')).toBe('a b c d e *f\\*')
    expect(seen('a **b** *c* ~~d~~ `e` \\*f\\* |')).toBe('a b c d e *f* ')
  })

  test('and shown in what the caret is in, or beside', () => {
    expect(seen('a **|b** *c*')).toBe('a **b** c')
    expect(seen('a |**b** *c*')).toBe('a **b** c')
    expect(seen('a **b**| *c*')).toBe('a **b** c')
    expect(seen('a **b** |*c*')).toBe('a b *c*')
    expect(seen('**a *|b* c** *d*')).toBe('**a *b* c** d')
  })

  test('of headings, except on the caret’s line', () => {
    expect(seen('# One #\n\n## Two|')).toBe('One\n\n## Two')
    expect(lineClasses('# One\ntext\n### Three|')).toEqual(['cm-h1', '', 'cm-h3'])
  })

  test('of links that may be opened; others stay as they are written', () => {
    expect(seen('[a](https://a.org "t") <https://b.org> |')).toBe('a https://b.org ')
    expect(seen('[a](javascript:x) [b] [c][d] ![](e) |')).toBe('[a](javascript:x) [b] [c][d] ![](e) ')
    expect(styled('[a](https://a.org) [b](javascript:x) https://c.org [d] e@f.org |', 'cm-link')).toEqual([
      'a',
      'https://c.org',
      'e@f.org',
    ])
    expect(seen('[a|](https://a.org)')).toBe('[a](https://a.org)')
    expect(seen('![alt](x.png) |')).toBe('alt ')
  })

  test('of code blocks, whose text is never touched', () => {
    expect(seen('```ts\n**a** [@b](coppice:member/1)\n```\n|')).toBe('\n**a** [@b](coppice:member/1)\n\n')
    expect(seen('```ts\na|\n```')).toBe('```ts\na\n```')
    expect(lineClasses('```\na\n```\n|')).toEqual([
      'cm-code cm-codeFirst',
      'cm-code',
      'cm-code cm-codeLast',
      '',
    ])
  })

  test('everywhere when nobody is writing', () => {
    expect(seen('# a **b**|\n- [ ] c', false)).toBe('a b\n☐c')
  })

  test('not where they cross the end of a line', () => {
    expect(seen('[a](https://a.org\n"t") |')).toBe('[a](https://a.org\n"t") ')
  })

  test('never across lines, so that the page keeps its lines', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '`',
      '[',
      '](https://a.org)',
      '\n',
      '\n\n',
      '- ',
      '> ',
      'x',
      ' ',
      '# ',
      '  ',
      '```',
      '1. ',
      '[ ] ',
      '|',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, focused) => {
        const state = noteState(pieces.filter((part) => part !== '|').join(''))
        draw(state, focused).decorations.between(0, state.doc.length, (from, to, { spec }) => {
          if (spec.class === undefined) expect(state.sliceDoc(from, to)).not.toContain('\n')
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('lists', () => {
  test('have bullets and boxes, and their indentation is the line’s', () => {
    expect(seen('- a\n  - b\n    more\n* c\n\n|')).toBe('•a\n•b\nmore\n•c\n\n')
    expect(lineClasses('- a\n  - b\n    more\nlazy\n\n|')).toEqual([
      'cm-list-1 cm-item',
      'cm-list-2 cm-item',
      'cm-list-2',
      'cm-list-2',
      'cm-blank',
      '',
    ])
    expect(seen('- [ ] a\n- [x] b\n1. [X] c\n|')).toBe('☐a\n☑b\n1. ☑c\n')
    expect(lineClasses('- [x] b\n|')).toEqual(['cm-list-1 cm-item cm-done', ''])
  })

  test('keep their numbers', () => {
    expect(seen('1. a\n2. b\n|')).toBe('1. a\n2. b\n')
    expect(styled('1. a\n12) b\n|', 'cm-marker')).toEqual(['1. ', '12) '])
  })

  test('show their mark to a caret at it, and a bullet to one behind it', () => {
    expect(seen('- a\n|- b')).toBe('•a\n- b')
    expect(seen('- a\n-| b')).toBe('•a\n- b')
    expect(seen('- a\n- |b')).toBe('•a\n•b')
    expect(seen('- |')).toBe('•')
    expect(seen('- [ ]| a')).toBe('- [ ] a')
    expect(seen('- [ ] |a')).toBe('☐a')
    expect(seen('- a\n|  - b')).toBe('•a\n- b')
  })

  test('are crossed by the caret in steps that begin and end at text', () => {
    const state = noteState('- a\n  - b\n\n|')
    expect(spans(draw(state).atoms, state.doc.length)).toEqual([
      [0, 2],
      [4, 6],
      [6, 8],
    ])
  })
})

describe('quotes and rules', () => {
  test('have a bar and a line in the place of their marks', () => {
    expect(seen('> a\n> > b\n\n---\n|')).toBe('a\nb\n\n———\n')
    expect(lineClasses('> a\n> > b\n>|')).toEqual(['cm-quote-1', 'cm-quote-2', 'cm-quote-1'])
    expect(seen('> - a\n>   b\n|')).toBe('•a\nb\n')
    expect(seen('|> a\n\n---')).toBe('> a\n\n———')
    expect(seen('a\n\n--|-')).toBe('a\n\n---')
  })

  test('a line of dashes under a paragraph is a rule', () => {
    expect(seen('a\n---\n|')).toBe('a\n———\n')
  })
})

describe('mentions', () => {
  const link = mentionLink(12, 'Mira [ext]')

  test('are chips, also at the caret, that it crosses in one step', () => {
    expect(seen(`Met ${link}| and`)).toBe('Met {@Mira [ext]} and')
    const state = noteState(`Met ${link}|`)
    expect(spans(draw(state).atoms, state.doc.length)).toEqual([[4, 4 + link.length]])
  })

  test('show when they are selected', () => {
    expect(seen(`|Met ${link}|.`)).toBe('Met {{@Mira [ext]}}.')
    expect(seen(`|Met| ${link}.`)).toBe('Met {@Mira [ext]}.')
  })

  test('are chips whatever the name', () => {
    const names = fc.constantFrom('www.a.b/]c', 'https://a.org/]b', 'm@a.org]', 'Www.a.b/[', '**a', '`a')
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'grapheme' })), (name) => {
        const chip = mentionLink(3, name.replaceAll('|', ''))
        const state = noteState(`${chip} |`)
        expect(spans(draw(state).atoms, state.doc.length)).toEqual([[0, chip.length]])
      }),
    )
  })
})

describe('a long note', () => {
  test('costs only what is in view', () => {
    const state = noteState('- **a** [b](https://a.org)\n'.repeat(4_000))
    const count = (set: DecorationSet) => spans(set, state.doc.length).length
    const line = state.doc.line(2_000)
    const view = { from: line.from, to: state.doc.line(2_020).to }
    const drawn = drawPreview(state, [view], [])
    expect(count(drawn.decorations)).toBeLessThan(21 * 10)
    for (const [from, to] of spans(drawn.decorations, state.doc.length)) {
      expect(from).toBeGreaterThanOrEqual(view.from)
      expect(to).toBeLessThanOrEqual(view.to)
    }
  })
})
