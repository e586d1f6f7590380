import { Autocomplete, Button, Popover } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { consentLabels, purposeLabels, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Consent } from '@shared/contract/consents'
import {
  type ConsentAnswer,
  type ConsentPurpose,
  consentAnswers,
  consentPurposes,
} from '@shared/domain/vocabulary'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './MemberConsent.module.css'

/** What the member has agreed to, for each purpose, and how to write down another answer. */
export function MemberConsent({ id }: { id: number }) {
  const { data: answers } = useRecords('consents.of', { memberId: id }, { keep: false })
  const [earlier, setEarlier] = useState(false)
  if (!answers) return null
  const past = answers.filter(({ current }) => !current)
  return (
    <section className={classes.consent}>
      <h2>Consent</h2>
      <dl className={classes.purposes}>
        {consentPurposes.map((purpose) => (
          <div key={purpose}>
            <dt>{purposeLabels[purpose]}</dt>
            <dd>
              <Answer
                memberId={id}
                purpose={purpose}
                answer={answers.find((answer) => answer.purpose === purpose && answer.current) ?? null}
              />
            </dd>
          </div>
        ))}
      </dl>
      {past.length === 0 ? null : earlier ? (
        <ul className={classes.earlier} aria-label="Earlier answers">
          {past.map((answer) => (
            <li key={answer.id}>
              {purposeLabels[answer.purpose]}: {inWords(answer)}
            </li>
          ))}
        </ul>
      ) : (
        <TextButton onClick={() => setEarlier(true)}>Earlier answers</TextButton>
      )}
    </section>
  )
}

function inWords(answer: Consent): string {
  return `${consentLabels[answer.answer].toLowerCase()} on ${detail(answer)}`
}

/** When it was, and how. */
function detail({ answeredOn, how }: Consent): string {
  return `${shortDate(answeredOn)}${how === null ? '' : `, ${how}`}`
}

/** The answer as the button shows it. */
function shown(answer: Consent | null): string {
  return answer === null ? consentLabels.missing : `${consentLabels[answer.answer]} ${detail(answer)}`
}

interface AnswerProps {
  memberId: number
  purpose: ConsentPurpose
  answer: Consent | null
}

/** The current answer; a click on it offers the others, a second one writes it down. */
function Answer({ memberId, purpose, answer }: AnswerProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover position="bottom-end" width={270} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <button
          type="button"
          className={classes.answer}
          data-state={answer?.answer ?? 'missing'}
          aria-haspopup="dialog"
          aria-label={`${purposeLabels[purpose]}: ${shown(answer)}. Change`}
          onClick={() => setOpened(!opened)}
        >
          {answer ? (
            <>
              <b>{consentLabels[answer.answer]}</b> {detail(answer)}
            </>
          ) : (
            consentLabels.missing
          )}
          <IconChevronDown size={13} stroke={1.8} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Answer about ${purposeLabels[purpose].toLowerCase()}`}>
        <NewAnswer memberId={memberId} purpose={purpose} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

const usualWays = ['form', 'e-mail', 'in person', 'phone']

function NewAnswer({
  memberId,
  purpose,
  onDone,
}: {
  memberId: number
  purpose: ConsentPurpose
  onDone: () => void
}) {
  const today = useToday()
  const record = useCommand('consents.record')
  const [answeredOn, setAnsweredOn] = useState(today)
  const [how, setHow] = useState('')

  async function write(answer: ConsentAnswer) {
    if (!(await record.run({ memberIds: [memberId], purpose, answer, answeredOn, how }))) return
    tell(`${purposeLabels[purpose]}: ${consentLabels[answer].toLowerCase()}.`)
    onDone()
  }

  return (
    <div className={classes.form}>
      <div className={classes.answers}>
        {consentAnswers.map((answer, at) => (
          <Button
            key={answer}
            size="compact-sm"
            variant="default"
            data-autofocus={at === 0 || undefined}
            disabled={record.running}
            onClick={() => void write(answer)}
          >
            {consentLabels[answer]}
          </Button>
        ))}
      </div>
      <div className={classes.when}>
        <DateInput
          label="On"
          size="xs"
          valueFormat="D MMM YYYY"
          maxDate={today}
          value={answeredOn}
          onChange={(date) => setAnsweredOn(date ?? today)}
          popoverProps={{ withinPortal: false }}
        />
        <Autocomplete
          label="How"
          size="xs"
          placeholder="if you like"
          data={usualWays}
          value={how}
          onChange={setHow}
          comboboxProps={{ withinPortal: false }}
        />
      </div>
    </div>
  )
}
