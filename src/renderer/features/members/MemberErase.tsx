import { Alert, Button, Loader, Modal, Progress, TextInput } from '@mantine/core'
import { back, go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { warnings, whatGoes, whatStays } from '@shared/domain/erasureWords'
import { tidyName } from '@shared/domain/names'
import { useState } from 'react'
import classes from './MemberErase.module.css'

type Preview = OutputOf<'members.erasePreview'>

/** What erasing a member would take away and what it would leave, and the button that is hardest to press. */
export function MemberErase({ id }: { id: number }) {
  const today = useToday()
  const preview = useRecords('members.erasePreview', { id, today }, { keep: false })
  const { error } = preview
  // While it is being done there is nothing to be read again: the file is being written anew.
  const [agreed, setAgreed] = useState<Preview | null>(null)
  const data = agreed ?? preview.data
  const erase = useCommand('members.erase')
  const [progress, setProgress] = useState<{ label: string; share: number | null } | null>(null)

  async function run(name: string) {
    setAgreed(preview.data ?? null)
    const done = await erase.run(
      { id, name },
      {
        onProgress: ({ label, done: read, total }) =>
          setProgress({ label, share: total ? (100 * read) / total : null }),
      },
    )
    setProgress(null)
    if (!done) {
      setAgreed(null)
      return
    }
    tell('Erased. Sessions and contacts still count.')
    go({ screen: 'members' })
  }

  return (
    <Modal
      opened
      onClose={back}
      title={data ? `Erase ${data.name}` : 'Erase a member'}
      size={640}
      closeOnEscape={!erase.running}
      withCloseButton={!erase.running}
    >
      {error ? <ErrorNotice message={error.message} /> : null}
      {!data && !error ? (
        <p className={classes.waiting}>
          <Loader size="xs" mr={8} />
          Looking through all texts…
        </p>
      ) : null}
      {data ? (
        <>
          <Forecast preview={data} />
          {erase.running ? (
            <div className={classes.running} role="status">
              <p>{progress?.label ?? 'Erasing, and writing the file anew'}…</p>
              <Progress value={progress?.share ?? 100} animated aria-label="How far the erasure is" />
            </div>
          ) : data.keep ? (
            <Alert color="yellow" variant="light">
              {data.name} has to be kept: {data.keep.because}. Take that mark away first.
            </Alert>
          ) : (
            <Confirmation
              name={data.name}
              error={erase.error?.field ? erase.error.message : null}
              onErase={run}
            />
          )}
        </>
      ) : null}
    </Modal>
  )
}

function Forecast({ preview }: { preview: Preview }) {
  const cautions = warnings(preview)
  return (
    <div className={classes.forecast}>
      <section>
        <h3>What goes, for good</h3>
        <ul>
          {whatGoes(preview).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>What stays</h3>
        <ul>
          {whatStays(preview).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {cautions.length > 0 ? (
        <section>
          <h3>Before you do</h3>
          <ul>
            {cautions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {preview.parts > 0 ? (
            <TextButton onClick={() => go({ screen: 'sessions', query: preview.name.split(' ')[0] ?? '' })}>
              Search the notes
            </TextButton>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}

interface ConfirmationProps {
  name: string
  error: string | null
  onErase: (name: string) => Promise<void>
}

function Confirmation({ name, error, onErase }: ConfirmationProps) {
  const [typed, setTyped] = useState('')
  const isTyped = tidyName(typed) === tidyName(name)
  return (
    <form
      className={classes.confirmation}
      onSubmit={(event) => {
        event.preventDefault()
        if (isTyped) void onErase(typed)
      }}
    >
      <TextInput
        label={
          <>
            To erase for good, type the name: <b dir="auto">{name}</b>
          </>
        }
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={typed}
        error={error ?? undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.end}>
        <Button variant="default" onClick={back} data-autofocus>
          Cancel
        </Button>
        <Button type="submit" color="red" disabled={!isTyped}>
          Erase for good
        </Button>
      </div>
    </form>
  )
}
