import { ActionIcon, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { TextButton } from '@renderer/components/TextButton'
import type { Invitation } from '@shared/contract/invitations'
import { nextStep } from '@shared/domain/growth/way'
import { type InvitationAnswer, invitationAnswers } from '@shared/domain/vocabulary'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './Growth.module.css'
import { InvitationDialog } from './InvitationDialog'
import { answerLabels, factsOf, nextWords } from './words'

interface Props {
  invitation: Invitation
  communityId: number
  today: string
  onLetter: () => void
}

/** Somebody on the way into a community: where they are, what comes next, and the one action that does it. */
export function InvitationLine({ invitation, communityId, today, onLetter }: Props) {
  const { id, name, memberId, note, answer, belongs } = invitation
  const remove = useCommand('invitations.remove')
  const actions = useActions(invitation, today)
  const [editing, setEditing] = useState(false)
  const next = nextStep(invitation, today)

  async function removeIt() {
    const deletion = await remove.run({ id })
    if (deletion) tellDeleted('The invitation is in the trash.', deletion)
  }

  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <p>
          {memberId === null ? (
            <b dir="auto">{name}</b>
          ) : (
            <TextButton
              className={classes.person}
              dir="auto"
              onClick={() => go({ screen: 'members', memberId })}
            >
              {name}
            </TextButton>
          )}{' '}
          <span className={classes.quiet}>{factsOf(invitation)}</span>
        </p>
        {note === null ? null : (
          <p className={classes.note} dir="auto">
            {note}
          </p>
        )}
      </div>
      <span className={classes.next} data-next={next}>
        {nextWords[next]}
      </span>
      {next === 'invite' ? (
        <TextButton aria-label={`Invited today: ${name}`} onClick={() => void actions.spoken()}>
          Invited today
        </TextButton>
      ) : next === 'admit' ? (
        <TextButton aria-label={`Make a member: ${name}`} onClick={() => void actions.admit()}>
          Make a member
        </TextButton>
      ) : next === 'wait' || next === 'ask again' ? (
        <TextButton aria-label={`Accepted: ${name}`} onClick={() => void actions.say('accepted')}>
          Accepted
        </TextButton>
      ) : (
        <span />
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More about ${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>They said</Menu.Label>
          {invitationAnswers
            .filter((one) => one !== answer)
            .map((one) => (
              <Menu.Item key={one} onClick={() => void actions.say(one)}>
                {answerLabels[one]}
              </Menu.Item>
            ))}
          {answer === null ? null : <Menu.Item onClick={() => void actions.say(null)}>Nothing yet</Menu.Item>}
          <Menu.Divider />
          {belongs ? null : <Menu.Item onClick={() => void actions.admit()}>Make a member</Menu.Item>}
          <Menu.Item onClick={onLetter}>Letter…</Menu.Item>
          <Menu.Item onClick={() => setEditing(true)}>Edit…</Menu.Item>
          <Menu.Item color="red" onClick={() => void removeIt()}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing ? (
        <InvitationDialog
          communityId={communityId}
          invitation={invitation}
          today={today}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </li>
  )
}

function useActions({ id, name, invitedOn }: Invitation, today: string) {
  const speak = useCommand('invitations.spoken')
  const answerTo = useCommand('invitations.answer')
  const join = useCommand('invitations.admit')
  /** What was planned for later is answered on that day at the earliest. */
  const day = invitedOn !== null && invitedOn > today ? invitedOn : today
  return {
    async spoken() {
      if (await speak.run({ ids: [id], invitedOn: today })) tell(`${name} is invited.`)
    },
    async say(answer: InvitationAnswer | null) {
      const done = await answerTo.run({ id, answer, answeredOn: day })
      if (done)
        tell(answer === null ? 'Noted: no answer yet.' : `Noted: ${answerLabels[answer].toLowerCase()}.`)
    },
    async admit() {
      const done = await join.run({ id, joinedOn: day })
      if (done)
        tell(done.isNew ? `${name} is a member now, and in the directory.` : `${name} is a member now.`)
    },
  }
}
