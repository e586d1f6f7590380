import { ensureSyntaxTree } from '@codemirror/language'
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import { noteLanguage } from '@renderer/components/markdown/noteLanguage'

/**
 * A note's editor state without a page. In the text `|` stands for the caret, or two of them for the ends of
 * a selection; the caret of a selection is at its second end.
 */
export function noteState(marked: string, readOnly = false): EditorState {
  const [before = '', ...rest] = marked.split('|')
  const doc = before + rest.join('')
  const head = rest.length > 1 ? before.length + (rest[0]?.length ?? 0) : before.length
  const selection =
    rest.length === 0 ? EditorSelection.cursor(doc.length) : EditorSelection.range(before.length, head)
  const extensions = [noteLanguage, EditorState.readOnly.of(readOnly)]
  const state = EditorState.create({ doc, selection: EditorSelection.create([selection]), extensions })
  ensureSyntaxTree(state, doc.length, 5_000)
  return state
}

/** The text of a state with its caret or selection written as in `noteState`. */
export function marked(state: EditorState): string {
  const { from, to, empty } = state.selection.main
  const text = state.doc.toString()
  return empty
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`
}

/** What a command makes of a note; null when it leaves the key to others. */
export function run(command: StateCommand, text: string): string | null {
  const state = noteState(text)
  let result: EditorState | null = null
  const handled = command({
    state,
    dispatch: (transaction) => {
      result = transaction.state
    },
  })
  return handled && result !== null ? marked(result) : null
}
