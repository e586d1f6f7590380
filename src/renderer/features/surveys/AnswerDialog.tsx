import { Button, Modal } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted } from '@renderer/components/labels'
import { MemberPicker } from '@renderer/components/MemberPicker'
import type { Survey } from '@shared/contract/surveys'
import { type FormEvent, useRef, useState } from 'react'
import { AnswerSheet } from './AnswerSheet'
import classes from './Surveys.module.css'

interface Props {
  survey: Survey
  /** Null: in no program. */
  programId: number | null
  onClose: () => void
}

/** Answers from paper, one sheet after the other, without touching the mouse. */
export function AnswerDialog({ survey, programId, onClose }: Props) {
  const today = useToday()
  const [entered, setEntered] = useState(0)
  const [memberId, setMemberId] = useState<number | null>(null)
  const [answeredOn, setAnsweredOn] = useState(today)
  const [answers, setAnswers] = useState<(number | null)[]>([])
  const save = useCommand('surveys.answer')
  const end = useRef<HTMLButtonElement>(null)
  const { anchors, items } = survey.scale
  const given = answers.filter((answer) => answer !== null).length
  const problem = (field: string) => (save.error?.field === field ? save.error.message : undefined)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const sheet = items.map((_, index) => answers[index] ?? null)
    const done = await save.run({ templateId: survey.id, programId, memberId, answeredOn, answers: sheet })
    if (!done) return
    setEntered(entered + 1)
    setMemberId(null)
    setAnswers([])
  }

  return (
    <Modal opened onClose={onClose} size={720} title={`Answers to ${survey.name}`}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <div className={classes.row}>
          <MemberPicker
            // The next sheet is somebody else's.
            key={entered}
            label="Who"
            autoFocus
            search={findMembers}
            initial={null}
            placeholder="nobody: without a name"
            onChange={setMemberId}
            error={problem('memberId')}
          />
          <DateInput
            label="On"
            valueFormat="D MMM YYYY"
            maxDate={today}
            value={answeredOn}
            onChange={(day) => {
              if (day) setAnsweredOn(day)
            }}
            error={problem('answeredOn')}
          />
        </div>
        <p className={classes.hint}>
          Type {anchors.length > 9 ? '1 to 9, 0 for 10' : `1 to ${anchors.length}`}: 1 is “{anchors[0]}”,{' '}
          {anchors.length} “{anchors.at(-1)}”. Each figure goes on to the next statement; ↓ leaves one out.
        </p>
        <AnswerSheet
          scale={survey.scale}
          answers={answers}
          onChange={setAnswers}
          onEnd={() => end.current?.focus()}
        />
        {problem('answers') ? <p className={classes.problem}>{problem('answers')}</p> : null}
        <div className={classes.dialogEnd}>
          <span role="status">{entered === 0 ? '' : `${counted(entered, 'sheet')} entered.`}</span>
          <Button variant="default" onClick={onClose}>
            Done
          </Button>
          <Button ref={end} type="submit" loading={save.running} disabled={given === 0}>
            Save, and the next
          </Button>
        </div>
      </form>
    </Modal>
  )
}
