import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { groundTitle, numberText } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { Invitation } from '@shared/contract/invitations'
import { type NextStep, nextStep } from '@shared/domain/growth/way'
import { useState } from 'react'
import { BroughtTree } from './BroughtTree'
import { Funnel } from './Funnel'
import classes from './Growth.module.css'
import { InvitationDialog } from './InvitationDialog'
import { InvitationLine } from './InvitationLine'
import { LettersDialog } from './LettersDialog'
import { readingOf } from './words'

type Dialog = { what: 'add' } | { what: 'letters'; ids: number[] }

const firstShown = { 'To be done': 12, 'Waiting for an answer': 12, 'Nothing to do': 4 } as const

const groups: readonly { title: keyof typeof firstShown; next: readonly NextStep[] }[] = [
  { title: 'To be done', next: ['admit', 'invite', 'ask again', 'welcome', 'further in'] },
  { title: 'Waiting for an answer', next: ['wait'] },
  { title: 'Nothing to do', next: ['none'] },
]

/** How a community grows: who is on the way into it and what comes next for each, and who brought whom. */
export function GrowthTab({ communityId }: { communityId: number }) {
  const today = useToday()
  const { data, error } = useRecords('invitations.list', { communityId, today })
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  if (error) return <ErrorNotice message={error.message} />
  if (!data) return null
  const { invitations } = data
  const shown =
    dialog?.what === 'add' ? (
      <InvitationDialog communityId={communityId} invitation={null} today={today} onClose={close} />
    ) : dialog?.what === 'letters' ? (
      <LettersDialog
        communityId={communityId}
        data={data}
        chosen={dialog.ids}
        today={today}
        onClose={close}
      />
    ) : null
  if (invitations.length === 0) {
    return (
      <div className={`${classes.scroll} ${screen.reading}`}>
        <EmptyState
          title="Nobody is on the way yet"
          text="A community cannot be ordered into being; people are invited, one by one. Note whom a member thinks of, and who spoke with them."
        >
          <Button onClick={() => setDialog({ what: 'add' })}>Think of somebody</Button>
          <GroundButton communityId={communityId} name={data.about.community} />
        </EmptyState>
        <BroughtTree people={data.people} />
        {shown}
      </div>
    )
  }
  const open = invitations.filter((one) => nextStep(one, today) === 'invite').map(({ id }) => id)
  return (
    <div className={`${classes.scroll} ${screen.reading}`}>
      <div className={classes.head}>
        <p>{readingOf(invitations, today)}</p>
        <div className={classes.actions}>
          <GroundButton communityId={communityId} name={data.about.community} />
          <Button variant="default" onClick={() => setDialog({ what: 'letters', ids: open })}>
            Write letters…
          </Button>
          <Button onClick={() => setDialog({ what: 'add' })}>Think of somebody</Button>
        </div>
      </div>
      <Funnel invitations={invitations} weeks={data.weeks} />
      {groups.map(({ title, next }) => (
        <Group
          key={title}
          title={title}
          communityId={communityId}
          today={today}
          invitations={byUrgency(invitations, next, today)}
          onLetter={(id) => setDialog({ what: 'letters', ids: [id] })}
        />
      ))}
      <BroughtTree people={data.people} />
      {shown}
    </div>
  )
}

/** Before people are invited, it is worth asking whether there is ground for it. */
function GroundButton({ communityId, name }: { communityId: number; name: string }) {
  return (
    <Button
      variant="default"
      onClick={() => go({ screen: 'readiness', community: { id: communityId, name } })}
    >
      {groundTitle}
    </Button>
  )
}

export type Growth = OutputOf<'invitations.list'>

function byUrgency(
  invitations: readonly Invitation[],
  next: readonly NextStep[],
  today: string,
): Invitation[] {
  return next.flatMap((step) => invitations.filter((one) => nextStep(one, today) === step))
}

interface GroupProps {
  title: keyof typeof firstShown
  communityId: number
  today: string
  invitations: readonly Invitation[]
  onLetter: (id: number) => void
}

function Group({ title, communityId, today, invitations, onLetter }: GroupProps) {
  const [whole, setWhole] = useState(false)
  if (invitations.length === 0) return null
  const shown = whole ? invitations : invitations.slice(0, firstShown[title])
  const more = invitations.length - shown.length
  return (
    <section aria-label={title}>
      <h2 className={classes.group}>
        {title} <small>{numberText(invitations.length)}</small>
      </h2>
      <ul className={classes.list}>
        {shown.map((invitation) => (
          <InvitationLine
            key={invitation.id}
            invitation={invitation}
            communityId={communityId}
            today={today}
            onLetter={() => onLetter(invitation.id)}
          />
        ))}
      </ul>
      {more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {numberText(more)} more</TextButton> : null}
    </section>
  )
}
