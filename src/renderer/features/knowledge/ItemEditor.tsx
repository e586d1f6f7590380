import { Alert, Button, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { findKnowledge, findMembers } from '@renderer/app/finders'
import { back, go, usePlace } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { styleNonce } from '@renderer/app/theme'
import { useToday } from '@renderer/app/today'
import { useDraft } from '@renderer/app/useDraft'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { modKey } from '@renderer/components/keys'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import { TextButton } from '@renderer/components/TextButton'
import { lazy, Suspense, useMemo, useRef } from 'react'
import { EditorFacts } from './EditorFacts'
import { type ItemDraft, inputOf, parseDraft } from './itemDraft'
import classes from './Knowledge.module.css'
import { useTakenFiles } from './useAttach'
import { draftKeyOf, useItemStart } from './useItemStart'

const MarkdownEditor = lazy(() =>
  import('@renderer/components/markdown/MarkdownEditor').then((m) => ({ default: m.MarkdownEditor })),
)

const nonce = styleNonce()

/** Writes a piece of knowledge: a new one, or one that is there. Kept as a draft while it is typed. */
export function ItemEditor() {
  const place = usePlace('knowledge-editor')
  return <Editor key={draftKeyOf(place)} place={place} />
}

function Editor({ place }: { place: ReturnType<typeof usePlace<'knowledge-editor'>> }) {
  const itemId = place?.itemId ?? null
  const today = useToday()
  const start = useItemStart(place)
  const kept = useDraft(draftKeyOf(place), start.draft, parseDraft)
  const { value: draft, restored, change, discard, startOver } = kept
  const save = useCommand('knowledge.save')
  const takeFiles = useTakenFiles(itemId)
  // The editor of the text and the screen both hear Ctrl+Enter: one key, one item.
  const saving = useRef(false)
  useHotkeys([['mod+Enter', () => void submit()]], [], true)
  useShown('knowledge-editor', draft !== null)
  const set = useMemo(
    () => (changes: Partial<ItemDraft>) => change((current) => ({ ...current, ...changes })),
    [change],
  )

  async function submit() {
    if (!draft || saving.current) return
    saving.current = true
    const done = await save.run({ id: itemId, item: inputOf(draft), today })
    saving.current = false
    if (!done) return
    await discard()
    tell(
      done.relinked === 0
        ? 'It is saved.'
        : `It is saved, and ${counted(done.relinked, 'text leads', 'texts lead')} to its new title.`,
    )
    go({ screen: 'knowledge-item', itemId: done.id })
  }

  async function giveUp() {
    await discard()
    back()
  }

  if (start.error) return <ErrorNotice message={start.error} />
  if (!draft) return null
  const problem = (field: string) =>
    save.error?.field?.startsWith(`item.${field}`) ? save.error.message : undefined

  return (
    <form
      className={classes.editor}
      // Enter in a field goes on writing; what saves is said on the button.
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.editorHead}>
        <PageHeader
          title={itemId === null ? 'New knowledge' : 'Edit knowledge'}
          reading="Write it for somebody who was not there. [[ links to what is written already, @ names a member."
          actions={
            <>
              <span className={classes.saved}>Every word is kept as a draft</span>
              <Button variant="default" onClick={() => void giveUp()}>
                Discard
              </Button>
              <Button onClick={() => void submit()} loading={save.running} title={`${modKey} Enter`}>
                Save
              </Button>
            </>
          }
        />
        {restored ? (
          <Alert variant="light" color="yellow" role="status">
            This is the draft that was not saved last time.{' '}
            <TextButton onClick={startOver}>Start over</TextButton>
          </Alert>
        ) : null}
        {place?.passage?.forPair ? (
          <Alert variant="light" color="yellow" role="status">
            These notes are shared with the pair alone: ask them before you endorse what is made of them.
          </Alert>
        ) : null}
      </div>
      <div className={classes.editorBody}>
        <div className={classes.writing}>
          <TextInput
            className={classes.title ?? ''}
            aria-label="Title"
            placeholder="What is it called?"
            variant="unstyled"
            dir="auto"
            autoFocus={draft.title === ''}
            value={draft.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={problem('title')}
          />
          <Suspense>
            <MarkdownEditor
              label="Text"
              placeholder="What did you learn, and how would somebody else use it?"
              minRows={16}
              autoFocus={draft.title !== ''}
              value={draft.body}
              onChange={(body) => set({ body })}
              mentions={findMembers}
              knowledge={findKnowledge}
              files={takeFiles}
              onSubmit={() => void submit()}
              nonce={nonce}
            />
          </Suspense>
        </div>
        <EditorFacts itemId={itemId} draft={draft} set={set} change={change} problem={problem} />
      </div>
    </form>
  )
}
