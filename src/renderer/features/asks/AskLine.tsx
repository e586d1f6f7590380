import { ActionIcon, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { TextButton } from '@renderer/components/TextButton'
import type { Ask, AskAnswer } from '@shared/contract/asks'
import type { Reference } from '@shared/contract/fields'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { AnswerDialog } from './AnswerDialog'
import { AskDialog } from './AskDialog'
import classes from './Asks.module.css'
import { ageOf, answerFacts, factsOf, offeringWords } from './words'

interface Props {
  ask: Ask
  communityId: number
  today: string
}

type Open = { what: 'ask' } | { what: 'answer'; answer: AskAnswer | null }

/** One ask: who asked what and when, who might know while it waits, and who helped. */
export function AskLine({ ask, communityId, today }: Props) {
  const { id, asker, text, isOpen, answers, askedOn, closedOn } = ask
  const close = useCommand('asks.close')
  const remove = useCommand('asks.remove')
  const [open, setOpen] = useState<Open | null>(null)
  const offering = offeringWords(ask)

  async function closeAs(day: string | null) {
    if (await close.run({ id, closedOn: day })) tell(day === null ? 'It is open again.' : 'It is closed.')
  }

  async function removeIt() {
    const deletion = await remove.run({ id })
    if (deletion) tellDeleted('The ask is in the trash.', deletion)
  }

  return (
    <li className={classes.line}>
      <span className={classes.age}>{isOpen ? ageOf(ask, today) : null}</span>
      <div className={classes.what}>
        <p>
          <Person person={asker} />{' '}
          <span dir="auto" className={classes.words}>
            {text}
          </span>
        </p>
        <p className={classes.quiet}>
          {factsOf(ask, today)}
          {offering === null ? null : <>. {offering}</>}
        </p>
        {answers.length === 0 ? null : (
          <ul className={classes.answers}>
            {answers.map((answer) => (
              <li key={answer.id}>
                <Person person={answer.member} />{' '}
                <span className={classes.quiet}>{answerFacts(answer, askedOn)}</span>{' '}
                {answer.note === null ? null : <span dir="auto">{answer.note}</span>}{' '}
                <TextButton
                  aria-label={`Edit the answer of ${answer.member.name}`}
                  onClick={() => setOpen({ what: 'answer', answer })}
                >
                  Edit
                </TextButton>
              </li>
            ))}
          </ul>
        )}
      </div>
      <TextButton
        aria-label={`${answers.length === 0 ? 'Who helped?' : 'Another answer'} ${asker.name}: ${text}`}
        onClick={() => setOpen({ what: 'answer', answer: null })}
      >
        {answers.length === 0 ? 'Who helped?' : 'Another answer'}
      </TextButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More about what ${asker.name} asked`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen({ what: 'ask' })}>Edit…</Menu.Item>
          {closedOn === null ? (
            <Menu.Item onClick={() => void closeAs(today < askedOn ? askedOn : today)}>Close</Menu.Item>
          ) : (
            <Menu.Item onClick={() => void closeAs(null)}>Open again</Menu.Item>
          )}
          <Menu.Item color="red" onClick={() => void removeIt()}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open?.what === 'ask' ? (
        <AskDialog ask={ask} communityId={communityId} onClose={() => setOpen(null)} />
      ) : open?.what === 'answer' ? (
        <AnswerDialog ask={ask} answer={open.answer} today={today} onClose={() => setOpen(null)} />
      ) : null}
    </li>
  )
}

function Person({ person: { id, name } }: { person: Reference }) {
  return (
    <TextButton className={classes.person} dir="auto" onClick={() => go({ screen: 'members', memberId: id })}>
      {name}
    </TextButton>
  )
}
