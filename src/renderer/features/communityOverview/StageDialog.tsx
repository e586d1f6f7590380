import { Modal, Select, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { stageLabels } from '@renderer/components/labels'
import type { Community } from '@shared/contract/communities'
import { communityStages } from '@shared/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import classes from './Overview.module.css'
import { stageMeanings } from './stageWords'

/** Notes that a community came into another stage, on a day, and what showed it. */
export function StageDialog({ community, onClose }: { community: Community; onClose: () => void }) {
  const today = useToday()
  const save = useCommand('communities.setStage')
  const following = communityStages[communityStages.indexOf(community.stage) + 1]
  const [stage, setStage] = useState(following ?? community.stage)
  const [since, setSince] = useState(today)
  const [note, setNote] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await save.run({ id: community.id, stage, since, note }))) return
    tell(`${community.name}: ${stageLabels[stage].toLowerCase()}.`)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title="A change of stage">
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        <Select
          label="Stage"
          allowDeselect={false}
          description={stageMeanings[stage]}
          data={communityStages.map((value) => ({ value, label: stageLabels[value] }))}
          value={stage}
          onChange={(value) => setStage(communityStages.find((one) => one === value) ?? stage)}
        />
        <DateInput
          label="Since"
          valueFormat="ddd D MMM YYYY"
          value={since}
          onChange={(value) => {
            if (value) setSince(value)
          }}
          error={save.error?.field === 'since' ? save.error.message : undefined}
        />
        <Textarea
          label="What showed it"
          autosize
          minRows={2}
          maxRows={6}
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={save.error?.field === 'note' ? save.error.message : undefined}
        />
        <DialogEnd label="Save" onCancel={onClose} running={save.running} />
      </form>
    </Modal>
  )
}
