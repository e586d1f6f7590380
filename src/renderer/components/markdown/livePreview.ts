import { syntaxTree } from '@codemirror/language'
import { Prec, StateEffect } from '@codemirror/state'
import { Decoration, EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { toggleTask } from './listCommands'
import { drawPreview } from './preview'
import type { Preview } from './previewSketch'

const redraw = StateEffect.define<null>()
/** Longer than the editor takes to write the end of a composition into the text. */
const afterComposition = 80

/**
 * Keeps the preview true for what is in view. Two things make it wait: an input method's composition, which a
 * change of the elements around it would break off, and a pressed mouse button, under which the text must not
 * move.
 */
class LivePreview implements PluginValue {
  preview: Preview
  private carets: readonly number[]
  private pressed = false
  private late = false

  constructor(private readonly view: EditorView) {
    this.carets = caretsOf(view)
    this.preview = drawPreview(view.state, view.visibleRanges, this.carets)
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.carets = this.carets.map((caret) => update.changes.mapPos(caret, 1))
    if (update.view.composing) {
      this.late = true
      if (update.docChanged) this.preview = mapPreview(this.preview, update)
      return
    }
    const asked = update.transactions.some((transaction) => transaction.effects.some((e) => e.is(redraw)))
    const moved = update.selectionSet || update.focusChanged || update.docChanged
    const parsed = syntaxTree(update.startState) !== syntaxTree(update.state)
    const reconfigured = update.startState.readOnly !== update.state.readOnly
    if (!(moved || parsed || update.viewportChanged || asked || reconfigured || this.late)) return
    if (!this.pressed) this.carets = caretsOf(update.view)
    this.preview = drawPreview(update.state, update.view.visibleRanges, this.carets)
    this.late = false
  }

  press(): void {
    if (this.pressed) return
    this.pressed = true
    const page = this.view.dom.ownerDocument
    const release = () => {
      page.removeEventListener('mouseup', release)
      page.removeEventListener('dragend', release)
      this.pressed = false
      this.ask()
    }
    page.addEventListener('mouseup', release)
    page.addEventListener('dragend', release)
  }

  ask(): void {
    if (this.view.dom.isConnected) this.view.dispatch({ effects: redraw.of(null) })
  }
}

const plugin = ViewPlugin.fromClass(LivePreview, {
  decorations: (value) => value.preview.decorations,
  provide: (self) =>
    EditorView.atomicRanges.of((view) => view.plugin(self)?.preview.atoms ?? Decoration.none),
  eventHandlers: {
    mousedown(event) {
      // A checkbox is clicked where it stands, without moving the caret to it.
      if (isCheckbox(event.target)) return true
      if (event.button === 0) this.press()
      return false
    },
    click(event, view) {
      if (!isCheckbox(event.target)) return false
      toggleTask(view.posAtDOM(event.target))(view)
      return true
    },
    compositionend() {
      setTimeout(() => this.ask(), afterComposition)
      return false
    },
  },
})

/** Shows Markdown as it will read, and its marks only near the caret. */
export const livePreview = Prec.high(plugin)

function caretsOf(view: EditorView): number[] {
  const writing = view.hasFocus && !view.state.readOnly
  return writing ? view.state.selection.ranges.map((range) => range.head) : []
}

function mapPreview(preview: Preview, update: ViewUpdate): Preview {
  return { decorations: preview.decorations.map(update.changes), atoms: preview.atoms.map(update.changes) }
}

function isCheckbox(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.classList.contains('cm-box')
}
