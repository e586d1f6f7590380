import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findKnowledge, findMembers } from '@renderer/app/finders'
import { styleNonce } from '@renderer/app/theme'
import { useToday } from '@renderer/app/today'
import { IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import classes from './Sessions.module.css'
import type { DraftAction, SessionDraft } from './sessionDraft'

const MarkdownEditor = lazy(() =>
  import('@renderer/components/markdown/MarkdownEditor').then((m) => ({ default: m.MarkdownEditor })),
)

interface Props {
  draft: SessionDraft
  set: (changes: Partial<SessionDraft>) => void
  change: (change: (draft: SessionDraft) => SessionDraft) => void
  problem: (field: string) => string | undefined
  onSubmit: () => void
}

const nonce = styleNonce()

/** The notes, and what was agreed. */
export function SessionWriting({ draft, set, change, problem, onSubmit }: Props) {
  // Where it is known who met, writing is next; otherwise the field for it has the focus.
  const [writesNext] = useState(draft.attendees.length > 0)
  return (
    <div className={classes.writing}>
      <Suspense>
        <MarkdownEditor
          label="Notes"
          placeholder="What did they talk about, what did they take away? @ mentions a member, [[ links to knowledge."
          minRows={12}
          autoFocus={writesNext}
          value={draft.notes}
          onChange={(notes) => set({ notes })}
          mentions={findMembers}
          knowledge={findKnowledge}
          onSubmit={onSubmit}
          nonce={nonce}
        />
      </Suspense>
      <ActionItems draft={draft} change={change} problem={problem} />
    </div>
  )
}

const newItem: DraftAction = { id: null, text: '', ownerId: null, dueOn: null, doneOn: null }

function ActionItems({ draft, change, problem }: Pick<Props, 'draft' | 'change' | 'problem'>) {
  const today = useToday()
  const owners = draft.attendees.map(({ id, name }) => ({ value: String(id), label: name }))
  const update = (index: number, changes: Partial<DraftAction>) =>
    change((current) => ({
      ...current,
      actionItems: current.actionItems.map((item, at) => (at === index ? { ...item, ...changes } : item)),
    }))
  const remove = (index: number) =>
    change((current) => ({ ...current, actionItems: current.actionItems.filter((_, at) => at !== index) }))
  const add = () => change((current) => ({ ...current, actionItems: [...current.actionItems, newItem] }))

  return (
    <section>
      <h2>Agreed</h2>
      {draft.actionItems.map((item, index) => (
        <div key={item.id ?? `new ${index}`} className={classes.actionRow}>
          <Checkbox
            aria-label={`Done: ${item.text}`}
            checked={item.doneOn !== null}
            onChange={(event) => update(index, { doneOn: event.currentTarget.checked ? today : null })}
          />
          <TextInput
            aria-label={`Action item ${index + 1}`}
            placeholder="Who does what?"
            dir="auto"
            autoFocus={item.id === null && item.text === ''}
            value={item.text}
            onChange={(event) => update(index, { text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                event.preventDefault()
                if (item.text.trim() !== '') add()
              }
            }}
            error={problem(`actionItems.${index}`)}
          />
          <Select
            aria-label={`Owner of action item ${index + 1}`}
            placeholder="Owner"
            clearable
            data={owners}
            value={item.ownerId === null ? null : String(item.ownerId)}
            onChange={(owner) => update(index, { ownerId: owner === null ? null : Number(owner) })}
          />
          <DateInput
            aria-label={`Due date of action item ${index + 1}`}
            placeholder="By"
            clearable
            valueFormat="D MMM"
            value={item.dueOn}
            onChange={(dueOn) => update(index, { dueOn })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove action item ${index + 1}`}
            onClick={() => remove(index)}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" mt={6} onClick={add}>
        Add an action item
      </Button>
    </section>
  )
}
