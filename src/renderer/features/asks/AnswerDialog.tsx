import { Button, Modal, SegmentedControl, Select, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Ask, AskAnswer } from '@shared/contract/asks'
import type { Reference } from '@shared/contract/fields'
import { helpedWords, sessionMedia } from '@shared/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import classes from './Asks.module.css'

interface Props {
  ask: Ask
  /** Null for a new one. */
  answer: AskAnswer | null
  today: string
  onClose: () => void
}

const unknown = 'unknown'
const helpedChoices = [
  { value: unknown, label: 'Not known yet' },
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'In part' },
  { value: 'no', label: 'No' },
]

/** Who helped with an ask, when and how, and whether it was of use. */
export function AnswerDialog({ ask, answer, today, onClose }: Props) {
  const save = useCommand('asks.answer')
  const remove = useCommand('asks.removeAnswer')
  const [member, setMember] = useState<Reference[]>(answer ? [answer.member] : [])
  const [answeredOn, setAnsweredOn] = useState(
    answer?.answeredOn ?? (today < ask.askedOn ? ask.askedOn : today),
  )
  const [means, setMeans] = useState(answer?.means ?? null)
  const [helped, setHelped] = useState(answer?.helped ?? null)
  const [note, setNote] = useState(answer?.note ?? '')
  const problem = (field: string) =>
    save.error?.field === `answer.${field}` ? save.error.message : undefined
  const [who] = member

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!who) return
    const fields = { memberId: who.id, answeredOn, means, helped, note }
    if (await save.run({ id: answer?.id ?? null, askId: ask.id, answer: fields })) onClose()
  }

  async function takeBack() {
    if (!answer || !(await remove.run({ id: answer.id }))) return
    tell('The answer is taken out.')
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size={560}
      title={answer ? 'Edit the answer' : `Who helped ${ask.asker.name}?`}
    >
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <p className={classes.quoted} dir="auto">
          {ask.text}
        </p>
        <div className={classes.row}>
          <MembersPicker
            label="Who"
            data-autofocus
            search={findMembers}
            placeholder={who ? '' : 'Type a name'}
            value={member}
            onChange={(chosen) => setMember(chosen.slice(-1))}
            error={problem('memberId')}
          />
          <DateInput
            label="When"
            valueFormat="ddd D MMM YYYY"
            value={answeredOn}
            onChange={(day) => {
              if (day) setAnsweredOn(day)
            }}
            error={problem('answeredOn')}
          />
          <Select
            label="How"
            clearable
            placeholder="not noted"
            data={[...sessionMedia]}
            value={means}
            onChange={(value) => setMeans(sessionMedia.find((one) => one === value) ?? null)}
          />
        </div>
        {ask.offering.length > 0 && !who ? (
          <p className={classes.quiet}>
            Offers {ask.topic}:{' '}
            {ask.offering.map((one) => (
              <Button key={one.id} size="compact-xs" variant="default" onClick={() => setMember([one])}>
                {one.name}
              </Button>
            ))}
          </p>
        ) : null}
        <div>
          <p className={classes.label} id="did-it-help">
            Did it help?
          </p>
          <SegmentedControl
            aria-labelledby="did-it-help"
            data={helpedChoices}
            value={helped ?? unknown}
            onChange={(value) => setHelped(helpedWords.find((one) => one === value) ?? null)}
          />
        </div>
        <Textarea
          label="Note"
          autosize
          minRows={1}
          maxRows={6}
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={problem('note')}
        />
        <DialogEnd label="Save" onCancel={onClose} running={save.running} disabled={!who}>
          {answer ? (
            <Button
              variant="subtle"
              color="red"
              className={classes.first ?? ''}
              onClick={() => void takeBack()}
            >
              Take it out
            </Button>
          ) : null}
        </DialogEnd>
      </form>
    </Modal>
  )
}
