import { Modal, Select, TextInput } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import type { Topic } from '@shared/contract/topics'
import { type FormEvent, useState } from 'react'
import classes from './Topics.module.css'
import { type Placed, usesOf } from './tree'

export type TopicTask = 'rename' | 'move' | 'merge'

interface Props {
  task: TopicTask
  topic: Topic
  tree: readonly Placed[]
  onClose: () => void
}

const titles: Record<TopicTask, string> = { rename: 'Rename', move: 'Move', merge: 'Merge' }
const top = 'none'

/** Renames a topic, moves it under another one, or merges it into one. */
export function TopicDialog({ task, topic, tree, onClose }: Props) {
  const rename = useCommand('topics.rename')
  const move = useCommand('topics.move')
  const merge = useCommand('topics.merge')
  const [name, setName] = useState(topic.name)
  const [other, setOther] = useState<string | null>(task === 'move' ? String(topic.parentId ?? top) : null)
  const own = tree.find((one) => one.topic.id === topic.id)
  // Nothing can stand below itself; those below are not on offer.
  const others = tree.filter(
    (one) => one.topic.id !== topic.id && (task === 'merge' || !own?.below.has(one.topic.id)),
  )
  const options = others.map((one) => ({ value: String(one.topic.id), label: one.topic.name }))
  const chosen = others.find((one) => String(one.topic.id) === other)?.topic
  const running = rename.running || move.running || merge.running

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await run()) onClose()
  }

  async function run(): Promise<boolean> {
    if (task === 'rename') return (await rename.run({ id: topic.id, name })) !== null
    if (task === 'move') return (await move.run({ id: topic.id, parentId: chosen?.id ?? null })) !== null
    if (!chosen) return false
    const done = await merge.run({ keep: chosen.id, other: topic.id })
    if (done) tell(`${topic.name} is ${chosen.name} now.`)
    return done !== null
  }

  return (
    <Modal opened onClose={onClose} title={`${titles[task]} ${topic.name}`}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)} noValidate>
        {task === 'rename' ? (
          <TextInput
            label="Name"
            data-autofocus
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={rename.error?.field === 'name' ? rename.error.message : undefined}
          />
        ) : (
          <Select
            label={task === 'move' ? 'Under' : 'Into'}
            data-autofocus
            searchable
            allowDeselect={false}
            limit={200}
            nothingFoundMessage="No topic of that name."
            data={task === 'move' ? [{ value: top, label: 'No other topic' }, ...options] : options}
            value={other}
            onChange={setOther}
            error={move.error?.field === 'parentId' ? move.error.message : undefined}
          />
        )}
        {task === 'merge' ? (
          <p className={classes.quiet}>
            {usesOf(topic) === 0
              ? 'Nothing is about it yet.'
              : 'Sessions, knowledge, skills and asks that are about it will be about the other one.'}{' '}
            Undo brings it back as it was.
          </p>
        ) : null}
        <DialogEnd
          label={task === 'rename' ? 'Save' : titles[task]}
          onCancel={onClose}
          running={running}
          disabled={task === 'merge' && !chosen}
        />
      </form>
    </Modal>
  )
}
