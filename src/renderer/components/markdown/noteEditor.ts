import {
  history,
  historyKeymap,
  insertNewlineAndIndent,
  isolateHistory,
  moveLineDown,
  moveLineUp,
  standardKeymap,
} from '@codemirror/commands'
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import {
  Annotation,
  EditorState,
  type Extension,
  Prec,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, type KeyBinding, keymap, placeholder } from '@codemirror/view'
import { editorTheme } from './editorTheme'
import { toggleBold, toggleItalic } from './inlineCommands'
import { endList, indentItems, outdentItems, toggleList, toggleTaskHere } from './listCommands'
import { livePreview } from './livePreview'
import { noteLanguage } from './noteLanguage'
import { pasteLink } from './pasteLink'

/** Marks a change that came from outside, so that it is not reported as the user's own. */
const fromOutside = Annotation.define<boolean>()

const writingKeys: readonly KeyBinding[] = [
  { key: 'Mod-b', run: toggleBold, preventDefault: true },
  { key: 'Mod-i', run: toggleItalic, preventDefault: true },
  { key: 'Mod-Shift-7', run: toggleList('number'), preventDefault: true },
  { key: 'Mod-Shift-8', run: toggleList('bullet'), preventDefault: true },
  { key: 'Mod-Shift-9', run: toggleList('task'), preventDefault: true },
  { key: 'Mod-Shift-Enter', run: toggleTaskHere },
  { key: 'Tab', run: indentItems },
  { key: 'Shift-Tab', run: outdentItems },
  { key: 'Enter', run: endList },
  { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: 'Enter', run: insertNewlineAndIndent },
  { key: 'Backspace', run: deleteMarkupBackward },
  { key: 'Alt-ArrowUp', run: moveLineUp },
  { key: 'Alt-ArrowDown', run: moveLineDown },
]

/** Everything of a note's editor that never changes while it is open. */
export const noteEditor: Extension = [
  noteLanguage,
  livePreview,
  pasteLink,
  history(),
  drawSelection(),
  dropCursor(),
  editorTheme,
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  Prec.high(keymap.of([...writingKeys])),
  keymap.of([...historyKeymap, ...standardKeymap]),
]

/** What follows the component's properties. */
export function noteSettings(label: string, hint: string, readOnly: boolean): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.editable.of(!readOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      ...(readOnly ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
    }),
    hint === '' ? [] : placeholder(hint),
  ]
}

/** Calls back with the new text after each change that the user made. */
export function onUserChange(report: (text: string) => void): Extension {
  return EditorView.updateListener.of((update) => {
    const own = update.transactions.some((change) => change.docChanged && !change.annotation(fromOutside))
    if (own) report(update.state.doc.toString())
  })
}

/**
 * The change that makes the text another one, such as a restored draft: only where they differ, so that the
 * caret stays, and outside the undo history. Null when they are the same but for their line ends.
 */
export function replaceText(state: EditorState, text: string): TransactionSpec | null {
  const before = state.doc.toString()
  const after = text.replace(/\r\n?/g, '\n')
  if (before === after) return null
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before[start] === after[start]) start += 1
  let end = 0
  while (end < longest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return {
    changes: { from: start, to: before.length - end, insert: after.slice(start, after.length - end) },
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false), isolateHistory.of('full')],
  }
}
