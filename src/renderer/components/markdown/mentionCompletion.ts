import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  completionKeymap,
  completionStatus,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete'
import { type EditorState, type Extension, Prec, type TransactionSpec } from '@codemirror/state'
import { type Command, EditorView, keymap, tooltips } from '@codemirror/view'
import { mentionLink } from '@shared/domain/mentions'
import { initialsOf } from '@shared/domain/names'
import { nodesAround } from './inlineCommands'
import { memberListTheme } from './memberListTheme'

/** A member who may be mentioned. */
export interface MentionCandidate {
  id: number
  name: string
  location: string | null
  department: string | null
}

/** Finds members by the beginning of a name; the empty query asks for a sensible first choice. */
export type MentionSearch = (query: string) => Promise<readonly MentionCandidate[]>

/** An `@` that begins a word, and up to three words of a name behind it. */
const queryPattern = /(?:^|[\s([{"'“‘«—–/-])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]+){0,2} ?)$/u
const longestQuery = 80

/** The name being typed behind an `@`, and where the `@` stands; null when none is. */
export function mentionQuery(state: EditorState, offset: number): { from: number; query: string } | null {
  const line = state.doc.lineAt(offset)
  const before = state.sliceDoc(Math.max(line.from, offset - longestQuery), offset)
  const typed = queryPattern.exec(before)?.[1]
  if (typed === undefined || typed.startsWith(' ')) return null
  const code = ['InlineCode', 'CodeText', 'CodeBlock', 'FencedCode', 'URL']
  const names = nodesAround(state, offset)
  if (code.some((name) => names.has(name))) return null
  return { from: offset - typed.length - 1, query: typed }
}

/** Puts a mention in the place of what was typed, with a space behind it unless there is something already. */
export function insertMention(
  state: EditorState,
  member: { id: number; name: string },
  from: number,
  to: number,
): TransactionSpec {
  const space = /^[\s.,;:!?)\]}]/.test(state.sliceDoc(to, to + 1)) ? '' : ' '
  const insert = mentionLink(member.id, member.name) + space
  return {
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.complete',
  }
}

/** Types an `@` and opens the list of members. */
export const startMention: Command = (view) => {
  const { from, to } = view.state.selection.main
  if (view.state.readOnly) return false
  const glued = /[^\s([{]$/.test(view.state.sliceDoc(Math.max(0, from - 1), from))
  const insert = glued ? ' @' : '@'
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.type',
  })
  return startCompletion(view)
}

/**
 * Completion of members' names behind an `@`. `search` is asked anew for every letter.
 *
 * @param others what else is completed, behind other signs: an editor has one list
 */
export function mentionCompletion(
  search: MentionSearch,
  others: readonly CompletionSource[] = [],
): Extension {
  return [
    memberListTheme,
    // Inside a dialog, which moves and clips what it holds, the list would open in the wrong place.
    tooltips({ parent: document.body, position: 'fixed' }),
    autocompletion({
      override: [mentionSource(search), ...others],
      icons: false,
      defaultKeymap: false,
      activateOnTypingDelay: 40,
      interactionDelay: 30,
      maxRenderedOptions: 20,
      optionClass: () => 'cm-member',
      tooltipClass: () => 'cm-members',
      addToOptions: [
        { render: ({ type, label }) => (type === 'member' ? initials(label) : null), position: 20 },
      ],
    }),
    Prec.highest(
      keymap.of([
        ...completionKeymap.map((binding) =>
          binding.key === 'Escape' ? { ...binding, stopPropagation: true } : binding,
        ),
        { key: 'Tab', run: acceptCompletion },
      ]),
    ),
    // Dialogs listen for Escape before the editor does; while the list is open, Escape closes only the list.
    EditorView.contentAttributes.of((view) =>
      completionStatus(view.state) === 'active' ? { 'data-mantine-stop-propagation': 'true' } : null,
    ),
  ]
}

function mentionSource(search: MentionSearch): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = mentionQuery(context.state, context.pos)
    if (typed === null) return null
    // A search that fails finds nobody: whoever writes a note is not to be stopped by it.
    const members = await search(typed.query.trim()).catch(() => [])
    if (context.aborted || members.length === 0) return null
    return { from: typed.from, filter: false, options: members.map(optionOf) }
  }
}

function optionOf(member: MentionCandidate): Completion {
  const place = [member.location, member.department].filter((part) => part !== null && part !== '')
  return {
    label: member.name,
    type: 'member',
    ...(place.length === 0 ? {} : { detail: place.join(' · ') }),
    apply: (view, completion, from, to) =>
      view.dispatch({
        ...insertMention(view.state, member, from, to),
        annotations: pickedCompletion.of(completion),
      }),
  }
}

function initials(name: string): Node {
  const node = document.createElement('span')
  node.className = 'cm-initials'
  node.setAttribute('aria-hidden', 'true')
  node.textContent = initialsOf(name)
  return node
}
