import { Modal, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers } from '@renderer/app/finders'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { MemberPicker } from '@renderer/components/MemberPicker'
import type { ValueStory } from '@shared/contract/knowledge'
import type { Reuse } from '@shared/contract/knowledgeReuses'
import { valueCycles } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Knowledge.module.css'
import { cycleLabels } from './words'

interface Props {
  itemId: number
  /** Null for a new one. */
  reuse: Reuse | null
  onClose: () => void
}

const untold: ValueStory = {
  immediate: null,
  potential: null,
  applied: null,
  realised: null,
  reframing: null,
}

/** Who used it, when, and as much of what came of it as is known by now. */
export function ReuseDialog({ itemId, reuse, onClose }: Props) {
  const today = useToday()
  const save = useCommand('knowledge.saveReuse')
  const [memberId, setMemberId] = useState<number | null>(reuse?.member.id ?? null)
  const [usedOn, setUsedOn] = useState(reuse?.usedOn ?? today)
  const [story, setStory] = useState(reuse?.story ?? untold)
  const problem = (field: string) =>
    save.error?.field?.startsWith(`reuse.${field}`) ? save.error.message : undefined

  async function submit() {
    if (memberId === null) return
    const done = await save.run({ id: reuse?.id ?? null, itemId, reuse: { memberId, usedOn, story } })
    if (!done) return
    tell('The use is noted.')
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={reuse ? 'A use of it' : 'Note a use'} size="lg">
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className={classes.two}>
          <MemberPicker
            label="Who used it"
            search={findMembers}
            initial={reuse?.member ?? null}
            onChange={setMemberId}
            placeholder="Type a name"
            required
            autoFocus={reuse === null}
            error={problem('memberId')}
          />
          <DateInput
            label="When"
            valueFormat="D MMM YYYY"
            maxDate={today}
            value={usedOn}
            onChange={(day) => {
              if (day) setUsedOn(day)
            }}
            error={problem('usedOn')}
          />
        </div>
        <p className={classes.quiet}>
          Tell as much of the rest as is known by now. What they gain today may come to something months
          later: then come back and tell it.
        </p>
        {valueCycles.map((cycle) => (
          <Textarea
            key={cycle}
            label={cycleLabels[cycle].title}
            description={cycleLabels[cycle].asks}
            autosize
            minRows={1}
            maxRows={6}
            dir="auto"
            value={story[cycle] ?? ''}
            onChange={(event) => {
              const text = event.currentTarget.value
              setStory((current) => ({ ...current, [cycle]: text }))
            }}
            error={problem(`story.${cycle}`)}
          />
        ))}
        <DialogEnd label="Save" onCancel={onClose} running={save.running} disabled={memberId === null} />
      </form>
    </Modal>
  )
}
