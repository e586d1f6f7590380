import { Alert, Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { back, go, usePlace } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useDraft } from '@renderer/app/useDraft'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { modKey } from '@renderer/components/keys'
import { counted, shortDate } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import { TextButton } from '@renderer/components/TextButton'
import { useMemo, useRef } from 'react'
import { SessionFacts } from './SessionFacts'
import classes from './Sessions.module.css'
import { SessionWriting } from './SessionWriting'
import { inputOf, parseDraft, type SessionDraft } from './sessionDraft'
import { useStart } from './useStart'

/**
 * Writes a session: a new one, or one that is there. Kept as a draft while it is typed. Another session is another
 * editor, with nothing in it of the one before.
 */
export function SessionEditor() {
  const place = usePlace('session-editor')
  return <Editor key={place?.sessionId ?? 'new'} place={place} />
}

function Editor({ place }: { place: ReturnType<typeof usePlace<'session-editor'>> }) {
  const sessionId = place?.sessionId ?? null
  const start = useStart(place)
  const {
    value: draft,
    restored,
    change,
    discard,
    startOver,
  } = useDraft(`session:${sessionId ?? 'new'}`, start.draft, parseDraft)
  const save = useCommand('sessions.save')
  // The editor of the notes and the screen both hear Ctrl+Enter: one key, one session.
  const saving = useRef(false)
  useHotkeys([['mod+Enter', () => void submit()]], [], true)
  const ready = draft !== null
  useShown('session-editor', ready)
  const set = useMemo(
    () => (changes: Partial<SessionDraft>) => change((current) => ({ ...current, ...changes })),
    [change],
  )

  async function submit() {
    if (!draft || saving.current) return
    saving.current = true
    const done = await save.run({ id: sessionId, session: inputOf(draft) })
    saving.current = false
    if (!done) return
    await discard()
    tell('The session is saved.')
    go({ screen: 'sessions', sessionId: done.id })
  }

  async function giveUp() {
    await discard()
    back()
  }

  if (start.error) return <ErrorNotice message={start.error} />
  if (!draft) return null
  const problem = (field: string) =>
    save.error?.field?.startsWith(`session.${field}`) ? save.error.message : undefined

  return (
    <form
      className={classes.editor}
      // Enter in a field goes on writing; what saves is said on the button.
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.editorHead}>
        <PageHeader
          title={sessionId === null ? 'New session' : 'Edit session'}
          reading={<LastTime draft={draft} sessionId={sessionId} />}
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
          <Alert variant="light" color="yellow" mt={12} role="status">
            This is the draft that was not saved last time.{' '}
            <TextButton onClick={startOver}>Start over</TextButton>
          </Alert>
        ) : null}
      </div>
      <div className={classes.editorBody}>
        <SessionWriting
          draft={draft}
          set={set}
          change={change}
          problem={problem}
          onSubmit={() => void submit()}
        />
        <SessionFacts draft={draft} set={set} problem={problem} isNew={sessionId === null} />
      </div>
    </form>
  )
}

/** Where the two left off: the best start for new notes. */
function LastTime({ draft, sessionId }: { draft: SessionDraft; sessionId: number | null }) {
  const [first, second] = draft.attendees
  const today = useToday()
  const last = useRecords(
    'sessions.list',
    {
      filter: {
        query: '',
        memberId: first?.id ?? null,
        matchId: draft.matchId,
        topicIds: [],
        media: [],
        confidentialities: [],
        from: null,
        to: draft.heldOn || today,
        withoutNotes: false,
      },
      page: { offset: 0, limit: 2 },
    },
    { enabled: first !== undefined },
  )
  if (!first || (!second && draft.matchId === null)) return <>Who met, when, and what they took away.</>
  const before = last.data?.rows.find(
    ({ id, attendees }) => id !== sessionId && (!second || attendees.some((other) => other.id === second.id)),
  )
  if (!before) return <>Their first session in this file.</>
  const open =
    before.openActionItems === 0
      ? ''
      : ` ${counted(before.openActionItems, 'action item is', 'action items are')} still open.`
  return (
    <>
      They last met on {shortDate(before.heldOn)}.{open}
    </>
  )
}
