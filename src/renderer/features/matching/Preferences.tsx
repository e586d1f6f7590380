import { Modal, SegmentedControl } from '@mantine/core'
import { findMembers } from '@renderer/app/finders'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { OutputOf } from '@shared/contract'
import { type StyleName, styleNames, styleQuestions } from '@shared/domain/matching/style'
import type { MatchSide } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Matching.module.css'
import { Traits, traitsTold } from './Traits'

interface Props {
  programId: number
  memberId: number
  role: MatchSide
  name: string
  onClose: () => void
}

/** What somebody has said for the matching: whom they would like, whom not, and how they work. */
export function Preferences({ programId, memberId, role, name, onClose }: Props) {
  const { data } = useRecords('matching.preferences', { programId, memberId, role }, { keep: false })
  return (
    <Modal opened onClose={onClose} title={`What ${name} asks of a partner`} size={560}>
      {data === null ? (
        <p>
          {name} is not enrolled in this program. Wishes belong to an enrolment: enrol them, and come back.
        </p>
      ) : null}
      {data ? <Form given={data} onClose={onClose} /> : null}
    </Modal>
  )
}

function Form({
  given,
  onClose,
}: {
  given: NonNullable<OutputOf<'matching.preferences'>>
  onClose: () => void
}) {
  const save = useCommand('matching.savePreferences')
  const [wishes, setWishes] = useState(given.wishes)
  const [vetoes, setVetoes] = useState(given.vetoes)
  const [style, setStyle] = useState(given.style)
  const [traits, setTraits] = useState(given.traits)

  async function run() {
    const done = await save.run({
      enrolmentId: given.enrolmentId,
      wishes: wishes.map(({ id }) => id),
      vetoes: vetoes.map(({ id }) => id),
      style,
      traits: traitsTold(traits),
    })
    if (!done) return
    tell('Saved.')
    onClose()
  }

  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      {given.goals ? <p className={classes.goals}>{given.goals}</p> : null}
      <MembersPicker
        label="Would like, the dearest first"
        search={findMembers}
        value={wishes}
        onChange={setWishes}
      />
      <MembersPicker label="Does not want" search={findMembers} value={vetoes} onChange={setVetoes} />
      {styleNames.map((question) => (
        <Question
          key={question}
          name={question}
          answer={style[question]}
          onChange={(answer) => setStyle({ ...style, [question]: answer })}
        />
      ))}
      <Traits traits={traits} onChange={setTraits} />
      <DialogEnd label="Save" onCancel={onClose} running={save.running} />
    </form>
  )
}

interface QuestionProps {
  name: StyleName
  answer: number | null
  onChange: (answer: number | null) => void
}

function Question({ name, answer, onChange }: QuestionProps) {
  const { question, one, five } = styleQuestions[name]
  return (
    <div className={classes.question}>
      <span>{one}</span>
      <SegmentedControl
        size="xs"
        aria-label={question}
        data={[
          { value: '', label: '?' },
          ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
        ]}
        value={answer === null ? '' : String(answer)}
        onChange={(value) => onChange(value === '' ? null : Number(value))}
      />
      <span>{five}</span>
    </div>
  )
}
