import type { StateCommand } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import { ActionIcon, Tooltip } from '@mantine/core'
import { modKey } from '@renderer/components/keys'
import {
  IconAt,
  IconBlockquote,
  IconBold,
  IconBook2,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
} from '@tabler/icons-react'
import { type ComponentType, type KeyboardEvent, memo, type RefObject, useState } from 'react'
import styles from './editorFrame.module.css'
import type { Format } from './formats'
import { insertLink, toggleBold, toggleItalic } from './inlineCommands'
import { startKnowledgeLink } from './knowledgeCompletion'
import { cycleHeading, toggleList, toggleQuote } from './listCommands'
import { startMention } from './mentionCompletion'

interface Tool {
  label: string
  icon: ComponentType<{ size: number; stroke: number }>
  run: StateCommand | Command
  /** The format that the button shows as being on. */
  format?: Format
  /** Keys behind Ctrl or ⌘. */
  keys?: string
}

const tools: readonly Tool[] = [
  { label: 'Bold', icon: IconBold, run: toggleBold, format: 'bold', keys: 'B' },
  { label: 'Italic', icon: IconItalic, run: toggleItalic, format: 'italic', keys: 'I' },
  { label: 'Heading', icon: IconHeading, run: cycleHeading, format: 'heading' },
  { label: 'Bulleted list', icon: IconList, run: toggleList('bullet'), format: 'bullet', keys: 'Shift+8' },
  {
    label: 'Numbered list',
    icon: IconListNumbers,
    run: toggleList('number'),
    format: 'number',
    keys: 'Shift+7',
  },
  { label: 'Task', icon: IconListCheck, run: toggleList('task'), format: 'task', keys: 'Shift+9' },
  { label: 'Quote', icon: IconBlockquote, run: toggleQuote, format: 'quote' },
  { label: 'Link', icon: IconLink, run: insertLink, format: 'link' },
]
const knowledgeTool: Tool = { label: 'Link to knowledge', icon: IconBook2, run: startKnowledgeLink }
const mentionTool: Tool = { label: 'Mention a member', icon: IconAt, run: startMention }

interface ToolbarProps {
  /** The editor that the buttons act on. */
  editor: RefObject<EditorView | null>
  /** Formats at the caret. */
  formats: readonly Format[]
  mentions: boolean
  linking: boolean
}

/**
 * The editor's buttons: one stop of the Tab key, with arrow keys between them. Drawn anew only when a format
 * changes, not for every letter that is typed.
 */
export const Toolbar = memo(function Toolbar({ editor, formats, mentions, linking }: ToolbarProps) {
  const [current, setCurrent] = useState(0)
  const shown = [...tools, ...(mentions ? [mentionTool] : []), ...(linking ? [knowledgeTool] : [])]

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -current, End: shown.length - 1 - current }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (current + step + shown.length) % shown.length
    setCurrent(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div role="toolbar" aria-label="Formatting" className={styles.toolbar} onKeyDown={move}>
      {shown.map((tool, index) => (
        <Tooltip key={tool.label} label={hintOf(tool)}>
          <ActionIcon
            variant="subtle"
            size={28}
            className={styles.tool}
            aria-label={tool.label}
            {...(tool.format === undefined ? {} : { 'aria-pressed': formats.includes(tool.format) })}
            tabIndex={index === current ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => use(tool, editor.current)}
          >
            <tool.icon size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  )
})

function use(tool: Tool, view: EditorView | null): void {
  if (view === null) return
  view.focus()
  tool.run(view)
}

function hintOf({ label, keys }: Tool): string {
  return keys === undefined ? label : `${label} (${modKey}+${keys})`
}
