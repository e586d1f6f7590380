import { Modal, TextInput } from '@mantine/core'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { useState } from 'react'

interface Props {
  title: string
  initial: string
  /** Why the last name was not taken. */
  error: string | undefined
  onClose(): void
  /** @returns whether it was saved. */
  onSave(name: string): Promise<boolean>
}

/** Asks what a template is to be called. */
export function NameTemplate({ title, initial, error, onClose, onSave }: Props) {
  const [name, setName] = useState(initial)
  const [saving, setSaving] = useState(false)

  async function save() {
    setSaving(true)
    const done = await onSave(name.trim())
    setSaving(false)
    if (done) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label="Name"
          placeholder="Quarterly letter to the sponsor"
          data-autofocus
          dir="auto"
          maxLength={200}
          value={name}
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DialogEnd label="Save" onCancel={onClose} running={saving} disabled={name.trim() === ''} />
      </form>
    </Modal>
  )
}
