import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Keeps files, and gives the Markdown that stands for them in the text; empty when there is nothing to put there. */
export type FileTaker = (files: File[]) => Promise<string>

/**
 * Files that are pasted into the text or dropped on it are kept, and what stands for them is put at the cursor. It is a
 * change of the text like any other: undo takes it out again.
 */
export function takenFiles(taker: () => FileTaker | undefined): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      // A passage out of a text program comes with a picture of itself: it is the words that are meant.
      const words = event.clipboardData?.getData('text/plain') ?? ''
      return words === '' && take(view, event.clipboardData?.files, event)
    },
    drop(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (!take(view, event.dataTransfer?.files, event)) return false
      if (at !== null) view.dispatch({ selection: { anchor: at } })
      return true
    },
  })

  function take(view: EditorView, files: FileList | undefined, event: Event): boolean {
    const keep = taker()
    if (!keep || !files || files.length === 0 || view.state.readOnly) return false
    event.preventDefault()
    // The window itself takes a file that is dropped on it for one to open.
    event.stopPropagation()
    void keep([...files]).then((markdown) => {
      if (markdown === '' || !view.dom.isConnected) return
      view.dispatch(view.state.replaceSelection(markdown), { userEvent: 'input.paste', scrollIntoView: true })
      view.focus()
    })
    return true
  }
}
