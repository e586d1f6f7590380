import { Autocomplete, Checkbox, Modal, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers, findTopics } from '@renderer/app/finders'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Ask } from '@shared/contract/asks'
import { type FormEvent, useState } from 'react'
import classes from './Asks.module.css'

interface Props {
  ask: Ask
  communityId: number
  onClose: () => void
}

/** An ask with all that is noted of it, to be corrected. */
export function AskDialog({ ask, communityId, onClose }: Props) {
  const save = useCommand('asks.save')
  const [fields, setFields] = useState({ ...ask, asker: [ask.asker], topic: ask.topic ?? '' })
  const [topics, setTopics] = useState<string[]>([])
  const set = (changes: Partial<typeof fields>) => setFields((before) => ({ ...before, ...changes }))
  const problem = (field: string) => (save.error?.field === `ask.${field}` ? save.error.message : undefined)
  const [asker] = fields.asker

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!asker) return
    const { text, askedOn, topic, isPrivate } = fields
    const done = await save.run({
      id: ask.id,
      communityId,
      ask: { askerId: asker.id, text, askedOn, topic, isPrivate },
    })
    if (done) onClose()
  }

  return (
    <Modal opened onClose={onClose} size={560} title="Edit the ask" closeOnClickOutside={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.row}>
          <MembersPicker
            label="Who asks"
            search={findMembers}
            placeholder={asker ? '' : 'Type a name'}
            value={fields.asker}
            onChange={(chosen) => set({ asker: chosen.slice(-1) })}
            error={problem('askerId')}
          />
          <DateInput
            label="Asked on"
            valueFormat="ddd D MMM YYYY"
            value={fields.askedOn}
            onChange={(askedOn) => {
              if (askedOn) set({ askedOn })
            }}
            error={problem('askedOn')}
          />
        </div>
        <Textarea
          label="What"
          data-autofocus
          autosize
          minRows={2}
          maxRows={10}
          dir="auto"
          value={fields.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          error={problem('text')}
        />
        <Autocomplete
          label="Topic"
          data={topics}
          value={fields.topic}
          onChange={(topic) => {
            set({ topic })
            void findTopics(topic).then(setTopics)
          }}
          error={problem('topic')}
        />
        <Checkbox
          label="Asked in confidence, or where not everybody of the community reads"
          checked={fields.isPrivate}
          onChange={(event) => set({ isPrivate: event.currentTarget.checked })}
        />
        <DialogEnd label="Save" onCancel={onClose} running={save.running} disabled={!asker} />
      </form>
    </Modal>
  )
}
