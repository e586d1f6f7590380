import { Button, Modal, TextInput } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import type { Survey } from '@shared/contract/surveys'
import { type FormEvent, useState } from 'react'
import { ScaleFields } from './ScaleFields'
import { StatementFields } from './StatementFields'
import { SurveyPreview } from './SurveyPreview'
import classes from './Surveys.module.css'
import { finished, type SurveyDraft } from './surveyDraft'

interface Props {
  /** Null: a new one. */
  survey: Survey | null
  start: SurveyDraft
  onSaved: (id: number) => void
  onClose: () => void
}

/** Writes a survey, with what it will look like and how it will count beside it. */
export function SurveyEditor({ survey, start, onSaved, onClose }: Props) {
  const [draft, setDraft] = useState<SurveyDraft>({
    name: start.name,
    purpose: start.purpose,
    scale: start.scale,
  })
  const save = useCommand('surveys.saveTemplate')
  const remove = useCommand('surveys.removeTemplate')
  const { scale } = draft
  const template = finished(draft)
  const answered = survey?.responses ?? 0
  const isOther = survey !== null && JSON.stringify(template.scale) !== JSON.stringify(survey.scale)
  const asVersion = answered > 0 && isOther
  const change = (part: Partial<SurveyDraft['scale']>) => setDraft({ ...draft, scale: { ...scale, ...part } })

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await save.run({ id: survey?.id ?? null, template, asVersion })
    if (!done) return
    onSaved(done.id)
    onClose()
  }

  async function toTrash(id: number) {
    const deletion = await remove.run({ id })
    if (!deletion) return
    tellDeleted(`Deleted: ${draft.name}.`, deletion)
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={1160}
      title={survey === null ? 'A new survey' : `Edit ${survey.name}`}
    >
      <form className={classes.editor} onSubmit={(event) => void submit(event)}>
        <div className={classes.fields}>
          <TextInput
            label="Name"
            required
            data-autofocus
            dir="auto"
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            error={save.error?.field === 'template.name' ? save.error.message : undefined}
          />
          <TextInput
            label="What it is for"
            dir="auto"
            value={draft.purpose}
            onChange={(event) => setDraft({ ...draft, purpose: event.currentTarget.value })}
          />
          <StatementFields scale={scale} onChange={change} />
          <ScaleFields scale={scale} onChange={change} />
        </div>
        <SurveyPreview scale={template.scale} />
        <DialogEnd
          label={asVersion ? `Save as version ${(survey?.version ?? 1) + 1}` : 'Save'}
          onCancel={onClose}
          running={save.running}
          disabled={template.name.trim() === '' || template.scale.items.length === 0}
        >
          <span role="status">
            {asVersion
              ? `It was answered ${answered === 1 ? 'once' : `${answered} times`} as it is. Those answers stay with version ${survey?.version}.`
              : ''}
          </span>
          {survey !== null && answered === 0 ? (
            <Button variant="default" loading={remove.running} onClick={() => void toTrash(survey.id)}>
              Delete
            </Button>
          ) : null}
        </DialogEnd>
      </form>
    </Modal>
  )
}
