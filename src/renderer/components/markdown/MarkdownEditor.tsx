import { Compartment, EditorState, Prec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import styles from './editorFrame.module.css'
import { type Format, formatsAt } from './formats'
import { type KnowledgeSearch, knowledgeSource } from './knowledgeCompletion'
import { type MentionSearch, mentionCompletion } from './mentionCompletion'
import { noteEditor, noteSettings, onUserChange, replaceText } from './noteEditor'
import { Toolbar } from './Toolbar'
import { type FileTaker, takenFiles } from './takenFiles'
import { UnansweredTexts } from './unansweredTexts'

interface MarkdownEditorProps {
  /** The note's Markdown. A value that the editor has not reported itself replaces its text. */
  value: string
  onChange: (value: string) => void
  /** Name of the field for screen readers. */
  label: string
  placeholder?: string | undefined
  autoFocus?: boolean | undefined
  /** Height in lines of an empty note; it grows with its text. */
  minRows?: number | undefined
  /** Finds the members that may be mentioned with `@`. Without it there are no mentions. */
  mentions?: MentionSearch | undefined
  /** Finds what may be linked to with `[[`; for an editor with mentions. */
  knowledge?: KnowledgeSearch | undefined
  /** Keeps files that are pasted or dropped. Without it they are not taken. */
  files?: FileTaker | undefined
  /** Called on Ctrl+Enter or ⌘Enter. */
  onSubmit?: (() => void) | undefined
  /** Nonce of the page's content security policy, for the editor's style elements. */
  nonce?: string | undefined
  readOnly?: boolean | undefined
  /** Shows the formatting buttons; true unless told otherwise. */
  toolbar?: boolean | undefined
}

/**
 * The editor of Markdown notes. What is edited is the Markdown itself, shown as it will read, so that nothing
 * is lost or rewritten. It has an undo history of its own: give it a `key` to open another note.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, label, placeholder = '', minRows = 6, nonce, readOnly = false, toolbar = true } = props
  const holder = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  const settings = useMemo(() => new Compartment(), [])
  const unanswered = useMemo(() => new UnansweredTexts(), [])
  const [formats, setFormats] = useState<readonly Format[]>([])
  const mentions = props.mentions !== undefined
  const linking = mentions && props.knowledge !== undefined

  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    const parent = holder.current
    if (parent === null) return
    const first = latest.current
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: first.value,
        selection: { anchor: first.autoFocus ? lengthOf(first.value) : 0 },
        extensions: [
          submitKey(() => latest.current.onSubmit),
          mentions
            ? mentionCompletion(
                (query) => latest.current.mentions?.(query) ?? Promise.resolve([]),
                linking
                  ? [knowledgeSource((query) => latest.current.knowledge?.(query) ?? Promise.resolve([]))]
                  : [],
              )
            : [],
          takenFiles(() => latest.current.files),
          noteEditor,
          settings.of(settingsOf(first)),
          nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
          onUserChange((text) => {
            unanswered.sent(text)
            latest.current.onChange(text)
          }),
          EditorView.updateListener.of((update) => {
            if (!update.selectionSet && !update.docChanged && !update.focusChanged) return
            const next = update.view.hasFocus ? formatsAt(update.state) : []
            setFormats((before) => (before.join() === next.join() ? before : next))
          }),
        ],
      }),
    })
    view.current = editor
    if (first.autoFocus) editor.focus()
    return () => {
      editor.destroy()
      view.current = null
    }
  }, [nonce, mentions, linking, settings, unanswered])

  useLayoutEffect(() => {
    view.current?.dispatch({ effects: settings.reconfigure(noteSettings(label, placeholder, readOnly)) })
  }, [settings, label, placeholder, readOnly])

  useLayoutEffect(() => {
    const editor = view.current
    if (editor === null || unanswered.answered(value)) return
    const change = replaceText(editor.state, value)
    if (change !== null) editor.dispatch(change)
  }, [unanswered, value])

  const rows: CSSProperties & Record<'--note-rows', number> = { '--note-rows': minRows }
  return (
    <div className={styles.frame} style={rows} data-readonly={readOnly}>
      {toolbar && !readOnly ? (
        <Toolbar editor={view} formats={formats} mentions={mentions} linking={linking} />
      ) : null}
      <div ref={holder} className={styles.page} />
    </div>
  )
}

function submitKey(handler: () => (() => void) | undefined) {
  const run = () => {
    const submit = handler()
    submit?.()
    return submit !== undefined
  }
  return Prec.highest(keymap.of([{ key: 'Mod-Enter', run }]))
}

function settingsOf({ label, placeholder = '', readOnly = false }: MarkdownEditorProps) {
  return noteSettings(label, placeholder, readOnly)
}

/** Length of a text in the editor, where every line ends with one character. */
function lengthOf(text: string): number {
  return text.replace(/\r\n?/g, '\n').length
}
