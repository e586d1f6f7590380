import { EditorView } from '@codemirror/view'

const monospace = 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace'
/** How far one level of a list is set in, and how far its markers hang. */
const listStep = '1.75em'

const text = {
  '&': { color: 'var(--ink)', fontSize: '14.5px', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--ui)', lineHeight: '24px', overflow: 'visible' },
  '.cm-content': {
    padding: '12px 0 14px',
    minHeight: 'calc(var(--note-rows, 6) * 24px + 26px)',
    caretColor: 'var(--leaf)',
    boxSizing: 'border-box',
  },
  '.cm-line': {
    padding: '0',
    paddingInlineStart: 'calc(16px + var(--note-quote, 0px) + var(--note-list, 0px))',
    paddingInlineEnd: '16px',
  },
  '.cm-cursor': { borderLeft: '1.5px solid var(--leaf)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--leaf) 24%, transparent)',
  },
  // The page's own colour for selected text would make a chip's name unreadable.
  '.cm-line::selection, .cm-line ::selection': { color: 'currentColor' },
  // Empty lines part paragraphs; at full height they would tear the page apart.
  '.cm-blank': { lineHeight: '14px' },
  '.cm-placeholder': { color: 'var(--ink3)' },
  '.cm-mark': { color: 'var(--ink3)', fontWeight: '400', fontStyle: 'normal', textDecoration: 'none' },
  '.cm-strong': { fontWeight: '650' },
  '.cm-em': { fontStyle: 'italic' },
  '.cm-strike': { textDecoration: 'line-through', color: 'var(--ink2)' },
  '.cm-link': {
    color: 'var(--leaf)',
    textDecoration: 'underline',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
  },
  '.cm-image': { color: 'var(--ink2)', fontStyle: 'italic' },
  '.cm-inlineCode': {
    fontFamily: monospace,
    fontSize: '0.9em',
    backgroundColor: 'var(--sunken)',
    borderRadius: '4px',
    padding: '1px 4px',
  },
  '.cm-mention': {
    display: 'inline-block',
    lineHeight: '20px',
    padding: '0 6px',
    borderRadius: '10px',
    backgroundColor: 'var(--leafsoft)',
    color: 'var(--leafink)',
    fontWeight: '540',
    unicodeBidi: 'isolate',
    textIndent: '0',
    cursor: 'default',
  },
  '.cm-mention-selected': { backgroundColor: 'var(--leaf)', color: 'var(--on-leaf)' },
}

const headings = {
  '.cm-h1, .cm-h2, .cm-h3': { fontFamily: 'var(--display)', fontWeight: '600', letterSpacing: '-0.01em' },
  '.cm-h1': { fontSize: '22px', lineHeight: '30px', paddingTop: '8px', paddingBottom: '2px' },
  '.cm-h2': { fontSize: '18.5px', lineHeight: '26px', paddingTop: '8px', paddingBottom: '2px' },
  '.cm-h3': { fontSize: '16px', lineHeight: '24px', paddingTop: '6px' },
  '.cm-h4, .cm-h5, .cm-h6': { fontWeight: '620', paddingTop: '4px' },
  '.cm-h1 .cm-mark, .cm-h2 .cm-mark, .cm-h3 .cm-mark': { fontFamily: 'var(--ui)', fontSize: '0.72em' },
}

const lists = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((depth) => [
      `.cm-list-${depth}`,
      { '--note-list': `calc(${depth} * ${listStep})` },
    ]),
  ),
  '.cm-item': { textIndent: `-${listStep}` },
  '.cm-marker, .cm-bullet, .cm-task': {
    display: 'inline-block',
    boxSizing: 'border-box',
    minWidth: listStep,
    whiteSpace: 'pre',
    textIndent: '0',
    color: 'var(--ink3)',
  },
  '.cm-marker': { fontVariantNumeric: 'tabular-nums', paddingInlineStart: '2px' },
  '.cm-bullet': { paddingInlineStart: '5px', color: 'var(--leaf)', fontWeight: '700' },
  '.cm-task': { verticalAlign: 'baseline', lineHeight: '1' },
  '.cm-done': {
    color: 'var(--ink3)',
    textDecoration: 'line-through',
    textDecorationColor: 'var(--line-strong)',
  },
  '.cm-box': {
    appearance: 'none',
    position: 'relative',
    boxSizing: 'border-box',
    width: '15px',
    height: '15px',
    margin: '0',
    verticalAlign: '-2px',
    border: '1.5px solid var(--line-strong)',
    borderRadius: '4px',
    backgroundColor: 'var(--surface)',
    cursor: 'pointer',
  },
  '.cm-box:hover': { borderColor: 'var(--leaf)' },
  '.cm-box:disabled': { cursor: 'default' },
  '.cm-box:checked': { backgroundColor: 'var(--leaf)', borderColor: 'var(--leaf)' },
  '.cm-box:checked::after': {
    content: '""',
    position: 'absolute',
    left: '3.5px',
    top: '0.5px',
    width: '3px',
    height: '7px',
    border: 'solid var(--on-leaf)',
    borderWidth: '0 1.5px 1.5px 0',
    transform: 'rotate(45deg)',
  },
}

const blocks = {
  '.cm-quote-1': { '--note-quote': '16px' },
  '.cm-quote-2': { '--note-quote': '30px' },
  '.cm-quote-3': { '--note-quote': '44px' },
  '.cm-quote-1, .cm-quote-2, .cm-quote-3': {
    color: 'var(--ink2)',
    backgroundImage: 'linear-gradient(var(--leaf), var(--leaf))',
    backgroundSize: '2px 100%',
    backgroundPosition: '16px 0',
    backgroundRepeat: 'no-repeat',
  },
  '.cm-quote-2, .cm-quote-3': {
    backgroundImage: 'linear-gradient(var(--leaf), var(--leaf)), linear-gradient(var(--line), var(--line))',
    backgroundPosition: '16px 0, 30px 0',
  },
  '.cm-quote-1:dir(rtl)': { backgroundPosition: 'right 16px top 0' },
  '.cm-quote-2:dir(rtl), .cm-quote-3:dir(rtl)': { backgroundPosition: 'right 16px top 0, right 30px top 0' },
  '.cm-quoteMark': {
    display: 'inline-block',
    width: '12px',
    marginInlineStart: '-12px',
    whiteSpace: 'pre',
    textIndent: '0',
    color: 'var(--ink3)',
  },
  '.cm-code, .cm-table': { fontFamily: monospace, fontSize: '13px', lineHeight: '21px' },
  '.cm-code': { backgroundColor: 'var(--sunken)' },
  '.cm-codeFirst': { borderStartStartRadius: '7px', borderStartEndRadius: '7px' },
  '.cm-codeLast': { borderEndStartRadius: '7px', borderEndEndRadius: '7px' },
  '.cm-table .cm-mark': { color: 'var(--ink3)' },
  '.cm-rule': {
    display: 'inline-block',
    width: '100%',
    verticalAlign: 'middle',
    borderTop: '1px solid var(--line)',
  },
}

/** The notebook's look. All colours and fonts are the app's variables, so it follows light and dark. */
export const editorTheme = EditorView.theme({ ...text, ...headings, ...lists, ...blocks })
