import {
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete'
import type { Command, EditorView } from '@codemirror/view'

/** Finds pieces of knowledge by the beginnings of words of their titles. */
export type KnowledgeSearch = (query: string) => Promise<readonly { name: string; kind: string }[]>

const longestTitle = 200

/** The title being typed behind `[[`; null when none is. */
function typedTitle(context: CompletionContext): { from: number; query: string } | null {
  const { state, pos } = context
  const line = state.doc.lineAt(pos)
  const before = state.sliceDoc(Math.max(line.from, pos - longestTitle), pos)
  const query = /\[\[([^[\]|\n]*)$/.exec(before)?.[1]
  return query === undefined ? null : { from: pos - query.length, query }
}

/** Completion of titles behind `[[`. */
export function knowledgeSource(search: KnowledgeSearch): CompletionSource {
  return async (context): Promise<CompletionResult | null> => {
    const typed = typedTitle(context)
    if (typed === null) return null
    // A search that fails finds nothing: whoever writes is not to be stopped by it.
    const items = await search(typed.query.trim()).catch(() => [])
    if (context.aborted || items.length === 0) return null
    return {
      from: typed.from,
      filter: false,
      options: items.map(({ name, kind }) => ({
        label: name,
        detail: kind,
        apply: (view, completion, from, to) => {
          const closed = view.state.sliceDoc(to, to + 2) === ']]'
          const insert = closed ? name : `${name}]]`
          view.dispatch({
            changes: { from, to, insert },
            selection: { anchor: from + name.length + 2 },
            userEvent: 'input.complete',
            annotations: pickedCompletion.of(completion),
          })
        },
      })),
    }
  }
}

/** Types `[[` and opens the list of what can be linked to. */
export const startKnowledgeLink: Command = (view: EditorView) => {
  const { from, to } = view.state.selection.main
  if (view.state.readOnly) return false
  const chosen = view.state.sliceDoc(from, to)
  view.dispatch({
    changes: { from, to, insert: `[[${chosen}` },
    selection: { anchor: from + 2 + chosen.length },
    scrollIntoView: true,
    userEvent: 'input.type',
  })
  return startCompletion(view)
}
