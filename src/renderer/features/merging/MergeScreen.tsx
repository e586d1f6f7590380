import { Button } from '@mantine/core'
import { back, usePlace } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { OutputOf } from '@shared/contract'
import type { MergeChoices } from '@shared/contract/merging'
import { useState } from 'react'
import { FieldRow } from './FieldRow'
import classes from './Merging.module.css'

type Preview = OutputOf<'members.mergePreview'>

/** Two members side by side: what stays of each field, what comes over, and the one step that makes them one. */
export function MergeScreen() {
  const place = usePlace('merge')
  if (!place) return null
  return <Merging key={`${place.keep} ${place.other}`} keep={place.keep} other={place.other} />
}

function Merging({ keep, other }: { keep: number; other: number }) {
  const { data: preview, error } = useRecords('members.mergePreview', { keep, other }, { keep: false })
  const merge = useCommand('members.merge')
  const distinct = useCommand('members.setDistinct')
  const [choices, setChoices] = useState<MergeChoices>({})
  useShown('merge', preview !== undefined || error !== null)

  async function run() {
    const done = await merge.run({ keep, other, choices })
    if (!done) return
    tell('The two are one member now. Undo takes the merge back, and so does the history, later on.', 8000)
    back()
  }

  async function tellApart() {
    if (!(await distinct.run({ first: keep, second: other, distinct: true }))) return
    tell('Noted: they are two people.')
    back()
  }

  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Merge two members"
        reading={
          preview
            ? `Choose what stays of ${preview.keep.name} and ${preview.other.name}. Everything else comes over, as one step.`
            : null
        }
        actions={
          <>
            <Button variant="default" onClick={back}>
              Cancel
            </Button>
            <Button variant="default" loading={distinct.running} onClick={() => void tellApart()}>
              Not the same person
            </Button>
            <Button
              disabled={!preview || preview.refusal !== null}
              loading={merge.running}
              onClick={() => void run()}
            >
              Merge
            </Button>
          </>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {preview?.refusal ? <ErrorNotice message={preview.refusal} /> : null}
      {preview ? (
        <>
          <Fields
            preview={preview}
            choices={choices}
            onChoose={(choice) => setChoices({ ...choices, ...choice })}
          />
          <ComesOver preview={preview} />
        </>
      ) : null}
    </div>
  )
}

interface FieldsProps {
  preview: Preview
  choices: MergeChoices
  onChoose(choice: MergeChoices): void
}

function Fields({ preview: { keep, other, fields }, choices, onChoose }: FieldsProps) {
  return (
    <section aria-label="What stays of each field" className={classes.fields}>
      <div className={classes.heads} aria-hidden>
        <span />
        <h2 dir="auto">{keep.name}</h2>
        <h2 dir="auto">{other.name}</h2>
      </div>
      {fields.map((field) => (
        <FieldRow
          key={field.field}
          field={field}
          takes={choices[field.field] ?? field.takes}
          onTake={(take) => onChoose({ [field.field]: take })}
        />
      ))}
    </section>
  )
}

/** What each has, and what is not simply carried over. */
function ComesOver({ preview: { keep, other, tallies, notes } }: { preview: Preview }) {
  if (tallies.length === 0 && notes.length === 0) return null
  return (
    <section className={classes.over}>
      <h2>What comes over</h2>
      <table className={classes.tallies}>
        <thead>
          <tr>
            <th scope="col">Records</th>
            <th scope="col">{keep.name}</th>
            <th scope="col">{other.name}</th>
          </tr>
        </thead>
        <tbody>
          {tallies.map(({ what, keep: own, other: theirs }) => (
            <tr key={what}>
              <th scope="row">{what.charAt(0).toUpperCase() + what.slice(1)}</th>
              <td>{numberText(own)}</td>
              <td>{numberText(theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length === 0 ? null : (
        <ul className={classes.notes} aria-label="What to know">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
