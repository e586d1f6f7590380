import { ActionIcon, Button } from '@mantine/core'
import { call } from '@renderer/app/api'
import { go } from '@renderer/app/navigation'
import { RecordHistory } from '@renderer/app/RecordHistory'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { confidentialityLabels, longDate, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { Session } from '@shared/contract/sessions'
import { IconLock, IconX } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { PassageAction } from './PassageAction'
import classes from './Sessions.module.css'
import { useRemoval } from './useRemoval'

const MarkdownView = lazy(() =>
  import('@renderer/components/markdown/MarkdownView').then((m) => ({ default: m.MarkdownView })),
)

/** One session to read: who met, what was written, what was agreed. */
export function SessionReader({ id, query }: { id: number; query: string }) {
  const { data: session, error } = useRecords('sessions.get', { id }, { keep: false })
  const { running, remove } = useRemoval()
  if (error) return <ErrorNotice message={error.message} />
  if (!session) return null
  const highlight = query.split(/\s+/).filter((word) => word !== '')

  return (
    <article className={classes.reader}>
      <header>
        <div className={classes.readerHead}>
          <h2 dir="auto">{session.title ?? 'Session'}</h2>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Close the session"
            onClick={() => go({ screen: 'sessions' })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
        <p className={classes.facts}>
          {longDate(session.heldOn)}
          {session.minutes === null ? '' : ` · ${session.minutes} min`}
          {session.medium ? ` · ${session.medium}` : ''}
          {session.rating === null ? '' : ` · rated ${session.rating} of 5`}
        </p>
        <p className={classes.people}>
          {session.attendees.map(({ id: memberId, name }, index) => (
            <span key={memberId}>
              {index > 0 ? ', ' : ''}
              <TextButton onClick={() => openMember(memberId)} dir="auto">
                {name}
              </TextButton>
            </span>
          ))}
          {session.match ? <span className={classes.quiet}> · {session.match.program}</span> : null}
        </p>
        <p className={classes.quiet}>
          {session.confidentiality === 'private' ? <IconLock size={13} stroke={1.7} /> : null}{' '}
          {confidentialityLabels[session.confidentiality]}
          {session.topics.length > 0 ? ` · ${session.topics.join(', ')}` : ''}
        </p>
        <div className={classes.readerActions}>
          <Button size="compact-sm" onClick={() => go({ screen: 'session-editor', sessionId: id })}>
            {session.notes.trim() === '' && session.notesErasedAt === null ? 'Write notes' : 'Edit'}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              go({ screen: 'reports', memberIds: session.attendees.map((attendee) => attendee.id) })
            }
          >
            Report…
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={running}
            onClick={() => void remove(session).then((gone) => gone && go({ screen: 'sessions' }))}
          >
            Delete
          </Button>
        </div>
      </header>
      {session.agenda ? (
        <section>
          <h3>Agenda</h3>
          <Text value={session.agenda} highlight={highlight} onMention={openMember} />
        </section>
      ) : null}
      {session.notes.trim() === '' ? (
        <p className={classes.quiet}>
          {session.notesErasedAt === null
            ? 'No notes yet.'
            : `The notes were erased on ${longDate(session.notesErasedAt.slice(0, 10))}.`}
        </p>
      ) : (
        <Notes sessionId={id} session={session} highlight={highlight} />
      )}
      <ActionItems items={session.actionItems} />
      <RecordHistory table="sessions" id={id} />
    </article>
  )
}

interface NotesProps {
  sessionId: number
  session: Pick<Session, 'notes' | 'confidentiality'>
  highlight: string[]
}

function Notes({ sessionId, session: { notes, confidentiality }, highlight }: NotesProps) {
  const text = <Text value={notes} highlight={highlight} onMention={openMember} lines />
  // What is private to the coordinator is no beginning of anything for others.
  if (confidentiality === 'private') return text
  return (
    <PassageAction sessionId={sessionId} notes={notes}>
      {text}
    </PassageAction>
  )
}

const openMember = (memberId: number) => go({ screen: 'members', memberId })

/** Opens what is linked to; what nobody has written yet can be written. */
async function openKnowledge(title: string): Promise<void> {
  const { id } = await call('knowledge.titled', { title })
  go(id === null ? { screen: 'knowledge-editor', title } : { screen: 'knowledge-item', itemId: id })
}

interface TextProps {
  value: string
  highlight: string[]
  onMention: (memberId: number) => void
  lines?: boolean
}

function Text(props: TextProps) {
  return (
    <Suspense>
      <MarkdownView
        {...props}
        onLink={(url) => void call('links.open', { url })}
        onKnowledge={(title) => void openKnowledge(title)}
      />
    </Suspense>
  )
}

function ActionItems({ items }: { items: Session['actionItems'] }) {
  const today = useToday()
  const setDone = useCommand('actionItems.setDone')
  if (items.length === 0) return null
  return (
    <section>
      <h3>Agreed</h3>
      <ul className={classes.items}>
        {items.map(({ id, text, owner, dueOn, doneOn }) => (
          <li key={id}>
            <TickBox
              checked={doneOn !== null}
              onTick={async (ticked) => (await setDone.run({ id, doneOn: ticked ? today : null })) !== null}
              label={
                <>
                  <span dir="auto" data-done={doneOn !== null} className={classes.item}>
                    {text}
                  </span>
                  <span className={classes.quiet}>
                    {owner ? ` ${owner.name}` : ''}
                    {doneOn ? `, done ${shortDate(doneOn)}` : dueOn ? `, by ${shortDate(dueOn)}` : ''}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
