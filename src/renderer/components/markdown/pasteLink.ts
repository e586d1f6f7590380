import { syntaxTree } from '@codemirror/language'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isUrl } from './links'

const notPlain = /Code|URL|Image|HTML|Autolink/

/**
 * What pasting an address over selected words does: the words become a link to it. Null when this is an
 * ordinary paste, for one of several lines, over code or over a link.
 */
export function pasteAsLink(state: EditorState, pasted: string): TransactionSpec | null {
  const { from, to, empty } = state.selection.main
  const address = pasted.trim()
  const selected = state.sliceDoc(from, to)
  if (empty || state.readOnly || selected.includes('\n') || !isUrl(address)) return null
  let plain = true
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const linked = node.name === 'Link' && node.node.getChild('URL') !== null
      if ((linked || notPlain.test(node.name)) && node.from < to && node.to > from) plain = false
    },
  })
  if (!plain) return null
  const target = address.replace(/[()<>\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  const text = selected.replace(/(?<!\\)[[\]]/g, '\\$&')
  const insert = `[${text}](${target})`
  return {
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  }
}

/** Makes a link of the selection when an address is pasted over it. */
export const pasteLink = EditorView.domEventHandlers({
  paste(event, view) {
    const spec = pasteAsLink(view.state, event.clipboardData?.getData('text/plain') ?? '')
    if (spec === null) return false
    view.dispatch(spec)
    return true
  },
})
